import CohortEngine
import CohortModel

/// An endpoint of a job row by row, as the dashboard reads one of a column of times and one of statuses.
///
/// A row without a usable time, or with a status that nobody can explain, is not used and told of. Of the codes that
/// the job does not list, 0 is censored, and so is any that may be another event or says that there was none. A code
/// such as 9 beside 0 and 1 is unknown, and so is a word that is not understood, or any word where numbers are listed.
package struct EndpointRows: Sendable {
  /// Why there are none: a column that should hold times holds no number.
  package struct NoTimes: Error, Equatable {
    package let column: String
  }

  /// In the recorded unit; meaningless where the row is not used.
  package let times: [Double]
  /// Empty where nobody enters late.
  package let entries: [Double]
  /// For each row the position of its code in the list, counted from 1; 0 where it is censored, −1 where it is not used.
  package let causes: [Int]
  package let findings: [Finding]

  /// - Parameters:
  ///   - codes: the codes of events, those of interest and those that compete.
  ///   - table: a table read in the inferred mode, with these columns.
  /// - Complexity: O(rows), with delayed entry O(rows · log rows).
  package init(
    name: String, time: String, status: String, entry: String?, codes: [ListedCode], in table: ProfiledTable
  ) throws(NoTimes) {
    guard let columns = table.inferred, let index = columns.index(named: status) else {
      preconditionFailure("only what was inferred has endpoints, and of its own columns")
    }
    for column in [time, entry] {
      if let column, RecordedTimes(times: column, in: columns) == nil { throw NoTimes(column: column) }
    }
    let profile = columns.profiles[index]
    let coding = ListedCodes(codes, of: profile, status: status)
    let event = "event"
    let declaration = EndpointDeclaration(
      name: name, source: .columns(time: time, status: status, codes: coding.meanings(event: event)),
      events: [event], entry: entry)
    guard
      let read = ColumnEndpoint(
        declaration, rule: .declared, study: StudyFile(data: columns.table.path), columns: columns)
    else { throw NoTimes(column: time) }
    let endpoint = read.endpoint
    times = endpoint.times.map(endpoint.scale.time)
    entries = endpoint.entries?.map(endpoint.scale.time) ?? []
    causes = endpoint.status.indices.map { row in
      endpoint.status[row] == EndpointColumn.unusable ? -1 : coding.causes[Int(profile.column.codes[row])]
    }
    findings = coding.findings(endpoint: name, lines: columns.table.lines) + read.findings
  }
}
