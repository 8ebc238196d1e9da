import CohortModel

/// What the stored numbers of a variable stand for, by the format in which its program shows them.
enum ValueFormat: Equatable {
  case plain
  /// Days since a day.
  case days(since: CalendarDay)
  /// Seconds since the beginning of a day, `perSecond` of them a second.
  case moments(since: CalendarDay, perSecond: Double, hasLeapSeconds: Bool)
  /// Moments of which the program shows the day only.
  case daysOfSeconds(since: CalendarDay)
  /// A time of day or a duration, in seconds.
  case clock
  /// Days, or moments of a number of seconds, of which the program shows the period only.
  case dayOf(Period, since: CalendarDay, secondsPerUnit: Double)
  /// Periods counted from 1960.
  case count(Period)
  /// Dates of a calendar that the file does not hold.
  case unknownCalendar(String)

  enum Period: Equatable { case week, month, quarter, half, year }

  static let epoch1582 = CalendarDay(daysSince1970: -141_428)
  static let epoch1960 = CalendarDay(daysSince1970: -3_653)

  /// Reads `DATE11`, `%tdDD/NN/CCYY`, `YYMMDD10`.
  init(_ written: String, of format: StatisticsFormat) {
    switch format {
    case .spss, .spssPortable: self = Self.spss(Self.name(written))
    case .stata: self = Self.stata(written)
    case .sas, .sasTransport: self = Self.sas(Self.name(written))
    }
  }

  /// A format's name without its width and decimals.
  private static func name(_ written: String) -> String {
    var name = written.uppercased()[...]
    while let last = name.last, last == "." || ("0"..."9").contains(last) { name.removeLast() }
    return String(name)
  }

  private static func spss(_ name: String) -> ValueFormat {
    switch name {
    case "DATE", "ADATE", "EDATE", "SDATE", "JDATE": .daysOfSeconds(since: epoch1582)
    case "DATETIME", "YMDHMS": .moments(since: epoch1582, perSecond: 1, hasLeapSeconds: false)
    case "TIME", "DTIME", "MTIME": .clock
    case "WKYR": .dayOf(.week, since: epoch1582, secondsPerUnit: 1)
    case "MOYR": .dayOf(.month, since: epoch1582, secondsPerUnit: 1)
    case "QYR": .dayOf(.quarter, since: epoch1582, secondsPerUnit: 1)
    default: .plain
    }
  }

  private static func stata(_ written: String) -> ValueFormat {
    var rest = written.drop { $0 == "%" || $0 == "-" }
    if rest.first == "t" { rest.removeFirst() } else if rest.first != "d" { return .plain }
    return switch rest.first {
    case "d": .days(since: epoch1960)
    case "c": .moments(since: epoch1960, perSecond: 1000, hasLeapSeconds: false)
    case "C": .moments(since: epoch1960, perSecond: 1000, hasLeapSeconds: true)
    case "w": .count(.week)
    case "m": .count(.month)
    case "q": .count(.quarter)
    case "h": .count(.half)
    case "b": .unknownCalendar(written)
    // A year is the number that it is.
    default: .plain
    }
  }

  private static func sas(_ name: String) -> ValueFormat {
    if days.contains(name) { return .days(since: epoch1960) }
    if moments.contains(name) { return .moments(since: epoch1960, perSecond: 1, hasLeapSeconds: false) }
    if ["TIME", "TIMEAMPM", "HHMM", "MMSS", "TOD", "E8601TM", "B8601TM", "IS8601TM", "NLTIME"].contains(name)
    {
      return .clock
    }
    if let period = periods[name] { return .dayOf(period, since: epoch1960, secondsPerUnit: 86_400) }
    if let period = periodsOfMoments[name] { return .dayOf(period, since: epoch1960, secondsPerUnit: 1) }
    if ["DTDATE", "E8601DN", "B8601DN", "IS8601DN", "DTWKDATX"].contains(name) {
      return .daysOfSeconds(since: epoch1960)
    }
    return .plain
  }

  private static let days: Set<String> = [
    "DATE", "DAY", "DOWNAME", "DDMMYY", "DDMMYYB", "DDMMYYC", "DDMMYYD", "DDMMYYN", "DDMMYYP", "DDMMYYS",
    "MMDDYY", "MMDDYYB", "MMDDYYC", "MMDDYYD", "MMDDYYN", "MMDDYYP", "MMDDYYS", "YYMMDD", "YYMMDDB",
    "YYMMDDC",
    "YYMMDDD", "YYMMDDN", "YYMMDDP", "YYMMDDS", "E8601DA", "B8601DA", "IS8601DA", "WEEKDATE", "WEEKDATX",
    "WEEKDAY", "WORDDATE", "WORDDATX", "JULIAN", "JULDAY", "PDJULG", "PDJULI", "MINGUO", "NENGO", "EURDFDD",
    "EURDFDE", "EURDFDN", "EURDFDWN", "EURDFWDX", "EURDFWKX", "NLDATE", "NLDATEL", "NLDATEM", "NLDATES",
    "NLDATEW", "XYYMMDD",
  ]
  private static let moments: Set<String> = [
    "DATETIME", "DATEAMPM", "MDYAMPM", "E8601DT", "B8601DT", "IS8601DT", "E8601DX", "B8601DX", "E8601DZ",
    "B8601DZ", "IS8601DZ", "EURDFDT", "NLDATM", "NLDATML", "NLDATMM", "NLDATMS", "NLDATMW",
  ]
  private static let periods: [String: Period] = [
    "MONYY": .month, "MONTH": .month, "MONNAME": .month, "YYMON": .month, "MMYY": .month, "MMYYC": .month,
    "MMYYD": .month, "MMYYN": .month, "MMYYP": .month, "MMYYS": .month, "YYMM": .month, "YYMMC": .month,
    "YYMMD": .month, "YYMMN": .month, "YYMMP": .month, "YYMMS": .month, "EURDFMY": .month, "EURDFMN": .month,
    "NLDATEYM": .month, "QTR": .quarter, "QTRR": .quarter, "YYQ": .quarter, "YYQC": .quarter,
    "YYQD": .quarter, "YYQN": .quarter, "YYQP": .quarter, "YYQS": .quarter, "YYQR": .quarter,
    "YYQRC": .quarter, "YYQRD": .quarter, "YYQRN": .quarter, "YYQRP": .quarter, "YYQRS": .quarter,
    "NLDATEYQ": .quarter, "YEAR": .year,
  ]
  private static let periodsOfMoments: [String: Period] = [
    "DTMONYY": .month, "DTYEAR": .year, "DTYYQC": .quarter, "NLDATMYM": .month, "NLDATMYQ": .quarter,
  ]
}
