import Analysis
import CohortModel
import Session
import SurvivalStatistics
import Testing

@Suite("Commands as they are typed")
struct CommandTextTests {
  private static let adults = FilterExpression.range("age", NumericRange(lower: 18))

  @Test(
    "Every command is read",
    arguments: [
      ("where age >= 18 and note is missing", .narrow(.all([adults, .missing("note")]))),
      ("filter age >= 18", .filter("age", adults)),
      ("filter age off", .filter("age", nil)),
      ("filter donor type OFF", .filter("donor type", nil)),
      ("filter 'Age at HSCT' off", .filter("age", nil)),
      ("drop age >= 18 or ino = yes", .drop(.any([adults, .oneOf("ino", ["yes"])]))),
      ("clear", .clear),
      ("by ino", .by(.levels(of: "ino"))),
      ("by Disease phase", .by(.levels(of: "disease_phase"))),
      ("stratify age 12 4 4", .by(.cuts(of: "age", at: [4, 12]))),
      ("by age", .by(.cuts(of: "age", at: [11]))),
      ("by none", .by(nil)),
      ("endpoint cir", .endpoint("CIR")),
      ("endpoint overall SURVIVAL", .endpoint("OS")),
      ("cause relapse", .cause("relapse")),
      ("cause relapse before", .cause("Relapse before")),
      ("cause all", .cause(nil)),
      ("at 24", .at(TimePoint(24, .months))),
      ("at 730d", .at(TimePoint(730, .days))),
      ("landmark 2 years", .landmark(TimePoint(2, .years))),
      ("landmark none", .landmark(nil)),
      ("censor-at 60 months", .censorAt(TimePoint(60, .months))),
      ("interval LOG", .interval(.log)),
      ("known-later time", .knownLater(.timeDependent)),
      ("known-later override", .knownLater(.overridden)), ("known-later refuse", .knownLater(.refused)),
      ("interval arc", .interval(.arcsine)),
      ("until 36", .until(TimePoint(36, .months))),
      ("unit yr", .unit(.years)),
      ("bands on", .bands(true)),
      ("marks off", .marks(false)),
      ("risk-rows events", .riskRows(.withEvents)),
      ("zoom on", .zoom(true)),
      ("pane off", .pane(false)),
      ("crosshair 0", .crosshair(TimePoint(0, .months))),
      ("theme night", .theme("night")),
      ("theme p", .theme("paper")),
      ("charset ascii", .charset(.ascii)),
      ("mouse off", .mouse(false)),
      ("view data", .view(.data)),
      ("view uni", .view(.univariable)), ("view models", .view(.models)),
      ("sort name", .sort(.name)),
      ("view patients", .view(.patients)),
      ("order follow-up down", .order(PatientOrder(.followUp, isDescending: true))),
      ("order age", .order(PatientOrder(.variable("age")))),
      ("order donor type down", .order(PatientOrder(.variable("donor type"), isDescending: true))),
      ("columns age, donor type", .columns(["age", "donor type"])), ("columns default", .columns(nil)),
      ("mark SYN-010", .mark(.identifier("SYN-010"))), ("mark row 17", .mark(.row(16))),
      ("mark 'row 17'", .mark(.identifier("row 17"))), ("unmark all", .unmark(nil)),
      ("unmark 'all'", .unmark(.identifier("all"))),
      ("identifiers hide", .identifiers(false)), ("identifiers show", .identifiers(true)),
      ("show phase", .show("Phase")),
      ("show 2", .show("Young")),
      ("open \"Donor, as one could choose\"", .open("donor type")),
      ("close donor type", .close("donor type")),
      ("undo", .undo), ("redo", .redo), ("confirm", .confirm), ("  QUIT ", .quit), ("q", .quit),
    ] as [(String, Command)])
  func reads(text: String, command: Command) throws {
    #expect(try Command(parsing: text, in: Leukaemia.context, unit: .months) == command)
  }

  @Test(
    "What cannot be meant is said, with the nearest name",
    arguments: [
      ("", "there is no command “”"),
      ("wher age > 3", "there is no command “wher”; did you mean “where”?"),
      ("clear all", "nothing follows clear, but there is “all”"),
      ("by", "by wants more: by VARIABLE [CUTS…] | none"),
      ("by donor typ", "no variable is called “donor typ”; did you mean “donor type”?"),
      (
        "by bands",
        "bands cannot divide the patients: it has 9 values, more than the 8 curves that can be told apart"
      ),
      ("by note", "note cannot divide the patients: it is free text"),
      ("by age nan", "age cannot divide the patients: “nan” is no number to cut at"),
      (
        "by age 1 2 3 4 5 6 7 8 9 10 11 12",
        "age cannot divide the patients: 12 cuts make 13 arms, more than the 8 that can be told apart"
      ),
      ("endpoint PFS", "no endpoint is called “PFS”; there are OS, CIR, NRM, DFS"),
      (
        "cause toxicity",
        "“toxicity” is no cause of this endpoint; expected one of relapse, death, Relapse before"
      ),
      ("where agee > 3", "column 1: no variable is called “agee”; did you mean “age”?"),
      ("where ino = maybe", "column 7: “maybe” is no value of ino; expected one of no, yes"),
      (
        "filter age > 3 and ino = yes",
        "“age > 3 and ino = yes” is no condition on one variable; where takes conditions on several"
      ),
      ("filter weight off", "no variable is called “weight”"),
      ("at noon", "“noon” is no time; expected a time from 0 on such as 24, 24mo or 2 years"),
      ("until 0", "“0 months” is no time; expected a time after 0 such as 24, 24mo or 2 years"),
      ("unit moths", "no unit is called “moths”; did you mean “months”?"),
      ("theme nigth", "no theme is called “nigth”; did you mean “night”?"),
      ("theme n", "no theme is called “n”; expected one of paper, night, night-blue"),
      ("show nothing", "no saved view is called “nothing”; expected one of Phase, Young, Loop"),
      ("show 9", "no saved view is called “9”; expected one of Phase, Young, Loop"),
      ("theme \u{1B}[2J", "no theme is called “␛[2J”; expected one of paper, night, night-blue"),
    ])
  func explains(text: String, message: String) {
    let error = #expect(throws: CommandError.self) {
      try Command(parsing: text, in: Leukaemia.context, unit: .months)
    }
    #expect(error?.description == message)
  }

  @Test("A name that is a keyword, or the beginning of another with its cuts, is said in quotes")
  func quotesNames() throws {
    let number = Variable.Domain.numbers(decimals: 0)
    let context = SessionContext(
      schema: CohortSchema(
        patientCount: 1,
        variables: ["none", "\"none\"", "x", "x 5"].map { Variable(name: $0, kind: .number, domain: number) },
        endpoints: []))
    let none = Command.by(.cuts(of: "none", at: [5]))
    #expect(none.text(in: context) == "by \"none\" 5")
    #expect(try Command(parsing: "by \"none\" 5", in: context, unit: nil) == none)
    let cut = Command.by(.cuts(of: "x", at: [5, 10]))
    #expect(cut.text(in: context) == "by \"x\" 5 10")
    #expect(try Command(parsing: "by \"x\" 5 10", in: context, unit: nil) == cut)
    #expect(
      try Command(parsing: "by x 5 10", in: context, unit: nil) == .by(.cuts(of: "x 5", at: [10])))
  }

  @Test("Every word has help, its own place in the table, and no other meaning")
  func wordsAreOneTable() {
    let words = CommandWord.allCases.flatMap { [$0.rawValue] + $0.aliases }
    #expect(Set(words).count == words.count)
    for word in CommandWord.allCases {
      #expect(!word.help.isEmpty)
      #expect(CommandWord(word.rawValue.uppercased()) == word)
      #expect(word.usage.hasPrefix(word.rawValue))
    }
  }
}
