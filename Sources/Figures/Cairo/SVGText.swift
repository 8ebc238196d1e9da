import Foundation
import PrintableText

/// What cairo wrote as SVG, with numbers in its names that depend on nothing but the drawing, and a title for those who
/// cannot see it.
struct SVGText {
  private var text: String

  init(_ bytes: [UInt8]) { text = Self.renumbered(String(decoding: bytes, as: UTF8.self)) }

  var bytes: [UInt8] { Array(text.utf8) }

  /// The file with a title in it.
  func saying(_ title: String) -> SVGText {
    var said = self
    guard let start = text.range(of: "<svg"), let end = text[start.upperBound...].firstIndex(of: ">") else {
      return self
    }
    said.text.insert(contentsOf: "\n<title>\(title.onOneLine.inMarkup)</title>", at: text.index(after: end))
    return said
  }

  /// cairo counts surfaces and fonts since the program began.
  private static func renumbered(_ text: String) -> String {
    var names: [Substring: Int] = [:]
    return text.replacing(#/surface(\d+)/#) { found in
      let number = names[found.1] ?? names.count + 1
      names[found.1] = number
      return "surface\(number)"
    }
  }
}

extension String {
  /// The text between tags.
  fileprivate var inMarkup: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
