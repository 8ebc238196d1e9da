package import Report

/// Ratios on a page: headline, a table with a forest plot between its columns, and how the ratios were made.
package struct ForestSheet: Sendable {
  package let drawing: Drawing
  package let scale: RatioScale

  private static let leastAxis = 96.0
  private static let gap = 9.0
  /// Before the names of levels.
  static let indent = 10.0

  /// - Parameters:
  ///   - study: its title, which says so where the patients are invented.
  ///   - measure: of the fonts it will be drawn with.
  package init(
    _ figure: ForestFigure, study: String, size: PageSize = PageSize(), measure: any TextMeasure
  ) throws(FigureError) {
    guard !figure.table.groups.isEmpty else {
      throw .nothingToDraw(because: figure.remarks.first?.text ?? "there are no ratios")
    }
    let inner = size.width - 2 * Typography.margin
    var page = Composer(measure, y: Typography.margin)
    page.head(study: study, figure.headline, figure.remarks, width: inner)
    page.y += 8
    let layout = figure.table.table.layout(
      fitting: Composer.units(max(0, inner - Self.leastAxis - 2 * Self.gap)), gap: Composer.units(Self.gap),
      nameMargin: Composer.units(Self.indent)
    ) { Composer.units(max(page.width($0, Typography.cell), page.width($0, Typography.heading))) }
    let columns = ForestColumns(
      layout, ratioColumn: figure.table.ratioColumn, left: Typography.margin, width: inner, gap: Self.gap)
    guard columns.axis.upperBound - columns.axis.lowerBound >= Self.leastAxis - 1 else {
      throw .tooNarrow(
        needed: size.width + Self.leastAxis - (columns.axis.upperBound - columns.axis.lowerBound))
    }
    scale = RatioScale(
      left: columns.axis.lowerBound + 4, right: columns.axis.upperBound - 4, limits: ForestTable.limits)
    page.forest(figure, columns, scale)
    page.y += 6
    page.foot(figure.remarks, figure.sentences, width: inner)
    let needed = page.y + Typography.margin
    let height = size.height ?? needed
    guard height >= needed else { throw .tooLow(needed: needed) }
    drawing = Drawing(
      width: size.width, height: height, title: figure.headline.text, elements: page.elements)
  }
}

/// Where the columns of a forest plot stand.
struct ForestColumns {
  struct Column {
    var left: Double
    var width: Double
    var heading: String
    /// One for each line.
    var cells: [String]
    var isNumber: Bool
  }

  /// The names of the rows.
  let names: Column
  let columns: [Column]
  /// The room of the plot.
  let axis: ClosedRange<Double>

  init(_ layout: Table.Layout, ratioColumn: Int, left: Double, width: Double, gap: Double) {
    let perPoint = Double(Composer.units(1000)) / 1000
    let free = max(0, width - Double(layout.width) / perPoint - 2 * gap)
    var (x, made) = (left, [Column]())
    var axis = left...left
    var hasAxis = false
    for column in layout.columns {
      if !hasAxis, let index = column.index, index >= ratioColumn {
        axis = x...(x + free)
        x += free + gap
        hasAxis = true
      }
      let width = Double(column.width) / perPoint
      made.append(
        Column(
          left: x, width: width, heading: column.heading, cells: column.cells, isNumber: column.isNumber))
      x += width + gap
    }
    if !hasAxis { axis = x...(x + free) }
    (names, columns, self.axis) = (made[0], Array(made.dropFirst()), axis)
  }
}
