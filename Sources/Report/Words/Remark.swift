/// Something that a reader must know before leaning on the numbers, or would like to.
package struct Remark: Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable, Comparable {
    case note, caution, danger

    package static func < (a: Severity, b: Severity) -> Bool { a.weight < b.weight }

    private var weight: Int {
      switch self {
      case .note: 0
      case .caution: 1
      case .danger: 2
      }
    }
  }

  package var severity: Severity
  package var sentence: Sentence
  /// Whether it goes into every export, beside each row where there is no other place.
  package var isBanner = false

  package static let bannerMark = "▲"

  package init(
    _ severity: Severity, _ text: String, shorter: [String] = [], spoken: String? = nil,
    isBanner: Bool = false
  ) {
    (self.severity, self.isBanner) = (severity, isBanner)
    sentence = Sentence([Sentence.Part(text, shorter: shorter, .meaning, spoken: spoken)])
  }

  package init(_ severity: Severity, _ sentence: Sentence) {
    (self.severity, self.sentence) = (severity, sentence)
  }

  package var text: String { sentence.text }
}

extension [Remark] {
  /// The gravest first, those of one severity in their order.
  var gravestFirst: [Remark] {
    enumerated().sorted { a, b in
      a.element.severity == b.element.severity ? a.offset < b.offset : a.element.severity > b.element.severity
    }.map(\.element)
  }
}
