import Foundation

/// What a careful reader makes of a trap table, as `truth.json` says; written by the script that writes the tables.
struct TrapTruth: Decodable, Sendable {
  struct Reading: Decodable, Sendable {
    var kind: String
    var time: Names
    var status: Names?
    var entry: String?
    var n: Int
    var events: Int { eventCounts.values.reduce(0, +) }
    var alternatives: [Columns]?
    /// Other counts that are right too.
    var otherCounts: [Counts]?
    private var eventCounts: [String: Int]

    private enum CodingKeys: String, CodingKey {
      case kind, time, status, entry, n
      case eventCounts = "events_n"
      case alternatives = "alt"
      case otherCounts = "also"
    }
  }

  struct Counts: Decodable, Sendable {
    var n: Int
    var events: Int
  }

  struct Columns: Decodable, Sendable {
    var time: Names
    var status: Names?
  }

  /// A reading that would mislead: `*` stands for any column.
  struct Misreading: Decodable, Sendable {
    var time: Names
    var status: Names?
    var n: Int?
    var n_over: Int?
    var events: Int?
    var kind: String?
  }

  /// One column, or several together.
  struct Names: Decodable, Sendable, Equatable {
    var names: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      names = try (try? container.decode(String.self)).map { [$0] } ?? container.decode([String].self)
    }

    var isAny: Bool { names == ["*"] }
  }

  var verdict: String
  var also_ok: [String]?
  var why: String
  var endpoints: [Reading]
  var must_not: [Misreading]
  var needs_finding: Bool?
  var main_any: Bool?

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Tables")

  /// The truths by the names of their tables.
  static func all() -> [String: TrapTruth] {
    let file = folder.appendingPathComponent("truth.json")
    let decoded = (try? Data(contentsOf: file)).flatMap {
      try? JSONDecoder().decode([String: TrapTruth].self, from: $0)
    }
    return decoded ?? [:]
  }
}
