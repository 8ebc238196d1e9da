import Foundation

/// A document of answers: R's, or the program's.
struct ReferenceResults: Decodable, Sendable {
  struct Analysis: Decodable, Sendable {
    var id: String
    var type: String
    var status: ReferenceValue
    var n: Int?
    var missingCount: Int?
    /// By canonical key.
    var values: [String: ReferenceValue]

    private enum Key: String, CodingKey { case id, type, status, n, values, missingCount = "n_missing" }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Key.self)
      id = try fields.decode(String.self, forKey: .id)
      type = try fields.decode(String.self, forKey: .type)
      status = try fields.decode(ReferenceValue.self, forKey: .status)
      n = try fields.decodeIfPresent(Int.self, forKey: .n)
      missingCount = try fields.decodeIfPresent(Int.self, forKey: .missingCount)
      let values = try fields.decode([String: ReferenceValue].self, forKey: .values)
      self.values = Dictionary(uniqueKeysWithValues: values.map { (CanonicalKey.of($0.key), $0.value) })
    }
  }

  var format: String
  var job: String
  var analyses: [Analysis]

  init(json: Data) throws {
    self = try JSONDecoder().decode(ReferenceResults.self, from: json)
  }
}

/// Keys in which numbers are written in one way: `surv@180.0` and `surv@1.8e2` are the same.
enum CanonicalKey {
  static func of(_ key: String) -> String {
    var parts = key.components(separatedBy: "/")
    for index in parts.indices {
      for name in ["given=", "rho=", "cause="] where parts[index].hasPrefix(name) {
        parts[index] = name + number(String(parts[index].dropFirst(name.count)))
      }
    }
    let last = parts.count - 1
    if let at = parts[last].lastIndex(of: "@") {
      let suffix = String(parts[last][parts[last].index(after: at)...])
      parts[last] = parts[last][...at] + number(suffix)
    }
    return parts.joined(separator: "/")
  }

  private static func number(_ text: String) -> String { Double(text).map { "\($0)" } ?? text }
}
