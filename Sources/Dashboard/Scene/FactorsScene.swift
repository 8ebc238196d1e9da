package import Report
import Session
import TerminalGrid

/// One factor at a time, as it lies on a screen of one size.
package struct FactorsScene: Sendable {
  package let report: UnivariableReport
  package let forest: PlacedForest
  /// What a reader must know, the gravest first, and at last how the numbers are made.
  let notes: [Remark]
  let head: Rect
  let list: Rect
  let noteArea: Rect

  init(_ report: UnivariableReport, _ ask: Scene.Ask) {
    self.report = report
    let area = ScreenLayout(size: ask.size, hidesFilters: ask.display.hidesFilters).body.inset(
      left: 1, right: 1)
    forest = PlacedForest(
      report.forest(by: ask.display.factorOrder), width: area.width, keeping: .detail,
      charset: Charset(ask.display.charset))
    notes =
      report.remarksOnTested + report.remarksOnUntested + [report.conventions(forest.table.table.signNotes)]
    let (rest, noteArea) = area.splitBottom(min(notes.count, area.height < 20 ? 2 : 4))
    (head, list) = rest.splitTop(1)
    self.noteArea = noteArea
  }
}
