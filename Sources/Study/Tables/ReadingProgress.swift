/// How far the reading of a file has come.
package struct ReadingProgress: Sendable, Equatable {
  package enum Stage: Sendable, Equatable {
    /// Bytes come from the disk, a pipe or an archive.
    case loading
    /// Text becomes rows.
    case reading
    /// All rows are there; their meaning is being found out.
    case understanding
  }

  package var stage: Stage
  /// The bytes that are done in this stage.
  package var bytes: Int
  /// All bytes of this stage; `nil` where nobody knows yet, as with a pipe.
  package var byteCount: Int?
  package var rows: Int

  package init(_ stage: Stage, bytes: Int, of byteCount: Int?, rows: Int = 0) {
    (self.stage, self.bytes, self.byteCount, self.rows) = (stage, bytes, byteCount, rows)
  }

  /// The part of the stage that is done, from 0 to 1.
  package var share: Double? {
    byteCount.map { $0 == 0 ? 1 : min(1, Double(bytes) / Double($0)) }
  }

  /// So many bytes are read from one report to the next: some hundredths of a second.
  static let interval = 4 << 20
}

/// What is told how far the reading has come, every few megabytes.
package typealias ReadingObserver = (ReadingProgress) -> Void
