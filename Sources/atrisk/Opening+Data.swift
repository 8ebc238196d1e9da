import CohortEngine
import Renderings
import Report
import Study

extension Opening {
  /// One row for each line that a finding is about; one without a line where it is about more.
  var findings: [FindingRow] {
    study.findings.flatMap { finding in
      let place = finding.place.map { "\($0): " } ?? ""
      let lines: [Int?] = finding.lines.isEmpty ? [nil] : finding.lines
      return lines.map {
        FindingRow(
          severity: "\(finding.severity)", line: $0, column: finding.column, message: place + finding.message)
      }
    }
  }

  /// The table's file with its fingerprint; `nil` where there is none to read again.
  var dataFile: TableContext.DataFile? {
    DataFingerprint.sha256(ofFile: study.tablePath).map {
      TableContext.DataFile(name: study.tablePath, sha256: $0, rows: study.cohort.rowCount)
    }
  }
}
