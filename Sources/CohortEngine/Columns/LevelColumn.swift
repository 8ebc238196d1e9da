/// A categorical column: each row is one of a short list of levels, or missing.
package struct LevelColumn: Sendable, Equatable {
  package static let missing: Int32 = -1

  /// The levels in the order in which every list, legend and risk table shows them.
  package let levels: [String]
  /// An index into ``levels`` for each row, or ``missing``.
  package let codes: [Int32]

  package init(levels: [String], codes: [Int32]) {
    (self.levels, self.codes) = (levels, codes)
  }

  /// Codes the texts against the levels in the given order; `nil` is missing, and so is a text that is no level.
  package init(levels: [String], texts: [String?]) {
    let code = Dictionary(
      levels.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    self.init(levels: levels, codes: texts.map { $0.flatMap { code[$0] } ?? Self.missing })
  }
}
