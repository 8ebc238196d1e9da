import CohortEngine

/// The words for units of time in the names of columns.
enum TimeUnitWords {
  static func unit(of word: String) -> TimeUnit? {
    switch word {
    case "days", "day", "tage", "tag", "dias", "días", "jours", "giorni", "dage", "dagen": .days
    case "weeks", "week", "wks", "wk", "wochen", "semanas", "semaines", "settimane": .weeks
    case "months", "month", "mos", "mo", "mths", "mth", "monate", "monat", "meses", "mois", "mesi", "mnd":
      .months
    case "years", "year", "yrs", "yr", "jahre", "jahr", "años", "anos", "ans", "anni", "jaar": .years
    default: nil
    }
  }

  /// The unit that a name or a label mentions, if it is only one.
  static func unit(inName name: String) -> TimeUnit? {
    let units = Set(NameWords(name).words.compactMap { unit(of: $0) })
    return units.count == 1 ? units.first : nil
  }
}
