package import CohortModel
import PrintableText

/// Why a command cannot be understood or carried out.
package indirect enum CommandError: Error, Equatable, Sendable, CustomStringConvertible {
  case unknownWord(String, nearest: String?)
  /// Something must follow the word.
  case nothingAfter(CommandWord)
  /// Nothing may follow the word.
  case superfluous(String, after: CommandWord)
  case unknownName(String, of: Named, known: [String])
  /// A variable, an endpoint or a cause that means nothing in the cohort, or cannot divide it.
  case naming(NamingError)
  case condition(FilterSyntaxError)
  case definition(DefinitionError)
  /// A condition that means something else once it is read back.
  case unsayable(String)
  /// What should be one variable's own filter looks at others, or at none.
  case notAboutOne(String, variable: String?)
  /// No such condition on several variables is in force.
  case notInForce(String)
  /// More conditions inside each other than the limit.
  case tooDeep(limit: Int)
  case notATime(String, after: CommandWord)
  case notAPatient(String)
  /// The endpoint's times have no unit that anybody knows.
  case noUnit
  /// Follow-up that counts from a landmark on must end after it.
  case endsBeforeLandmark(landmark: String, end: String)
  /// An endpoint of which there is one cause alone to show.
  case oneCause(String)
  /// The second factor divides the patients into arms already.
  case panelsAreArms(String)
  /// Without a filter everybody is selected, and there is nobody to compare them with.
  case nobodyIsTheRest
  case nothingToUndo
  case nothingToRedo
  /// A command in a saved view that is no part of a question or its display.
  case notInAView(CommandWord)
  /// What is wrong with a command of a saved view.
  case inView(String, CommandError)
  /// What is wrong in a line of a log, counted from 1.
  case line(Int, CommandError)

  /// What a name may be of.
  package enum Named: String, Hashable, Sendable {
    case theme, view, unit, scale, choice
    case savedView = "saved view"
  }

  package var description: String { words.onOneLine }

  private var words: String {
    switch self {
    case .unknownWord(let word, let nearest):
      "there is no command “\(word.cut)”" + (nearest.map { "; did you mean “\($0)”?" } ?? "")
    case .nothingAfter(let word): "\(word.rawValue) wants more: \(word.usage)"
    case .superfluous(let text, let word): "nothing follows \(word.rawValue), but there is “\(text.cut)”"
    case .unknownName(let name, let kind, let known): Self.unknown(name, kind, known)
    case .naming(let error): error.description
    case .condition(let error): error.description
    case .definition(let error): error.description
    case .unsayable(let text): "“\(text.cut)” does not fit the values of its variables"
    case .notAboutOne(let text, let variable):
      variable.map { "“\(text.cut)” is no condition on \($0) alone" }
        ?? "“\(text.cut)” is no condition on one variable; where takes conditions on several"
    case .notInForce(let text): "“\(text.cut)” is no condition on several variables in force"
    case .tooDeep(let limit): "more than \(limit) conditions inside each other; expected fewer"
    case .notATime(let text, let word):
      "“\(text.cut)” is no time; expected \(Self.expected(after: word)) such as 24, 24mo or 2 years"
    case .notAPatient(let text): "“\(text.cut)” is nobody; expected an identifier, or row and its number"
    case .noUnit: "the unit of these times is not known; say it in a study file (time_unit)"
    case .endsBeforeLandmark(let landmark, let end):
      "follow-up would end at \(end), not after the landmark at \(landmark): nobody would be left"
    case .oneCause(let endpoint): "\(endpoint.cut) has one cause: there is nothing beside it"
    case .panelsAreArms(let variable):
      "\(variable.cut) makes the arms already; choose another factor for the panels"
    case .nobodyIsTheRest:
      "without a filter nobody is the rest; choose patients first: where age >= 12"
    case .nothingToUndo: "nothing to undo"
    case .nothingToRedo: "nothing to redo"
    case .notInAView(let word): "\(word.rawValue) is nothing that a saved view can do"
    case .inView(let name, let error): "saved view “\(name.cut)”: \(error.words)"
    case .line(let number, let error): "line \(number): \(error.words)"
    }
  }

  private static func unknown(_ name: String, _ kind: Named, _ known: [String]) -> String {
    guard !known.isEmpty else { return "no \(kind.rawValue) is called “\(name.cut)”; there is none" }
    if let nearest = NearestName.of(name, among: known) {
      return "no \(kind.rawValue) is called “\(name.cut)”; did you mean “\(nearest.cut)”?"
    }
    let shown = known.prefix(8).map(\.cut).joined(separator: ", ") + (known.count > 8 ? ", …" : "")
    return "no \(kind.rawValue) is called “\(name.cut)”; expected one of \(shown)"
  }

  private static func expected(after word: CommandWord) -> String {
    word == .until || word == .censorAt ? "a time after 0" : "a time from 0 on"
  }
}

extension String {
  /// The text, or its beginning where it is long.
  fileprivate var cut: String { count > 60 ? prefix(57) + "…" : self }
}
