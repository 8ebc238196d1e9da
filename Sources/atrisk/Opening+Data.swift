import CohortEngine
import Renderings
import Study

extension Opening {
  /// The table's file with its fingerprint; `nil` where there is none to read again.
  var dataFile: TableContext.DataFile? {
    DataFingerprint.sha256(ofFile: study.tablePath).map {
      TableContext.DataFile(name: study.tablePath, sha256: $0, rows: study.cohort.rowCount)
    }
  }
}
