import CohortEngine
import CohortModel

/// An endpoint that was found without being told.
struct GuessedEndpoint {
  var declaration: EndpointDeclaration
  let rule: EndpointOrigin.Rule
  /// Why somebody should be asked before it is used; `nil` where it is sure.
  var doubt: String?
  /// What was assumed of its codes.
  var remarks: [String] = []
}

/// Finds the endpoints of a table that nobody described, by the names and values of its columns.
///
/// Tried in this order: a time and a status whose names go together, with a column of causes beside them; times of
/// death and of last contact; dates.  Whatever is found is a guess to be shown with its counts.  What is open to another
/// reading carries its doubt, and no value is taken for “no event” only because nothing else is known about it.
struct EndpointDetection {
  /// The most trustworthy first.
  private(set) var guesses: [GuessedEndpoint] = []
  /// What is no guess, because hardly anything joins its columns, but may be right.
  private(set) var offers: [GuessedEndpoint] = []
  private(set) var findings: [Finding] = []
  /// The study file with the guesses in it.
  private(set) var file: StudyFile
  /// Columns that may be a time, or a status, for whoever is asked.
  private(set) var candidates = ReadingCandidates()

  init(columns: StudyColumns, file: StudyFile) {
    self.file = file
    let pairs = EndpointPairs(columns, study: file)
    findings += pairs.findings
    offers = pairs.offers
    let registered = Self.overallSurvival(pairs) == nil ? TimesOfDeath.file(file, columns) : nil
    if let (found, doubt) = registered {
      adopt(found, rule: .preset, doubt: doubt)
    } else {
      let composed = DeathAndDisease(pairs.pairs, file: file, columns: columns)
      self.file = composed.file
      findings += composed.findings
      guesses += pairs.guesses(besides: composed.composed)
      guesses += CauseColumns(columns, pairs: pairs).guesses
      guesses += composed.guesses
    }
    // Dates are read where no columns of times are, or none that are sure.
    if !guesses.contains(where: { $0.doubt == nil }), let (dated, doubt) = DateColumns.file(file, columns),
      guesses.isEmpty || doubt == nil
    {
      guesses = []
      adopt(dated, rule: .dates, doubt: doubt)
    }
    nameParameter(columns)
    if let doubt = ParameterColumns.doubt(columns) {
      for index in guesses.indices where guesses[index].doubt == nil { guesses[index].doubt = doubt }
    }
    guesses = guesses.filter { $0.doubt == nil } + guesses.filter { $0.doubt != nil }
    nameApart()
    self.file.endpoints = guesses.map(\.declaration)
    candidates = ReadingCandidates(columns, pairs: pairs)
    if guesses.isEmpty, offers.isEmpty {
      findings.append(Finding(.error, message: "no endpoint was found; \(candidates.expectation)"))
    }
    noteUnits(columns)
  }

  /// A pair for overall survival by its own names, not a last contact beside a vital status.
  private static func overallSurvival(_ pairs: EndpointPairs) -> EndpointPairs.Pair? {
    pairs.pairs.first { pair in
      pair.stem == "os" && pair.doubt == nil && TimeColumnName(pair.time).form != .lastContact
    }
  }

  private mutating func adopt(_ found: StudyFile, rule: EndpointOrigin.Rule, doubt: String?) {
    file = found
    guesses += found.endpoints.map { GuessedEndpoint(declaration: $0, rule: rule, doubt: doubt) }
  }

  /// A table of one parameter says what its endpoint is called, and often the unit.
  private mutating func nameParameter(_ columns: StudyColumns) {
    guard let (name, label, unit) = ParameterColumns.single(columns) else { return }
    for index in guesses.indices {
      guard case .columns(let time, _, _) = guesses[index].declaration.source, time.lowercased() == "aval"
      else { continue }
      guesses[index].declaration.name = name
      guesses[index].declaration.label = label ?? guesses[index].declaration.label
      file.timeUnit = file.timeUnit ?? unit
    }
  }

  /// Gives endpoints of the same name numbers.
  private mutating func nameApart() {
    var taken: Set<String> = []
    for index in guesses.indices {
      let name = guesses[index].declaration.name
      var unique = name
      var number = 2
      while !taken.insert(unique.lowercased()).inserted {
        unique = "\(name)_\(number)"
        number += 1
      }
      guesses[index].declaration.name = unique
    }
  }

  private mutating func noteUnits(_ columns: StudyColumns) {
    guard file.timeUnit == nil else { return }
    var seen: Set<String> = []
    for guess in guesses {
      guard case .columns(let time, _, _) = guess.declaration.source, seen.insert(time).inserted else {
        continue
      }
      guard let recorded = RecordedTimes(times: time, in: columns), recorded.unit == nil else { continue }
      findings.append(
        Finding(
          .note, column: time,
          message:
            "the unit of the times is not stated; say --time-unit days or so, or time_unit in a study file")
      )
    }
  }
}
