/// A unit of follow-up time.
///
/// A month is 30.4375 days and a year 365.25: both are averages over leap years, and 12 months are exactly a year.
package enum TimeUnit: String, Hashable, Sendable, CaseIterable {
  case days, weeks, months, years

  package var days: Double {
    switch self {
    case .days: 1
    case .weeks: 7
    case .months: 30.4375
    case .years: 365.25
    }
  }

  /// The name for one of them: `month` of `months`.
  package var singular: String { String(rawValue.dropLast()) }
}
