import Foundation
package import TerminalGrid

extension RGB {
  /// The contrast ratio of WCAG 2.1, from 1 to 21.
  package func contrast(with other: RGB) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// How different two colours look to a reader, as CIE 1976 ΔE; about 2 can just be seen.
  package func distance(to other: RGB, seenBy vision: Vision) -> Double {
    let (a, b) = (lab(vision), other.lab(vision))
    return zip(a, b).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }

  /// Kinds of colour vision; the matrices are those of Machado, Oliveira & Fernandes (2009), IEEE Transactions on
  /// Visualization and Computer Graphics 15: 1291-1298, at full severity.
  package enum Vision: CaseIterable, Sendable {
    case normal, protanopia, deuteranopia

    fileprivate var matrix: [[Double]] {
      switch self {
      case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      case .protanopia:
        [
          [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
        ]
      case .deuteranopia:
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
      }
    }
  }

  private var linear: [Double] {
    [red, green, blue].map { channel -> Double in
      let share = Double(channel) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
  }

  private var luminance: Double { Self.product([[0.2126, 0.7152, 0.0722]], linear)[0] }

  private func lab(_ vision: Vision) -> [Double] {
    let seen = Self.product(vision.matrix, linear).map { min(1, max(0, $0)) }
    let xyz = Self.product(
      [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], seen)
    let f = zip(xyz, [0.9505, 1, 1.089]).map { value, white in
      let ratio = value / white
      return ratio > 0.008856 ? cbrt(ratio) : 7.787 * ratio + 16.0 / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }

  private static func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).map { $0 * $1 }.reduce(0, +) }
  }
}
