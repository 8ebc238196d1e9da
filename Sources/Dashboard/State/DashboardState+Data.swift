import Analysis
import CohortModel
package import Report
import Session
import TerminalGrid

/// Where somebody is in the Data view.
package struct DataPane: Hashable, Sendable {
  package var section = DataReport.Section.endpoints
  package var order = DataReport.Order.file
  /// The entry under the cursor of each section, or the first line in sight.
  package var cursors: [DataReport.Section: Int] = [:]
  /// Whether the entry under the cursor has the whole view, and its first line in sight.
  package var isReading = false
  package var scroll = 0

  package init() {}

  package var cursor: Int { cursors[section] ?? 0 }
}

extension DashboardState {
  private var dataList: DataScene.PlacedList? { scene?.data?.list(data.section, data.order) }

  mutating func moveData(_ gesture: Gesture) {
    switch gesture {
    case .left: return changeSection(by: -1)
    case .right: return changeSection(by: 1)
    default: break
    }
    let height = scene?.data.map { data.isReading || dataList == nil ? $0.whole.height : $0.list.height }
    let page = max(1, (height ?? 3) - 2)
    let isScrolling = data.isReading || dataList == nil
    let last =
      isScrolling ? max(0, (dataLines?.count ?? 1) - page - 2) : (dataList?.list.tails.count ?? 1) - 1
    let here = data.isReading ? data.scroll : data.cursor
    let wanted =
      switch gesture {
      case .up: here - 1
      case .down: here + 1
      case .pageUp: here - page
      case .pageDown: here + page
      case .top: 0
      case .bottom: last
      default: here
      }
    let there = min(max(0, wanted), max(0, last))
    if data.isReading { data.scroll = there } else { data.cursors[data.section] = there }
  }

  mutating func changeSection(by step: Int) {
    let all = DataReport.Section.allCases
    let here = all.firstIndex(of: data.section) ?? 0
    data.section = all[(here + step + all.count) % all.count]
    (data.isReading, data.scroll) = (false, 0)
  }

  /// The lines that are read from top to end: the flow, the file, or all of one entry.
  var dataLines: [DataLine]? {
    guard let scene = scene?.data else { return nil }
    let width = scene.whole.width
    switch data.section {
    case .flow: return DataLine.flow(scene.report, charset: charset)
    case .file: return DataLine.lines(scene.report.file, width: width, charset: charset)
    case .endpoints, .columns, .findings:
      guard data.isReading else { return nil }
      return DataLine.lines(dataDetails, width: width, charset: charset)
    }
  }

  /// All that there is to say of the entry under the cursor.
  var dataDetails: [DataReport.Detail] {
    guard let details = dataList?.list.details, details.indices.contains(data.cursor) else { return [] }
    return details[data.cursor]
  }

  /// An endpoint's curves, a column's curves, or all lines of a finding.
  mutating func openData() -> Effect? {
    guard let scene = scene?.data else { return nil }
    switch data.section {
    case .endpoints:
      guard scene.report.reading.endpoints.indices.contains(data.cursor) else { return nil }
      return openCurves(.endpoint(scene.report.reading.endpoints[data.cursor].name))
    case .columns:
      guard let name = scene.column(row: data.cursor, data.order)?.name,
        let variable = schema.variable(name)
      else { return nil }
      do { return openCurves(.by(try Arms(variable))) } catch { message = .error("\(error)") }
      return nil
    case .findings, .file, .flow:
      guard dataList?.list.details.isEmpty == false else { return nil }
      (data.isReading, data.scroll) = (!data.isReading, 0)
      return nil
    }
  }

  private mutating func openCurves(_ command: Command) -> Effect? {
    run(command)
    guard message == nil else { return nil }
    run(.view(.curves))
    cameFrom = .data
    return nil
  }

  /// Puts the cursor on what was hit.
  mutating func pressData(x: Int, y: Int) -> Effect? {
    guard let scene = scene?.data else { return nil }
    if scene.tabs.contains(x: x, y: y) {
      guard let tab = DataPanel.tabs(scene).first(where: { $0.columns.contains(x) }) else { return nil }
      data.section = tab.section
      (data.isReading, data.scroll) = (false, 0)
      return nil
    }
    guard !data.isReading, let placed = dataList, scene.list.contains(x: x, y: y), y > scene.list.y else {
      return nil
    }
    let line = y - scene.list.y - 1 + firstDataRow(height: scene.list.height - 1)
    if placed.list.tails.indices.contains(line) { data.cursors[data.section] = line }
    return nil
  }

  /// The first entry in sight: the one under the cursor stays in the middle of the list.
  func firstDataRow(height: Int) -> Int {
    max(0, min(data.cursor - height / 2, (dataList?.list.tails.count ?? 0) - height))
  }

  mutating func sortColumns() {
    let all = DataReport.Order.allCases
    guard data.section == .columns else {
      message = .note("o sorts the columns; Tab goes to them")
      return
    }
    let places = scene?.data?.places ?? [:]
    let here = places[data.order].flatMap { $0.indices.contains(data.cursor) ? $0[data.cursor] : nil }
    data.order = all[((all.firstIndex(of: data.order) ?? 0) + 1) % all.count]
    // The cursor stays on its column, but where the most missing come first they are what is wanted.
    let there = places[data.order]?.firstIndex { $0 == here } ?? 0
    data.cursors[.columns] = data.order == .missing ? 0 : there
    message = .note("Columns \(data.order.words)")
  }
}
