import Foundation

/// A value of `published.json`: what the paper prints, under the names that the file gives it.
///
/// What is not there is ``nothing``, and so is all that is asked of it: a figure that is not printed is not compared.
package indirect enum PublishedValue: Decodable, Sendable {
  case nothing
  case number(Double)
  case text(String)
  case list([PublishedValue])
  case object([String: PublishedValue])

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([PublishedValue].self) {
      self = .list(list)
    } else {
      self = (try? container.decode([String: PublishedValue].self)).map(Self.object) ?? .nothing
    }
  }

  static func read(_ url: URL) throws -> PublishedValue {
    try JSONDecoder().decode(PublishedValue.self, from: Data(contentsOf: url))
  }

  subscript(key: String) -> PublishedValue {
    guard case .object(let values) = self else { return .nothing }
    return values[key] ?? .nothing
  }

  subscript(index: Int) -> PublishedValue { list.indices.contains(index) ? list[index] : .nothing }

  var number: Double? { if case .number(let number) = self { number } else { nil } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var list: [PublishedValue] { if case .list(let values) = self { values } else { [] } }
  var isThere: Bool { if case .nothing = self { false } else { true } }
}
