package import Report
import Session
import TerminalGrid

/// The regressions, as they lie on a screen of one size, with room for the variables that could enter them.
package struct ModelsScene: Sendable {
  /// `nil` where there can be no models.
  package let report: ModelsReport?
  package let forest: PlacedForest?
  /// What a reader must know, the gravest first, and at last how the numbers are made.
  let notes: [Remark]
  let fitLines: [Remark]
  let head: Rect
  let list: Rect
  /// How well the models fit: lines beside the terms under a rule, or one below them.
  let fits: Rect
  /// The variables to choose from, with their heading.
  let variables: Rect
  /// Where the ratio of the variable under the cursor is read aloud.
  let readingArea: Rect
  let noteArea: Rect
  let isBeside: Bool
  /// Why there can be no models.
  let whyNone: String?

  init(_ report: ModelsReport?, because whyNone: String? = nil, _ ask: Scene.Ask) {
    (self.report, self.whyNone) = (report, whyNone)
    let area = ScreenLayout(size: ask.size, hidesFilters: ask.display.hidesFilters).body.inset(
      left: 1, right: 1)
    let charset = Charset(ask.display.charset)
    isBeside = area.width >= 74
    let side = isBeside ? min(44, max(26, area.width * 3 / 10)) : 0
    fitLines = report?.fitLines(of: ask.display.model) ?? []
    let table = report?.forest(of: ask.display.model, showsUnadjusted: ask.display.showsUnadjusted)
    let width = area.width - side - (isBeside ? 2 : 0)
    forest = table.map { PlacedForest($0, width: width, keeping: .important, charset: charset) }
    notes = report.map { $0.notes(table?.table.signNotes ?? []) } ?? []
    let (rest, noteArea) = area.splitBottom(min(notes.count, area.height < 20 ? 2 : 4))
    self.noteArea = noteArea
    let terms: Rect
    if isBeside {
      let (left, right) = rest.splitRight(side)
      (variables, fits) = right.splitBottom(
        fitLines.isEmpty ? 0 : min(fitLines.count + 1, max(0, right.height - 6)))
      terms = Rect(x: left.x, y: left.y, width: width, height: left.height)
    } else {
      let (upper, lower) = rest.splitBottom(max(4, rest.height * 2 / 5))
      variables = lower
      (terms, fits) = upper.splitBottom(fitLines.isEmpty ? 0 : 1)
    }
    // It is read below the terms, where they leave room for it.
    let spare = terms.height - 1 - (forest?.lines.count ?? 0)
    let (upperTerms, reading) = terms.splitBottom(spare > 2 ? min(spare, 4) : 0)
    readingArea = reading
    (head, list) = upperTerms.splitTop(1)
  }
}
