import Analysis
import CohortModel
import Session
import Testing

@Suite("A session")
struct SessionTests {
  private let context = Leukaemia.context

  @Test(
    "Curves are read at two years, a year or half a year where follow-up reaches, else at a round time",
    arguments: [
      (TimeUnit.months, 100, TimePoint(24, .months)), (.months, 28, TimePoint(12, .months)),
      (.months, 8, TimePoint(6, .months)), (.months, 7, TimePoint(2, .months)),
      (.years, 20, TimePoint(2, .years)), (.years, 1, TimePoint(0.5, .years)),
      (.days, 900, TimePoint(24, .months)), (.days, 548, TimePoint(365, .days)),
      (nil, 90, TimePoint(20, nil)), (.months, 0, nil),
    ] as [(TimeUnit?, Int64, TimePoint?)])
  func suggestsATime(unit: TimeUnit?, last: Int64, at: TimePoint?) {
    let endpoint = Leukaemia.endpoint("OS", "OS", .survival, ["death"], unit, last)
    var context = SessionContext(schema: CohortSchema(patientCount: 9, variables: [], endpoints: [endpoint]))
    #expect(Session(context).question.at == at)
    context.defaultAt = TimePoint(5, .weeks)
    #expect(Session(context).question.at == TimePoint(5, .weeks))
  }

  @Test("A cohort without endpoints has a session that refuses to choose one")
  func emptyCohort() throws {
    let context = SessionContext(schema: CohortSchema(patientCount: 0, variables: [], endpoints: []))
    #expect(Session(context).question == Question(endpoint: ""))
    #expect(throws: CommandError.self) { try Session(context).applying(.endpoint("OS"), in: context) }
  }

  @Test("The shown unit changes no time, and undo after it brings back the time that was said")
  func unitsChangeNoTime() throws {
    let session = try Leukaemia.session("at 18", "unit years", "at 3", "until 5", "undo")
    #expect(session.question.at == TimePoint(18, .months))
    #expect(session.display.until == TimePoint(5, .years))
    #expect(session.unit(in: context) == .years)
    let other = try Leukaemia.session("at 18", "endpoint NRM")
    #expect(other.question.at == TimePoint(18, .months))
    #expect(other.unit(in: context) == .months, "900 days are shown as months")
  }

  @Test("Times without a known unit stay numbers, and cannot be shown in another")
  func unknownUnit() throws {
    let session = try Leukaemia.session("endpoint DFS", "at 18")
    #expect(session.unit(in: context) == nil)
    #expect(session.question.at == TimePoint(18, nil))
    #expect(throws: CommandError.noUnit) { try session.applying(.unit(.days), in: context) }
    #expect(
      try session.applying(.endpoint("OS"), in: context).applying(.at(TimePoint(9, nil)), in: context)
        .question.at == TimePoint(9, .months))
  }

  @Test(
    "All causes beside each other are shown by arm as well; another arm variable keeps them, a named cause does not"
  )
  func allCausesBesideArms() throws {
    var session = try Leukaemia.session("endpoint CIR", "by ino", "cause death", "cause all")
    #expect(session.question.cause == nil)
    #expect(session.question.causes == .all)
    session = try session.applying(.cause("death"), in: Leukaemia.context)
    #expect(session.question.causes == nil)
    // Where one cause is all there is, and where none compete, there is nothing beside it.
    #expect(try Leukaemia.session("endpoint OS", "by ino", "cause all").question.causes == nil)
    let overall = try Leukaemia.session("endpoint OS")
    #expect(throws: CommandError.oneCause("OS")) {
      try overall.applying(.causes(.stacked), in: Leukaemia.context)
    }
    #expect(try Leukaemia.session("endpoint OS", "by ino", "cause all").question.cause == nil)
  }

  @Test("Another endpoint keeps a cause that it has, and drops one that it has not")
  func causesFollowEndpoints() throws {
    #expect(try Leukaemia.session("endpoint CIR", "cause death", "endpoint NRM").question.cause == "death")
    #expect(try Leukaemia.session("endpoint CIR", "cause relapse", "endpoint NRM").question.cause == nil)
    #expect(try Leukaemia.session("endpoint CIR", "cause death", "endpoint OS").question.cause == nil)
    #expect(throws: CommandError.line(1, .naming(.unknownCause("relapse", known: [])))) {
      try Leukaemia.session("cause relapse")
    }
  }

  @Test("A bound moved along is one step, anything between begins another")
  func boundsAreOneStep() throws {
    let dragged = try Leukaemia.session(
      "filter age >= 3", "filter age >= 4", "filter age >= 4", "filter 4 <= age < 12",
      "filter 4 <= age < 13 or age is missing")
    let undone = try dragged.applying(.undo, in: context)
    #expect(undone.question == Session(context).question)
    #expect(!undone.canUndo)
    #expect(try undone.applying(.redo, in: context).question == dragged.question)

    for between in ["bands on", "filter ino = yes", "at 3", "filter note is missing"] {
      let two = try Leukaemia.session("filter age >= 3", between, "filter age >= 4", "undo")
      #expect(two.question.filters["age"] == .range("age", NumericRange(lower: 3)), "\(between)")
    }
    let afterUndo = try Leukaemia.session("filter age >= 3", "undo", "redo", "filter age >= 4", "undo")
    #expect(afterUndo.question.filters["age"] == .range("age", NumericRange(lower: 3)))
  }

  @Test("A bound that comes back to where it began leaves no step, and the next move is a step again")
  func boundsComeBack() throws {
    let back = try Leukaemia.session("where age >= 3", "filter age >= 4", "filter age >= 3")
    let start = try back.applying(.undo, in: context)
    #expect(start.question == Session(context).question)
    let on = try back.applying(.filter("age", .range("age", NumericRange(lower: 9))), in: context)
    #expect(try on.applying(.undo, in: context).question == back.question)
  }

  @Test("Ticks, and bounds of other variables, are steps of their own")
  func ticksAreSteps() throws {
    let ticks = try Leukaemia.session("filter ino = yes", "filter ino = no", "undo")
    #expect(ticks.question.filters["ino"] == .oneOf("ino", ["yes"]))
    let off = try Leukaemia.session("filter age >= 3", "filter age off", "undo")
    #expect(off.question.filters["age"] == .range("age", NumericRange(lower: 3)))
  }

  @Test("Filters are added, set, dropped and cleared")
  func filters() throws {
    let session = try Leukaemia.session(
      "where age >= 3 and (ino = yes or note is missing)", "where age < 12", "filter ino = no")
    #expect(session.question.filters.steps.map(\.variable) == ["age", nil, "ino"])
    #expect(
      session.question.filters["age"]
        == .range("age", NumericRange(lower: 3, upper: 12, includesUpper: false)))
    let again = try session.applying(
      .narrow(.any([.oneOf("ino", ["yes"]), .missing("note")])), in: context)
    #expect(again == session, "what is in force already is not added")
    let dropped = try session.applying(.drop(.any([.oneOf("ino", ["yes"]), .missing("note")])), in: context)
    #expect(dropped.question.filters.steps.map(\.variable) == ["age", "ino"])
    #expect(throws: CommandError.notInForce("age >= 3")) {
      try session.applying(.drop(.range("age", NumericRange(lower: 3))), in: context)
    }
    #expect(try session.applying(.clear, in: context).question.filters.isEmpty)
  }

  @Test("Too many conditions inside each other are refused, whoever asks, and nothing is lost")
  func refusesDepth() throws {
    var deep = FilterExpression.missing("age")
    for _ in 0..<FilterExpression.deepest { deep = .not(deep) }
    let session = try Leukaemia.session("where ino = yes")
    #expect(throws: CommandError.tooDeep(limit: 200)) { try session.applying(.narrow(deep), in: context) }
    #expect(throws: CommandError.tooDeep(limit: 200)) {
      try session.applying(.filter("age", deep), in: context)
    }
    guard case .not(let fitting) = deep else { return }
    let full = try session.applying(.narrow(fitting), in: context)
    #expect(full.question.filters.depth == 200)
    // Beside another condition it lies one deeper.
    #expect(throws: CommandError.tooDeep(limit: 200)) {
      try full.applying(.narrow(.missing("age")), in: context)
    }
  }

  @Test(
    "What was made wrongly is refused as if it had been typed wrongly",
    arguments: [
      .filter("age", .oneOf("ino", ["yes"])), .filter("age", .all([])), .narrow(.oneOf("age", ["3"])),
      .narrow(.oneOf("ino", ["maybe"])), .narrow(.range("age", NumericRange(lower: .nan))),
      .by(.levels(of: "age")), .by(.levels(of: "nobody")), .by(.cuts(of: "age", at: [])),
      .by(.cuts(of: "age", at: [5, 5])), .by(.cuts(of: "age", at: [7, 5])), .by(.cuts(of: "age", at: [.nan])),
      .by(.cuts(of: "age", at: (1...12).map(Double.init))), .at(TimePoint(-1, .months)),
      .at(TimePoint(.nan, .months)), .landmark(TimePoint(.infinity, nil)), .censorAt(TimePoint(0, .days)),
      .endpoint("os"), .cause("fate"), .theme("noon"), .show("nothing"), .open("nobody"), .undo, .redo,
    ] as [Command])
  func refuses(command: Command) throws {
    #expect(throws: CommandError.self) { try Session(context).applying(command, in: context) }
  }

  @Test("A saved view is one step from the first question, whatever was asked before")
  func savedViews() throws {
    let session = try Leukaemia.session("where age > 3", "landmark 6", "bands on", "view data", "show Phase")
    var wanted = Question(endpoint: "CIR")
    wanted.arms = .levels(of: "disease_phase")
    wanted.at = TimePoint(24, .months)
    #expect(session.question == wanted)
    #expect(session.display.savedView == "Phase")
    #expect(session.display.view == .curves)
    #expect(session.display.showsIntervals)
    #expect(session.display.unit == .years)
    #expect(try session.applying(.undo, in: context).question.landmark == Leukaemia.months(6))
    #expect(throws: CommandError.line(1, .inView("Loop", .notInAView(.show)))) {
      try Leukaemia.session("show Loop")
    }
  }

  @Test(
    "What the command line asked is where a session begins: undo ends there, and a saved view does not know it"
  )
  func opening() throws {
    var opened = context
    opened.opening = [
      .narrow(.oneOf("ino", ["yes"])), .endpoint("nobody"), .by(.levels(of: "disease_phase")), .bands(true),
    ]
    let first = Session(opened)
    #expect(first.question.filters["ino"] == .oneOf("ino", ["yes"]))
    #expect(first.question.arms == .levels(of: "disease_phase"))
    #expect(first.display.showsIntervals)
    #expect(first.log.isEmpty)
    #expect(!first.canUndo)
    let young = try Leukaemia.session("show Young", in: opened)
    #expect(young.question.filters.steps.map(\.variable) == ["age"])
    #expect(young.question.arms == nil)
    #expect(try young.applying(.undo, in: opened).question == first.question)
  }

  @Test("Display commands show, and are not undone")
  func display() throws {
    let session = try Leukaemia.session(
      "by ino", "bands on", "marks off", "risk-rows censored", "zoom on", "pane off", "until 36",
      "crosshair 3",
      "theme night", "charset ascii", "mouse off", "view data", "open note", "close age", "confirm", "undo")
    var wanted = Session(context).display
    (wanted.showsIntervals, wanted.showsCensorings, wanted.riskRows) = (true, false, .withEventsAndCensored)
    (wanted.zoomsAxis, wanted.hidesFilters, wanted.usesMouse, wanted.isConfirmed) = (true, true, false, true)
    (wanted.until, wanted.crosshair) = (Leukaemia.months(36), Leukaemia.months(3))
    (wanted.theme, wanted.charset, wanted.view) = ("night", .ascii, .data)
    wanted.openVariables = ["disease_phase", "ino", "donor type", "note"]
    #expect(session.display == wanted)
    #expect(session.question.arms == nil)
    #expect(!session.canUndo)
  }

  private func hypotheses(_ lines: String...) throws -> Int {
    let session = try Session.replay(text: lines.joined(separator: "\n"), in: context)
    return Set(session.questions.compactMap { $0.hypothesis(in: context.schema) }).count
  }

  @Test("Hypotheses are counted once each; undone ones and steps of a bound are none")
  func hypotheses() throws {
    #expect(try hypotheses("endpoint CIR") == 0)
    #expect(try hypotheses("by ino", "at 3", "interval log", "endpoint CIR") == 2)
    #expect(try hypotheses("by ino", "by age 5", "undo") == 1)
    #expect(try hypotheses("by ino", "by age 5", "by ino") == 2)
    #expect(try hypotheses("by ino", "filter age >= 3", "filter age >= 4", "filter age >= 5") == 2)
  }

  @Test("The same hypothesis in other words is counted once")
  func sameHypotheses() throws {
    #expect(try hypotheses("endpoint CIR", "by ino", "cause relapse") == 1)
    #expect(try hypotheses("endpoint CIR", "by ino", "cause death") == 2)
    #expect(try hypotheses("by ino", "landmark 12 months", "landmark 1 year") == 2)
    #expect(try hypotheses("by ino", "censor-at 2 years", "censor-at 24 months") == 2)
    #expect(try hypotheses("by ino", "censor-at 2 years", "censor-at 25 months") == 3)
    // Nobody, age alone, age and phase, phase alone, phase and age.
    #expect(
      try hypotheses(
        "by ino", "filter age >= 3", "filter disease_phase = CR1", "filter age off", "filter age >= 3") == 4)
  }

  @Test("Follow-up ends after the landmark, whichever is said first; the error names both times")
  func window() throws {
    for lines in [["landmark 12", "censor-at 1 year"], ["censor-at 6", "landmark 1 year"]] {
      let error = #expect(throws: CommandError.self) {
        try Session.replay(text: lines.joined(separator: "\n"), in: context)
      }
      let text = error?.description ?? ""
      #expect(text.contains("1 year") && text.contains(lines[0].contains("12") ? "12 months" : "6 months"))
    }
    let session = try Leukaemia.session("landmark 12", "censor-at 13", "landmark none", "censor-at 3")
    #expect(session.question.censorAt == Leukaemia.months(3))
  }

  @Test(
    "A text that is a keyword of commands reads back as itself",
    arguments: ["off", "all", "none", "contains"])
  func keywords(word: String) throws {
    let command = Command.filter("note", .contains("note", word))
    #expect(try Command(parsing: command.text(in: context), in: context, unit: nil) == command)
  }

  @Test("A log is its commands, one a line; comments and blank lines are skipped, an error names the line")
  func logs() throws {
    let session = try Leukaemia.session(
      "# what was asked", "", "by disease phase", "  # and read", "at 12", "at 12", "undo")
    #expect(session.logText(in: context) == "by disease_phase\nat 12 months\nundo\n")
    let error = #expect(throws: CommandError.self) { try Leukaemia.session("clear", "", "by weight") }
    #expect(error?.description == "line 3: no variable is called “weight”")
  }
}
