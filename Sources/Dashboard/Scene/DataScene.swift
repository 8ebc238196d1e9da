package import Report
import Session
import TerminalGrid

/// What was understood of the file, as it lies on a screen of one size.
package struct DataScene: Sendable {
  /// A list with its columns placed and the rest of the width for what stands last.
  struct PlacedList: Sendable {
    let list: DataReport.List
    let layout: Table.Layout
    /// Where the last column begins, from the left edge of the list.
    let tailX: Int

    init(_ list: DataReport.List, width: Int, tail: Int, charset: Charset) {
      self.list = list
      let least = min(tail, width / 3)
      layout = list.table.layout(fitting: width - least - 2) { charset.spelled($0).columns }
      tailX = layout.width + 2
    }
  }

  package let report: DataReport
  let tabs: Rect
  let list: Rect
  /// Beside the list where there is room, else below it.
  let detail: Rect
  /// The whole view below its sections: what has no list, or what somebody wants to read alone.
  let whole: Rect
  let isBeside: Bool
  let endpoints: PlacedList
  let findings: PlacedList
  /// In each of their orders.
  let columns: [DataReport.Order: PlacedList]
  /// Where the columns stand in the file, in each of their orders.
  let places: [DataReport.Order: [Int]]

  init(_ report: DataReport, _ ask: Scene.Ask) {
    self.report = report
    let charset = Charset(ask.display.charset)
    let body = ScreenLayout(size: ask.size, hidesFilters: ask.display.hidesFilters).body.inset(
      left: 1, right: 1)
    (tabs, whole) = body.splitTop(1)
    isBeside = body.width >= 110
    if isBeside {
      let (left, right) = whole.splitRight(max(40, body.width * 2 / 5))
      (list, detail) = (left.inset(right: 2), right)
    } else {
      let height = min(9, max(4, whole.height * 2 / 5))
      let (upper, lower) = whole.splitBottom(height)
      (list, detail) = (upper, lower)
    }
    let width = list.width
    func placed(_ list: DataReport.List, tail: Int = 28) -> PlacedList {
      PlacedList(list, width: width, tail: tail, charset: charset)
    }
    (endpoints, findings) = (placed(report.endpoints), placed(report.findings))
    let unordered = report.columns
    let places = Dictionary(
      uniqueKeysWithValues: DataReport.Order.allCases.map { ($0, report.places($0)) })
    columns = places.mapValues { placed(unordered.ordered($0), tail: 14) }
    self.places = places
  }

  /// The column of the file that stands in a row of the list.
  func column(row: Int, _ order: DataReport.Order) -> FileReading.Column? {
    guard let places = places[order], places.indices.contains(row) else { return nil }
    return report.reading.columns[places[row]]
  }

  /// The list of a section; `nil` for one that is read from its top to its end.
  func list(_ section: DataReport.Section, _ order: DataReport.Order) -> PlacedList? {
    switch section {
    case .endpoints: endpoints
    case .findings: findings
    case .columns: columns[order]
    case .flow, .file: nil
    }
  }
}
