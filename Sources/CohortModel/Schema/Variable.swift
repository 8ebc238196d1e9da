import PrintableText

/// What is known of one variable of the patients, apart from the patients: all that a menu, a filter or a table of
/// contents needs.
package struct Variable: Hashable, Sendable {
  /// What the values mean, which decides how they are filtered and shown.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case identifier, categorical, ordered, yesNo, number, date, text
  }

  /// What values there are.
  package enum Domain: Hashable, Sendable {
    /// A short list of levels, in the order in which every list, legend and risk table shows them.
    case levels([String])
    /// Numbers recorded with at most so many decimals; dates are whole days since 1970-01-01.
    case numbers(decimals: Int)
    /// Free text or identifiers: it can be searched, but has no levels.
    case text
  }

  /// The column's name in the file; unique in a cohort.
  package var name: String
  /// What people call it; the name where nothing better is known.
  package var label: String
  package var unit: String?
  package var kind: Kind
  /// The time, in the study's recorded unit after time zero, at which the value becomes known: the name of a variable.
  ///
  /// `nil` means known at time zero.
  package var knownAt: String?
  package var domain: Domain
  /// Whether an endpoint is made of the column: what explains outcomes is no outcome itself.
  package var isOutcome = false
  /// Increasing thresholds that the study divides the numbers at; none for the median of whoever is selected.
  package var cuts: [Double] = []
  /// The level that others are compared with; `nil` for the first.
  package var reference: String?
  /// Whether it is among the factors that are looked at one at a time.
  package var isInGrid = true
  /// Whether it is left out of every list of variables.
  package var isHidden = false
  /// Patients without a value.
  package var missingCount = 0
  /// How the numbers are distributed; `nil` for other variables, and where every number is missing.
  package var distribution: NumberDistribution?

  package init(
    name: String, label: String? = nil, unit: String? = nil, kind: Kind, knownAt: String? = nil,
    domain: Domain
  ) {
    (self.name, self.label, self.unit) = (name, label ?? name, unit)
    (self.kind, self.knownAt, self.domain) = (kind, knownAt, domain)
  }

  /// The levels in their order; none for other variables.
  package var levels: [String] { if case .levels(let levels) = domain { levels } else { [] } }

  package var isNumeric: Bool { if case .numbers = domain { true } else { false } }

  /// Whether its values can be counted: levels one by one, numbers in bins.
  package var isCountable: Bool { domain != .text }

  /// One of its numbers as it can be typed in a condition: a date, a whole number without a point, or all its digits.
  package func text(_ value: Double) -> String {
    day(value)?.description ?? value.digits
  }

  /// Reads one of its numbers, as ``text(_:)`` writes it; never NaN, nor a number for a day, which looks like a year.
  package func number(_ text: String) -> Double? {
    if kind == .date, let day = CalendarDay(text) { return Double(day.daysSince1970) }
    guard let number = Double(text), !number.isNaN, day(number) == nil else { return nil }
    return number
  }

  /// The day that a number stands for; `nil` for what is no date.
  private func day(_ value: Double) -> CalendarDay? {
    guard kind == .date, let day = Int(exactly: value), CalendarDay.days.contains(day) else { return nil }
    return CalendarDay(daysSince1970: day)
  }
}

extension [Variable] {
  /// The variable that a person means: by its name to the letter, else by name or label in any letter case where that
  /// is one variable only.
  package func named(_ wanted: String) -> Variable? { index(named: wanted).map { self[$0] } }

  package func index(named wanted: String) -> Int? {
    if let exact = firstIndex(where: { $0.name == wanted }) { return exact }
    let lowered = wanted.lowercased()
    let alike = indices.filter {
      self[$0].name.lowercased() == lowered || self[$0].label.lowercased() == lowered
    }
    return alike.count == 1 ? alike[0] : nil
  }
}
