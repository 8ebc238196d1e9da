import SurvivalStatistics
import Testing

/// The rows an analysis uses: those with nothing missing in the columns it looks at.
struct ReferenceRows {
  let rows: [Int]
  let missingCount: Int
  let tied: TiedTimes
  /// Event codes, then competing ones, in the order of the endpoint.
  let codes: [Int]
  /// 0, or the position of the row's code in ``codes`` counted from 1.
  let causes: [Int]
  /// 1 when the code is one of the endpoint's events.
  let events: [Int]
  let subjects: [Int]

  init(_ question: ReferenceCase, columns: [String]) throws {
    let endpoint = try #require(question.job.endpoints[question.analysis.endpoint ?? ""])
    let needed = [endpoint.time, endpoint.status, endpoint.entry, endpoint.id].compactMap(\.self) + columns
    let table = question.table
    let texts = needed.map { table.text($0) }
    let rows = (0..<table.rowCount).filter { row in texts.allSatisfy { $0[row] != nil } }
    let (time, status) = (table.numbers(endpoint.time), table.numbers(endpoint.status))
    let entry = endpoint.entry.map { table.numbers($0) }
    let codes = endpoint.event + (endpoint.competing ?? [])
    tied = try TiedTimes(
      times: rows.compactMap { time[$0] }, entries: entry.map { entry in rows.compactMap { entry[$0] } } ?? []
    )
    let causes = rows.map { row in
      status[row].flatMap { code in codes.firstIndex { Double($0) == code } }.map { $0 + 1 } ?? 0
    }
    events = causes.map { $0 > 0 && $0 <= endpoint.event.count ? 1 : 0 }
    if let id = endpoint.id {
      let names = table.text(id)
      var numbers: [String?: Int] = [:]
      subjects = rows.map { row in
        let next = numbers.count
        return numbers[names[row], default: next].also { numbers[names[row]] = $0 }
      }
    } else {
      subjects = []
    }
    (self.rows, self.codes, self.causes) = (rows, codes, causes)
    missingCount = table.rowCount - rows.count
  }

  /// Number of subjects, or of rows where rows are subjects.
  var subjectCount: Int { subjects.isEmpty ? rows.count : Set(subjects).count }

  /// Number of subjects with a row among some.
  func subjectCount(_ included: [Int]) -> Int {
    subjects.isEmpty ? included.count : Set(included.map { subjects[$0] }).count
  }
}

extension Int {
  fileprivate func also(_ act: (Int) -> Void) -> Int {
    act(self)
    return self
  }
}
