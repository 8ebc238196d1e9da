/// The filled cells of a sheet, row by row.
struct Sheet {
  enum Kind: UInt8 { case empty, text, number, date, boolean, error }

  struct Row {
    let number: Int
    let isHidden: Bool
    /// The places of its cells in ``columns``, ``kinds`` and ``texts``.
    var cells: Range<Int>
  }

  var rows: [Row] = []
  /// The column of each cell, counted from 1.
  var columns: [Int32] = []
  var kinds: [Kind] = []
  /// The text of each cell.
  var texts = CodedColumn(staysCoded: true)
  var merges: [CellRange] = []
  var hiddenColumns: [ClosedRange<Int>] = []
  var isFiltered = false
  /// Cells with a formula of which the file does not store the result.
  var uncalculated: [CellReference] = []

  var isEmpty: Bool { rows.allSatisfy { $0.cells.isEmpty } }

  func text(_ cell: Int) -> String { texts.text(Int(texts.codes[cell])) }

  func reference(_ cell: Int, in row: Row) -> CellReference {
    CellReference(column: Int(columns[cell]), row: row.number)
  }
}
