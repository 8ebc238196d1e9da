import Analysis
import CohortModel
import Foundation
import SurvivalStatistics

/// Every figure of the paper beside the cohort's, in the paper's order.
struct PaperFigures {
  let published: PublishedValue
  /// The study as it comes with the program.
  let sample: PaperCohort
  /// The same table where the paper goes ways of its own.
  let alone: PaperCohort
  private(set) var comparisons: [Comparison] = []
  static let twoYears = TimePoint(24, .months)

  init(_ published: PublishedValue, sample: PaperCohort, alone: PaperCohort) async throws {
    (self.published, self.sample, self.alone) = (published, sample, alone)
    try await table1()
    for factor in published["table2_cir_24m"].list { try await table2(factor) }
    for factor in published["table3_dfs_os_24m"].list { try await table3(factor) }
    try await text()
  }

  // MARK: What is compared

  /// A figure that is not printed is not compared; one that the cohort does not have is an error.
  mutating func add(
    _ place: String, _ what: String, _ kind: Comparison.Kind, _ printed: Double?, _ reproduced: Double?,
    isContradicted: Bool = false
  ) throws {
    guard let printed else { return }
    guard let reproduced else { throw PaperError.noNumbers("\(place), \(what)") }
    comparisons.append(
      Comparison(
        place: place, what: what, kind: kind, printed: printed, reproduced: reproduced,
        isContradicted: isContradicted))
  }

  /// An estimate with its limits.
  ///
  /// - Parameter isContradicted: asked with the part's name: `estimate`, `ci[0]`.
  mutating func add(
    _ place: String, _ what: String, _ kind: Comparison.Kind, _ printed: PublishedValue, _ reading: Reading,
    isContradicted: (String) -> Bool = { _ in false }
  ) throws {
    try add(
      place, what, kind, printed["estimate"].number, reading.value, isContradicted: isContradicted("estimate")
    )
    for (index, (name, limit)) in [("low", reading.lower), ("high", reading.upper)].enumerated() {
      try add(
        place, "\(what) CI \(name)", .limit, printed["ci"][index].number, limit,
        isContradicted: isContradicted("ci[\(index)]"))
    }
  }

  mutating func addCount(_ place: String, _ what: String, _ printed: PublishedValue, where filter: String)
    async throws
  {
    try add(place, what, .count, printed.number, try await sample.count(where: filter))
  }

  /// Median, quartiles and range, where the paper prints them.
  mutating func add(_ place: String, _ printed: PublishedValue, _ summary: NumberSummary) throws {
    try add(place, "median", .time, printed["median"].number, summary.median)
    try add(place, "Q1", .time, printed["iqr"][0].number, summary.lowerQuartile)
    try add(place, "Q3", .time, printed["iqr"][1].number, summary.upperQuartile)
    try add(place, "min", .time, printed["range"][0].number, summary.minimum)
    try add(place, "max", .time, printed["range"][1].number, summary.maximum)
  }

  // MARK: Tables

  private mutating func table1() async throws {
    for row in published["table1"].list {
      let place = "Table 1: \(row["characteristic"].text ?? "")"
      let column = row["column"].text ?? ""
      if row["median"].isThere {
        try add(place, row, try await sample.numbers(column))
        continue
      }
      let values = row["value"].list.isEmpty ? [row["value"]] : row["value"].list
      let numbers = values.compactMap(\.number)
      let filter =
        numbers.count == 2
        ? "\(column) >= \(Int(numbers[0])) and \(column) <= \(Int(numbers[1]))"
        : "\(column) in (\(values.compactMap(\.text).map { "\"\($0)\"" }.joined(separator: ", ")))"
      try await addCount(place, row["level"].text ?? "", row["n"], where: filter)
    }
  }

  /// Whether the file that holds the printed figures says of one that it cannot be right.
  private static func isContradicted(_ factor: PublishedValue, _ level: String, _ item: String) -> Bool {
    factor["notes"].list.contains { note in
      [level, "*"].contains(note["level"].text) && item.hasPrefix(note["field"].text ?? "?")
    }
  }

  /// The curves of a factor of a table, in the patients that it is about.
  private func curves(_ factor: PublishedValue, _ endpoint: String) async throws -> Curves {
    let subset = factor["subset"].text?.replacing("==", with: "=")
    return try await sample.analyst.curves(
      sample.question(endpoint, by: factor["column"].text, where: subset, at: Self.twoYears))
  }

  private mutating func table2(_ factor: PublishedValue) async throws {
    let name = "Table 2: \(factor["label"].text ?? "")"
    let found = try await curves(factor, "CIR")
    for level in factor["levels"].list {
      let (place, value) = ("\(name) / \(level["label"].text ?? "")", level["value"].text ?? "")
      let curve = try found.curve(value)
      try add(place, "n", .count, level["n"].number, Double(curve.table.subjectCount))
      try add(place, "CIR", .subgroup, level, Reading(curve, at: 24)) {
        Self.isContradicted(factor, value, $0)
      }
    }
    try add(
      name, "P Gray", .pValue, factor["p"].number, found.pValue,
      isContradicted: Self.isContradicted(factor, "*", "cir_p"))
  }

  private mutating func table3(_ factor: PublishedValue) async throws {
    let name = "Table 3: \(factor["label"].text ?? "")"
    let found = [
      ("DFS", "dfs", try await curves(factor, "DFS")), ("OS", "os", try await curves(factor, "OS")),
    ]
    for level in factor["levels"].list {
      let (place, value) = ("\(name) / \(level["label"].text ?? "")", level["value"].text ?? "")
      try add(place, "n", .count, level["n"].number, Double(try found[0].2.curve(value).table.subjectCount))
      for (title, key, curves) in found {
        // A number of deaths that is the size of the group was meant to be another.
        let events = level[key]["events_used"].number ?? level[key]["events"].number
        try add(
          place, "\(title) events", .count, events, Double(try curves.curve(value).eventCount),
          isContradicted: Self.isContradicted(factor, value, "\(key).events"))
      }
      for (title, key, curves) in found {
        try add(place, title, .subgroup, level[key], Reading(try curves.curve(value), at: 24)) {
          Self.isContradicted(factor, value, "\(key).\($0)")
        }
      }
    }
    for (title, key, curves) in found {
      try add(
        name, "P log-rank \(title)", .pValue, factor["\(key)_p"].number, curves.pValue,
        isContradicted: Self.isContradicted(factor, "*", "\(key)_p"))
    }
  }
}

extension Curves {
  /// The curve of a level; of the plotted cause.
  func curve(_ level: String) throws -> Curve {
    guard let curve = curves.first(where: { arms[$0.arm].name == level }) else {
      throw PaperError.noNumbers("\(endpoint.name) of \(level)")
    }
    return curve
  }

  /// The curve of everybody; of the first cause.
  var everybody: Curve {
    get throws {
      guard let curve = curves.first else { throw PaperError.noNumbers(endpoint.name) }
      return curve
    }
  }

  /// P of the plotted cause.
  var pValue: Double? { tests.first?.result.pValue }
}
