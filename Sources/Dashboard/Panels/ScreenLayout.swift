package import TerminalGrid

/// Where the panels lie on the screen.
package struct ScreenLayout: Hashable, Sendable {
  package static let smallest = Size(columns: 60, rows: 18)

  package let header: Rect
  package let tabs: Rect
  package let curves: Rect
  package let filters: Rect
  package let body: Rect
  package let footer: Rect

  package init(size: Size, hidesFilters: Bool) {
    let (header, below) = Rect(size).splitTop(1)
    let (tabs, rest) = below.splitTop(1)
    let (body, footer) = rest.splitBottom(1)
    (self.header, self.tabs, self.body, self.footer) = (header, tabs, body, footer)
    let filterWidth = hidesFilters ? 0 : min(46, max(26, size.columns * 3 / 10))
    (curves, filters) = body.splitRight(filterWidth)
  }

  package init(_ state: DashboardState) {
    self.init(size: state.size, hidesFilters: state.options.hidesFilters)
  }
}
