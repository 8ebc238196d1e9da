package import SurvivalStatistics

/// Asks what became of the selected patients by each of many variables, one at a time.
package struct FactorTablesRequest: Hashable, Sendable {
  /// The endpoint's name.
  package var endpoint: String
  package var filters: FilterSet
  /// The names of variables with levels or numbers.
  ///
  /// Numbers are divided at the variable's own cuts, else at the median (R's type 7) of the selected whom the endpoint can
  /// use.
  package var variables: [String]

  package init(endpoint: String, filters: FilterSet = FilterSet(), variables: [String]) {
    (self.endpoint, self.filters, self.variables) = (endpoint, filters, variables)
  }
}

/// The counts for one variable of a ``FactorTablesRequest``.
package struct FactorTables: Equatable, Sendable {
  /// How the variable divides the patients; `nil` where it cannot, as when nobody has a value.
  package var arms: Arms?
  /// One table for each arm, empty ones included.
  package var tables: [EventTable]
  /// Of the selected and usable without a value.
  package var unknown: EventTable

  package init(arms: Arms?, tables: [EventTable], unknown: EventTable) {
    (self.arms, self.tables, self.unknown) = (arms, tables, unknown)
  }
}

extension Variable {
  /// How the variable divides patients whose numbers have a median.
  package func factorArms(median: Double?) -> Arms? {
    switch domain {
    case .levels: .levels(of: name)
    case .numbers(let decimals):
      cuts.isEmpty
        ? median.map { .cuts(of: name, at: [Self.rounded($0, decimals: decimals + 1)]) }
        : .cuts(of: name, at: cuts)
    case .text: nil
    }
  }

  /// Halfway between two numbers there is one decimal more; what lies beyond it is an error of binary fractions.
  private static func rounded(_ value: Double, decimals: Int) -> Double {
    guard (0...12).contains(decimals) else { return value }
    let power = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
    let rounded = (value * power).rounded() / power
    return (rounded - value).magnitude <= 1e-12 * value.magnitude ? rounded : value
  }
}
