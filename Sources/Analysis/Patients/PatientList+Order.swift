package import CohortModel

extension PatientList {
  /// The rows of some patients in an order; whoever has no value comes last.
  ///
  /// - Parameter rows: in the order of the file; `nil` for all of them.
  /// - Complexity: O(*n* · log *n*).
  package func rows(_ rows: [Int]? = nil, by order: PatientOrder) -> [Int] {
    let rows = rows ?? Array(self.rows.numbers.indices)
    switch order.key {
    case .file: return order.isDescending ? rows.reversed() : rows
    case .identifier: return sorted(rows, by: order.isDescending) { identifier($0) }
    case .followUp: return sorted(rows, by: order.isDescending, value: followUp)
    case .event:
      return sorted(rows, by: order.isDescending) { row in
        outcome(row).flatMap { $0.cause == nil ? nil : endpoint.scale.time($0.time) }
      }
    case .variable(let name):
      guard let place = variables.firstIndex(where: { $0.name == name }) else { return rows }
      return switch column(place) {
      case .levels(let codes): sorted(rows, by: order.isDescending) { codes[$0] < 0 ? nil : codes[$0] }
      case .numbers(let values):
        sorted(rows, by: order.isDescending) { values[$0].isNaN ? nil : values[$0] }
      case .texts(let texts): sorted(rows, by: order.isDescending) { texts[$0] }
      }
    }
  }

  /// The last time at which anything is known of a patient, in the endpoint's recorded unit.
  private func followUp(_ row: Int) -> Double? {
    let times = [
      outcome(row).map { endpoint.scale.time($0.time) },
      overall.flatMap { overall in
        overallOutcome(row).map { overall.recorded($0.time, in: endpoint.scale.unit) }
      },
    ]
    return times.compactMap { $0 }.max()
  }

  private func sorted<Value: Comparable>(
    _ rows: [Int], by isDescending: Bool, value: (Int) -> Value?
  ) -> [Int] {
    var known: [(value: Value, row: Int)] = []
    var unknown: [Int] = []
    known.reserveCapacity(rows.count)
    for row in rows {
      if let value = value(row) { known.append((value, row)) } else { unknown.append(row) }
    }
    known.sort { a, b in
      a.value == b.value ? a.row < b.row : isDescending ? a.value > b.value : a.value < b.value
    }
    return known.map(\.row) + unknown
  }

  /// The patients with an event at a step of the curves.
  ///
  /// - Parameters:
  ///   - time: from time zero or the landmark, in the recorded unit.
  ///   - causes: those that make the curves step.
  package func rows(withEventAt time: Double, causes: Set<Int>) -> [Int] {
    rows.numbers.indices.filter { row in
      guard let course = course(row), let cause = course.cause, causes.contains(cause) else { return false }
      return abs(course.end - time) <= max(time, 1) * 1e-9
    }
  }
}
