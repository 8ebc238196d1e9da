import CohortModel

/// The words for units of time in the names of columns.
enum TimeUnitWords {
  static func unit(of word: String) -> TimeUnit? {
    switch word {
    case "days", "day", "tage", "tag", "tagen", "dias", "dia", "jours", "jour", "giorni", "giorno", "dage",
      "dag", "dagen",
      "dager", "dagar", "dni", "dzien", "dny", "dnu", "nap":
      .days
    case "weeks", "week", "wks", "wk", "wochen", "woche", "semanas", "semana", "semaines", "settimane",
      "weken", "uger",
      "uker", "veckor", "tygodnie", "tydny":
      .weeks
    case "months", "month", "mos", "mo", "mths", "mth", "monate", "monat", "monaten", "meses", "mois", "mesi",
      "mese",
      "mnd", "mdr", "maanden", "maand", "maneder", "manader", "maned", "miesiace", "miesiecy", "miesiac",
      "mesice",
      "honap":
      .months
    case "years", "year", "yrs", "yr", "jahre", "jahr", "jahren", "anos", "ans", "annees", "anni", "jaar",
      "jaren",
      "lata", "lat", "roky":
      .years
    default: nil
    }
  }

  /// The unit that a name or a label mentions, if it is only one.
  static func unit(inName name: String) -> TimeUnit? {
    let units = Set(NameWords(name).words.compactMap { unit(of: $0) })
    return units.count == 1 ? units.first : nil
  }
}
