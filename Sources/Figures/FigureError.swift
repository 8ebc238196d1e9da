/// Why there is no figure.
package enum FigureError: Error, Hashable, CustomStringConvertible {
  case nothingToDraw(because: String)
  /// The page is smaller than what has to be said on it; the least, in points.
  case tooLow(needed: Double)
  case tooNarrow(needed: Double)
  /// What cairo says.
  case notDrawn(reason: String)

  package var description: String {
    switch self {
    case .nothingToDraw(let reason): "nothing to draw: \(reason)"
    case .tooLow(let needed):
      "a figure of this width needs a height of \(PageSize.millimetres(needed)) mm or more"
    case .tooNarrow(let needed):
      "this figure needs a width of \(PageSize.millimetres(needed)) mm or more"
    case .notDrawn(let reason): "the figure could not be drawn: \(reason)"
    }
  }
}
