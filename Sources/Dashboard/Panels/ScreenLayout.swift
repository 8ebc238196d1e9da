import Session
package import TerminalGrid

/// Where the panels lie on the screen.
package struct ScreenLayout: Hashable, Sendable {
  package static let smallest = Size(columns: 60, rows: 18)

  package let header: Rect
  package let tabs: Rect
  /// The sentence that says what the numbers are.
  package let headline: Rect
  package let curves: Rect
  package let filters: Rect
  package let body: Rect
  package let footer: Rect
  /// Whether the filters lie over the curves, shown only while somebody uses them.
  package let isDrawer: Bool

  package init(size: Size, hidesFilters: Bool) {
    let (header, below) = Rect(size).splitTop(1)
    let (tabs, belowTabs) = below.splitTop(1)
    let (headline, rest) = belowTabs.splitTop(1)
    let (body, footer) = rest.splitBottom(1)
    (self.header, self.tabs, self.headline) = (header, tabs, headline)
    (self.body, self.footer) = (body, footer)
    isDrawer = size.columns < 100 && !hidesFilters
    let width =
      hidesFilters ? 0 : isDrawer ? min(44, size.columns - 8) : min(46, max(30, size.columns * 3 / 10))
    let (left, right) = body.splitRight(width)
    (curves, filters) = (isDrawer ? body : left, right)
  }

  package init(_ state: DashboardState) {
    self.init(size: state.size, hidesFilters: state.display.hidesFilters)
  }
}
