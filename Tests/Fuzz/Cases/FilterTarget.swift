import CohortEngine
import Dashboard
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
    for ask in [
      { _ = try Asking.stratification(text, in: cohort) }, { _ = try Asking.endpoint(text, in: cohort) },
    ] as [() throws -> Void] {
      do { try ask() } catch { _ = "\(error)" }
    }
    let condition: FilterExpression
    do {
      condition = try FilterExpression(parsing: text, variables: cohort.variables)
    } catch {
      return try Promises.check(printed: "\(error)")
    }
    guard condition.depth <= FilterExpression.deepest else { throw BrokenPromise("too deep a condition") }
    let filters = FilterSet(condition)
    guard filters.depth <= FilterExpression.deepest + 1 else { throw BrokenPromise("too deep a filter") }
    try await check(condition, filters)
  }

  /// A condition means the same row by row, by bitmaps, and typed as it is printed.
  private func check(_ condition: FilterExpression, _ filters: FilterSet) async throws(BrokenPromise) {
    let selected = (0..<cohort.rowCount).filter { condition.holds(row: $0, of: cohort.variables) == true }
    let answer = await BitmapEngine(cohort).answer(CohortQuery(endpoint: 0, filters: filters))
    guard answer.selectedCount == selected.count else {
      throw BrokenPromise("\(selected.count) rows hold, \(answer.selectedCount) are selected")
    }
    let printed = condition.description(of: cohort.variables)
    // A range with two bounds is typed as two conditions.
    guard printed.utf8.count < longest, condition.depth < FilterExpression.deepest else { return }
    do {
      let again = try FilterExpression(parsing: printed, variables: cohort.variables)
      guard selected == (0..<cohort.rowCount).filter({ again.holds(row: $0, of: cohort.variables) == true })
      else {
        throw BrokenPromise("printed as \(printed) it means something else")
      }
    } catch let error as BrokenPromise {
      throw error
    } catch {
      guard !Self.hasNothingInside(condition) else { return }
      throw BrokenPromise("printed as \(printed) it cannot be read: \(error)")
    }
  }

  /// Whether a part has no levels to choose from, which cannot be typed.
  private static func hasNothingInside(_ condition: FilterExpression) -> Bool {
    switch condition {
    case .levels(_, let levels): levels.isEmpty
    case .range(_, let range): range.isUnbounded || !range.lower.isFinite && !range.upper.isFinite
    case .not(let part): hasNothingInside(part)
    case .all(let parts), .any(let parts): parts.contains(where: hasNothingInside)
    default: false
    }
  }
}
