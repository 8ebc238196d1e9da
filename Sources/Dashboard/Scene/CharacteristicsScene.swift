package import Report
import Session
import TerminalGrid

/// Who the patients are, as it lies on a screen of one size.
package struct CharacteristicsScene: Sendable {
  /// `nil` where there is nothing to describe patients by.
  package let report: CharacteristicsReport?
  package let table: PlacedCharacteristics?
  /// What a reader must know, the gravest first, and at last how the numbers are made.
  let notes: [Remark]
  let head: Rect
  let list: Rect
  let noteArea: Rect
  /// Why there is no table.
  let whyNone: String?

  init(_ report: CharacteristicsReport?, because whyNone: String? = nil, _ ask: Scene.Ask) {
    (self.report, self.whyNone) = (report, whyNone)
    let area = ScreenLayout(size: ask.size, hidesFilters: ask.display.hidesFilters).body.inset(
      left: 1, right: 1)
    let style = CharacteristicsListing.Style(
      showsRange: ask.display.spread == .range, showsPercents: ask.display.showsPercents)
    let table = report.map {
      PlacedCharacteristics(
        $0.listing(style), width: area.width, showsPValues: ask.display.showsPValues,
        charset: Charset(ask.display.charset))
    }
    self.table = table
    var notes: [Remark] = []
    if let report, let table {
      if !table.omitted.isEmpty { notes.append(Self.remark(onOmitted: table.omitted)) }
      notes += report.notes(
        style, isBare: table.isBare, isMedian: table.isBare || table.form == .medians,
        isTested: table.showsPValues)
    }
    self.notes = notes
    let (rest, noteArea) = area.splitBottom(min(notes.count, area.height < 20 ? 2 : 5))
    self.noteArea = noteArea
    (head, list) = rest.splitTop(2)
  }

  /// Arms are left out of a narrow screen, never in silence.
  private static func remark(onOmitted arms: [String]) -> Remark {
    Remark(
      .caution, "no room for \(arms.joined(separator: ", ")): a wider screen or atrisk table shows them",
      shorter: [
        "no room for \(arms.joined(separator: ", "))", "no room for \(arms.count) more arms",
      ])
  }
}
