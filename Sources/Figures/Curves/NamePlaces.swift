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
  ///
  /// One name after the other takes the best place that is left, in each of many orders; the order counts that leaves
  /// out the fewest names.
  ///
  /// - Complexity: O(places · columns) for each curve, and O(places) again for each of at most 120 orders.
  var places: [Place?] {
    let free = named.indices.map { index in
      candidates(index).filter { isFree($0.place, of: index) }.sorted { $0.cost < $1.cost }
    }
    return named.indices.orders.map { places(in: $0, free) }
      .min { ($0.left, $0.cost) < ($1.left, $1.cost) }?.places ?? []
  }

  private func places(
    in order: [Int], _ free: [[Candidate]]
  ) -> (places: [Place?], left: Int, cost: Double) {
    var places = [Place?](repeating: nil, count: named.count)
    var cost = 0.0
    for index in order {
      let taken = places.compactMap(\.self)
      let found = free[index].first { candidate in
        taken.allSatisfy { !$0.isInTheWay(of: candidate.place) && !candidate.place.isInTheWay(of: $0) }
      }
      places[index] = found?.place
      cost += found?.cost ?? 0
    }
    return (places, places.count { $0 == nil }, cost)
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

  private func isFree(_ place: Place, of index: Int) -> Bool {
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
    return true
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

extension Range<Int> {
  /// All orders of up to five numbers; of more, those that begin at each of them and go up or down.
  fileprivate var orders: [[Int]] {
    guard count > 5 else { return Array(self).permutations }
    return flatMap { first in
      let upwards = Array(first..<upperBound) + Array(lowerBound..<first)
      return [upwards, upwards.reversed()]
    }
  }
}

extension [Int] {
  fileprivate var permutations: [[Int]] {
    guard count > 1 else { return [self] }
    return indices.flatMap { place in
      var rest = self
      let first = rest.remove(at: place)
      return rest.permutations.map { [first] + $0 }
    }
  }
}
