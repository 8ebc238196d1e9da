import CohortModel
package import Report
import TerminalGrid

/// What is estimated of each curve, read at one time, in as many columns and words as its place has room for.
package struct PlacedEstimates: Sendable {
  package let rows: [Table.Row]
  /// The names of the rows first, unless these stand in the numbers at risk.
  package let columns: [Table.Layout.Column]

  /// Which of the columns is the estimate itself.
  package let estimateColumn: Int?

  /// The columns that a sample of the curve's line takes before its name.
  package static let sampleWidth = 4

  /// - Parameter at: where the curves are read; `nil` for where the question reads them.
  init(_ report: CurvesReport, at time: TimePoint?, in layout: CurvesLayout, charset: Charset) {
    let all = report.estimates(at: time, besideAxis: true)
    let table = layout.isOneBlock ? all.withoutNames : all
    let placed = table.layout(
      fitting: layout.estimates.width, nameMargin: layout.isOneBlock ? 0 : Self.sampleWidth + 1
    ) { charset.spelled($0).columns }
    rows = table.rows
    columns = layout.isOneBlock ? Array(placed.columns.dropFirst()) : placed.columns
    estimateColumn = columns.firstIndex { column in
      column.index.map { table.columns[$0].rank == .meaning } ?? false
    }
  }
}
