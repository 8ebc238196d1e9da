import CohortEngine
import CohortModel
import Study

/// A typed condition, and the same text as the name of strata and of an endpoint.
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
      "note contains 'x'",
      "age is not missing & (sex = M | cmv = 1)", "age ≤ 12 && !(age <> 7)", "stage not in (\"III\", IV)",
      "age",
      "age 5 12", "donor type", "diagnosed 2018-01-01 2019-01-01", "OS", "",
    ])
  }

  var words: [String] {
    [
      "and", "or", "not", "in", "is", "missing", "contains", "na", "age", "sex", "stage", "`donor type`",
      "cmv",
      "diagnosed", "note", "age_group", "=", "!=", "<", "<=", ">", ">=", "≠", "≤", "≥", "==", "<>", "&&",
      "||", "F", "M",
      "MUD", "III", "“", "”",
    ]
  }

  func read(_ input: [UInt8]) async throws(BrokenPromise) {
    let text = String(decoding: input, as: UTF8.self)
    let schema = cohort.schema
    for ask in [
      { _ = try Arms(parsing: text, in: schema) }, { _ = try schema.endpoint(named: text) },
    ] as [() throws -> Void] {
      do { try ask() } catch { _ = "\(error)" }
    }
    let condition: FilterExpression
    do {
      condition = try FilterExpression(parsing: text, variables: schema.variables)
    } catch {
      return try Promises.check(printed: "\(error)")
    }
    guard condition.depth <= FilterExpression.deepest else { throw BrokenPromise("too deep a condition") }
    let filters = FilterSet(condition)
    guard filters.depth <= FilterExpression.deepest + 1 else { throw BrokenPromise("too deep a filter") }
    try await check(condition, filters)
  }

  /// A condition selects the same row by row and by bitmaps, and is read as itself from what is printed.
  private func check(_ condition: FilterExpression, _ filters: FilterSet) async throws(BrokenPromise) {
    let selected = (0..<cohort.rowCount).count { row in
      condition.holds { name in
        cohort.schema.index(ofVariable: name).map { cohort.variables[$0].value(row: row) } ?? .missing
      } == true
    }
    do {
      let request = EventTablesRequest(endpoint: cohort.endpoints[0].name, filters: filters)
      let answer = try await BitmapEngine(cohort).eventTables(request)
      guard answer.selectedCount == selected else {
        throw BrokenPromise("\(selected) rows hold, \(answer.selectedCount) are selected")
      }
      let printed = condition.text(in: cohort.schema)
      try Promises.check(printed: printed)
      guard try FilterExpression(parsing: printed, variables: cohort.schema.variables) == condition else {
        throw BrokenPromise("printed as \(printed) it is another condition")
      }
    } catch let error as BrokenPromise {
      throw error
    } catch {
      throw BrokenPromise("it cannot be counted, or not read as it is printed: \(error)")
    }
  }
}
