/// Places for the names of curves, beside each curve's end where that is possible: never on a curve, a mark or another
/// name; tied to its curve by a leader where it could be taken for that of another.
struct NamePlaces {
  struct Place: Hashable {
    var box: Box
    /// Upright, from the name to the curve.
    var leader: [Drawing.Point]?
  }

  /// A curve with the width of its name.
  struct Named {
    var curve: DrawnCurve
    var width: Double
  }

  private let named: [Named]
  private let area: Box
  private let height: Double
  private let envelopes: [CurveEnvelope]
  /// Clear of marks on the line.
  private static let clearance = 4.0

  init(_ named: [Named], in area: Box, height: Double) {
    (self.named, self.area, self.height) = (named, area, height)
    envelopes = named.map { CurveEnvelope($0.curve.points, in: area) }
  }

  /// One for each curve; `nil` where there is no room for a name.
  var places: [Place?] {
    let forwards = places(in: Array(named.indices))
    guard forwards.contains(where: { $0 == nil }) else { return forwards }
    let backwards = places(in: named.indices.reversed())
    return backwards.count { $0 == nil } < forwards.count { $0 == nil } ? backwards : forwards
  }

  private func places(in order: [Int]) -> [Place?] {
    var places = [Place?](repeating: nil, count: named.count)
    for index in order {
      let taken = places.compactMap(\.self)
      places[index] =
        candidates(index).filter { isFree($0.place, of: index, beside: taken) }
        .min { $0.cost < $1.cost }?.place
    }
    return places
  }

  private typealias Candidate = (place: Place, cost: Double)

  private func candidates(_ index: Int) -> [Candidate] {
    let (end, width) = (named[index].curve.end, named[index].width)
    var found: [Candidate] = [
      (
        Place(
          box: Box(
            left: end.x + 5, top: end.y - height / 2, right: end.x + 5 + width, bottom: end.y + height / 2)),
        0
      )
    ]
    for anchor in stride(from: end.x, through: area.left + 4, by: -4) {
      for share in [1, 0.5, 0.0] {
        let left = anchor - width * share
        guard left >= area.left + 3, left + width <= area.right,
          let own = envelopes[index].extent(from: left - 2, to: left + width + 2)
        else { continue }
        let distance = (end.x - (left + width)) * 0.1 + abs(share - 1) * 2
        for rise in [0.0, 6, 14, 24, 36, 50, 66] {
          for isAbove in [true, false] {
            let gap = Self.clearance + rise
            let top = isAbove ? own.lowerBound - gap - height : own.upperBound + gap
            let box = Box(left: left, top: top, right: left + width, bottom: top + height)
            if rise == 0, isOfThisCurve(box, index) { found.append((Place(box: box), distance)) }
            guard rise > 0, let there = envelopes[index].extent(from: anchor, to: anchor) else { continue }
            let leader =
              isAbove
              ? [Drawing.Point(anchor, box.bottom), Drawing.Point(anchor, there.lowerBound)]
              : [Drawing.Point(anchor, there.upperBound), Drawing.Point(anchor, box.top)]
            let length = leader[1].y - leader[0].y
            found.append((Place(box: box, leader: leader), distance + 8 + length * 0.6))
          }
        }
      }
    }
    return found
  }

  /// Whether no other curve is as near, so that the name needs no leader.
  private func isOfThisCurve(_ box: Box, _ index: Int) -> Bool {
    !envelopes.indices.contains { other in
      other != index
        && envelopes[other].extent(from: box.left - 4, to: box.right + 4).map {
          $0.lowerBound < box.bottom + 3 * Self.clearance && $0.upperBound > box.top - 3 * Self.clearance
        } ?? false
    }
  }

  private func isFree(_ place: Place, of index: Int, beside taken: [Place]) -> Bool {
    guard area.contains(place.box) else { return false }
    let clear = place.box.grown(by: Self.clearance - 0.5)
    for (other, envelope) in envelopes.enumerated() {
      if let extent = envelope.extent(from: clear.left, to: clear.right), extent.lowerBound < clear.bottom,
        extent.upperBound > clear.top
      {
        return false
      }
      guard other != index, let leader = place.leader, let x = leader.first?.x,
        let extent = envelope.extent(from: x - 2, to: x + 2)
      else { continue }
      if extent.lowerBound < leader[1].y + 2, extent.upperBound > leader[0].y - 2 { return false }
    }
    return taken.allSatisfy { !$0.isInTheWay(of: place) && !place.isInTheWay(of: $0) }
  }
}

extension NamePlaces.Place {
  /// What the leader takes up.
  private var leaderBox: Box? {
    leader.map { Box(left: $0[0].x - 2, top: $0[0].y, right: $0[0].x + 2, bottom: $0[1].y) }
  }

  fileprivate func isInTheWay(of other: NamePlaces.Place) -> Bool {
    let boxes = [other.box, other.leaderBox].compactMap(\.self)
    return boxes.contains { box.grown(by: 3).overlaps($0) }
      || boxes.contains { leaderBox?.overlaps($0) ?? false }
  }
}
