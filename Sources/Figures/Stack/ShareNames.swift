/// Places for the names of shares: inside where a share is high enough, else above all shares that have events, with a
/// leader that ends in a dot inside.
struct ShareNames {
  struct Place: Hashable {
    var box: Box
    /// From the name to the middle of its share.
    var leader: [Drawing.Point]?
  }

  private let shares: [DrawnShare]
  private let widths: [Double]
  private let height: Double
  private let area: Box
  private let lower: [CurveEnvelope]
  private let upper: [CurveEnvelope]
  private static let clearance = 2.5

  init(_ shares: [DrawnShare], widths: [Double], height: Double, in area: Box) {
    (self.shares, self.widths, self.height, self.area) = (shares, widths, height, area)
    lower = shares.map { CurveEnvelope($0.lower, in: area) }
    upper = shares.map { CurveEnvelope($0.upper, in: area) }
  }

  /// One for each share; `nil` where there is no room for a name.
  var places: [Place?] {
    var places = shares.indices.map(inside)
    for index in shares.indices where places[index] == nil {
      places[index] = outside(index, beside: places.compactMap(\.self))
    }
    return places
  }

  /// The rightmost place, of those in which the share is high enough for its name.
  private func inside(_ index: Int) -> Place? {
    let needed = height + 2 * Self.clearance
    let right = min(area.right, shares[index].upper.last?.x ?? area.right) - 6
    for left in stride(from: right - widths[index], through: area.left + 4, by: -3) {
      let free = room(index, from: left - 2, to: left + widths[index] + 2)
      guard free.bottom - free.top >= needed else { continue }
      let top = (free.top + free.bottom - height) / 2
      return Place(box: Box(left: left, top: top, right: left + widths[index], bottom: top + height))
    }
    return nil
  }

  /// Between the lowest point of the upper curve and the highest of the lower one.
  private func room(_ index: Int, from left: Double, to right: Double) -> (top: Double, bottom: Double) {
    let top = upper[index].extent(from: left, to: right)?.upperBound ?? area.top
    let bottom = lower[index].extent(from: left, to: right)?.lowerBound ?? area.bottom
    return (top, bottom)
  }

  /// A place among those free of events, as near as there is one.
  private func outside(_ index: Int, beside taken: [Place]) -> Place? {
    guard let last = shares.indices.last, index != last else { return nil }
    let end = min(area.right, shares[index].upper.last?.x ?? area.right) - 4
    for anchor in stride(from: end, through: area.left + 4, by: -4) {
      let inside = room(index, from: anchor, to: anchor)
      let left = min(anchor - widths[index] / 2, area.right - widths[index] - 2)
      guard inside.bottom - inside.top > 0.8, left > area.left + 2 else { continue }
      let free = room(last, from: left - 2, to: left + widths[index] + 2)
      let box = Box(
        left: left, top: free.bottom - 8 - height, right: left + widths[index], bottom: free.bottom - 8)
      let leader = [
        Drawing.Point(anchor, box.bottom + 0.5), Drawing.Point(anchor, (inside.top + inside.bottom) / 2),
      ]
      let whole = Box(
        left: box.left - 4, top: box.top - 2, right: box.right + 4, bottom: max(box.bottom, leader[1].y))
      guard box.top > free.top + Self.clearance, taken.allSatisfy({ !whole.overlaps($0.box) }) else {
        continue
      }
      return Place(box: box, leader: leader)
    }
    return nil
  }
}
