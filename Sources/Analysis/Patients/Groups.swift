package import SurvivalStatistics

/// Patients divided into groups: arms, the levels of a variable, or strata.
package struct Groups: Equatable, Sendable {
  /// In their order.
  package let names: [String]
  /// The group of each patient, by its place in ``names``.
  package let members: [Int]

  package var count: Int { names.count }

  /// Everybody in one group.
  package init(everybody count: Int) {
    (names, members) = (["all"], [Int](repeating: 0, count: count))
  }

  /// The levels of a variable in their order; those that do not occur are left out.
  ///
  /// - Parameter codes: the level of each patient, by its place.
  package init(levels: [String], codes: [Int]) {
    var places = [Int](repeating: -1, count: levels.count)
    for code in codes { places[code] = 0 }
    let present = levels.indices.filter { places[$0] == 0 }
    for (place, level) in present.enumerated() { places[level] = place }
    (names, members) = (present.map { levels[$0] }, codes.map { places[$0] })
  }

  /// The strata by several variables together, numbered in the order in which they occur; a single one without any.
  ///
  /// - Parameter codes: for each patient the codes of its values, which are compared only.
  package init(strata codes: [[Int]]) {
    var places: [[Int]: Int] = [:]
    members = codes.map { cell in
      if let known = places[cell] { return known }
      places[cell] = places.count
      return places.count - 1
    }
    names = (0..<max(1, places.count)).map { "\($0)" }
  }

  /// The patients of each group, by their places.
  package var places: [[Int]] {
    var places = [[Int]](repeating: [], count: count)
    for (place, group) in members.enumerated() { places[group].append(place) }
    return places
  }

  /// The groups as a covariate of a model, the first being the reference.
  package func factor(named name: String) -> Covariate {
    .factor(name: name, levels: names, codes: members)
  }
}
