import CohortEngine
import CohortModel
import Study

/// A typed condition, and the same text as arms, as the name of an endpoint and as a time.
struct FilterTarget: FuzzTarget {
  let name = "filter"
  let longest = 16_384
  private let cohort: Cohort

  init() throws(StudyError) {
    cohort = try Study.open(
      table: Array(Seeds.table.utf8), named: "table.csv", studyFile: Array(Seeds.studyFile.utf8)
    ).cohort
  }

  var seeds: [[UInt8]] {
    Seeds.bytes([
      "age >= 12 and stage in (I, II)", "not sex = F or `donor type` != MUD", "diagnosed < 2019-01-01",
      "note contains 'x'", "4 <= age < 12", "all () or any (age > 3)", "stage not in ()",
      "age is not missing & (sex = M | cmv = 1)", "age ≤ 12 && !(age <> 7)", "stage not in (\"III\", IV)",
      "age", "age 5 12", "\"age\" 5", "donor type", "diagnosed 2018-01-01 2019-01-01", "OS", "24mo", "",
    ])
  }

  var words: [String] {
    [
      "and", "or", "not", "in", "is", "missing", "contains", "na", "all", "any", "age", "sex", "stage",
      "`donor type`", "cmv", "diagnosed", "note", "age_group", "=", "!=", "<", "<=", ">", ">=", "≠", "≤", "≥",
      "==", "<>", "&&", "||", "F", "M", "MUD", "III", "“", "”", "\\u{41}", "months", "y",
    ]
  }

  func read(_ input: [UInt8]) async throws(BrokenPromise) {
    let text = String(decoding: input, as: UTF8.self)
    try readOthers(text)
    let condition: FilterExpression
    do {
      condition = try FilterExpression(parsing: text, variables: cohort.schema.variables)
    } catch {
      return try Promises.check(printed: "\(error)")
    }
    guard condition.depth <= FilterExpression.deepest else { throw BrokenPromise("too deep a condition") }
    let filters = FilterSet(condition)
    guard filters.depth <= FilterExpression.deepest + 1 else { throw BrokenPromise("too deep a filter") }
    try await check(condition, filters)
  }

  /// What is read as arms or a time is printed so that it reads back.
  private func readOthers(_ text: String) throws(BrokenPromise) {
    let schema = cohort.schema
    if let arms = try? Arms(parsing: text, in: schema) {
      guard let again = try? Arms(parsing: arms.text(in: schema), in: schema), again == arms else {
        throw BrokenPromise("arms printed as \(arms.text(in: schema)) are others")
      }
    }
    if let endpoint = try? schema.endpoint(named: text), schema.endpoint(endpoint.name) != endpoint {
      throw BrokenPromise("the endpoint \(endpoint.name) has not its own name")
    }
    if let time = TimePoint(text, unit: .months), TimePoint(time.text, unit: nil) != time {
      throw BrokenPromise("the time printed as \(time.text) is another")
    }
  }

  /// A condition means the same row by row, by bitmaps, and typed as it is printed.
  private func check(_ condition: FilterExpression, _ filters: FilterSet) async throws(BrokenPromise) {
    let selected: [Int]
    let counted: Rows
    do {
      let rows = try RowCondition(condition, over: cohort.variables)
      selected = (0..<cohort.rowCount).filter { rows.holds(row: $0) == true }
      counted = try await BitmapEngine(cohort).rows(RowsRequest(filters: filters))
    } catch {
      throw BrokenPromise("what was read cannot be asked: \(error)")
    }
    guard counted.numbers == selected else {
      throw BrokenPromise("\(selected.count) rows hold, \(counted.numbers.count) are selected")
    }
    let printed = condition.text(in: cohort.schema)
    let again: FilterExpression
    do {
      again = try FilterExpression(parsing: printed, variables: cohort.schema.variables)
    } catch {
      throw BrokenPromise("printed as \(printed) it cannot be read: \(error)")
    }
    guard again == condition else { throw BrokenPromise("printed as \(printed) it is another condition") }
  }
}
