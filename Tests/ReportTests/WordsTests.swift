import CohortModel
import Report
import Testing

@Suite("Words for variables, arms, filters and causes")
struct WordsTests {
  private let words = VariableWords(
    CohortSchema(
      patientCount: 10,
      variables: [
        Variable(name: "ino", label: "Inotuzumab", kind: .yesNo, domain: .levels(["no", "yes"])),
        Variable(
          name: "phase", label: "Disease phase at HSCT", kind: .categorical, domain: .levels(["CR1", "CR2"])),
        Variable(
          name: "before", label: "Status before blinatumomab", kind: .categorical,
          domain: .levels(["no CR", "CR2"])),
        Variable(
          name: "graft", label: "Graft", kind: .categorical, domain: .levels(["TCD", "unmanipulated"])),
        Variable(name: "cycles", label: "Cycles", kind: .ordered, domain: .levels(["1", "2"])),
        Variable(name: "sex", label: "Sex", kind: .categorical, domain: .levels(["M", "F"])),
        Variable(
          name: "mrd1", label: "MRD at HSCT", kind: .categorical, domain: .levels(["negative", "positive"])),
        Variable(
          name: "mrd0", label: "MRD before blinatumomab", kind: .categorical, domain: .levels(["low"])),
        Variable(
          name: "age", label: "Age at HSCT", unit: "years", kind: .number, domain: .numbers(decimals: 0)),
      ].map { variable in
        // Only ages are unknown of somebody.
        var variable = variable
        variable.missingCount = variable.name == "age" ? 1 : 0
        return variable
      }, endpoints: []))

  @Test(
    "No arm is a lone yes, number or letter",
    arguments: [
      ("ino", ["Inotuzumab: no", "Inotuzumab: yes"], ["Inotuzumab: no", "Inotuzumab: yes"]),
      // The sentence above the curves names the variable, so another with such a level cannot be meant.
      ("phase", ["CR1", "CR2"], ["CR1", "CR2"]),
      ("graft", ["TCD", "unmanipulated"], ["TCD", "unmanipulated"]),
      ("cycles", ["Cycles: 1", "Cycles: 2"], ["Cycles: 1", "Cycles: 2"]),
      ("sex", ["Sex: M", "Sex: F"], ["Sex: M", "Sex: F"]),
      // Two variables would be MRD for short.
      (
        "mrd1", ["MRD at HSCT: negative", "MRD at HSCT: positive"],
        ["MRD at HSCT: negative", "MRD at HSCT: positive"]
      ),
    ])
  func arms(variable: String, full: [String], short: [String]) {
    let names = words.names(.levels(of: variable))
    #expect(names.map(\.full) == full)
    #expect(names.map(\.short) == short)
  }

  @Test("What divides the patients says its arms, where a number is cut and what is only known later")
  func division() {
    var age = Variable(
      name: "age", label: "Age at HSCT", unit: "years", kind: .number, domain: .numbers(decimals: 0))
    let unmeasured = ArmsText(VariableWords(CohortSchema(patientCount: 4, variables: [age], endpoints: [])))
    #expect(unmeasured.summary(of: age) == "it is the same for everyone")
    age.distribution = NumberDistribution([2, 4, 8, 12])
    var gvhd = Variable(name: "gvhd", label: "Acute GvHD", kind: .yesNo, domain: .levels(["no", "yes"]))
    gvhd.knownAt = "gvhd_months"
    let notes = Variable(name: "notes", kind: .text, domain: .text)
    let schema = CohortSchema(patientCount: 4, variables: [age, gvhd, notes], endpoints: [])
    let text = ArmsText(VariableWords(schema))
    #expect(text.summary(of: age) == "cut at the median: ≤ 4, > 4")
    #expect(text.summary(of: gvhd) == "known later: no, yes")
    age.knownAt = "gvhd_months"
    #expect(text.summary(of: age) == "known later, cut at the median: ≤ 4, > 4")
    #expect(text.summary(of: notes) == "it is free text")
  }

  @Test("Cuts carry the variable and its unit, and no dash after a sign")
  func cuts() {
    let names = words.names(.cuts(of: "age", at: [4, 12]))
    #expect(
      names.map(\.full) == [
        "Age at HSCT ≤ 4 years", "Age at HSCT > 4 to 12 years", "Age at HSCT > 12 years",
      ])
    #expect(names.map(\.short) == ["Age ≤ 4", "Age > 4 to 12", "Age > 12"])
    #expect(names.map(\.level) == ["≤ 4", "> 4–12", "> 12"])
    #expect(words.names(nil).map(\.full) == ["All patients"])
  }

  @Test(
    "Filters name their variable",
    arguments: [
      ("phase = CR2", "Disease phase at HSCT CR2", "Disease phase CR2"),
      ("graft = TCD", "Graft TCD", "TCD"), ("ino = yes", "Inotuzumab: yes", "Inotuzumab: yes"),
      ("cycles in (1, 2)", "Cycles: 1, 2", "Cycles: 1, 2"),
      ("4 <= age <= 12", "Age at HSCT 4–12 years", "Age 4–12 years"),
      ("4 < age <= 12", "Age at HSCT > 4 to ≤ 12 years", "Age > 4 to ≤ 12 years"),
      ("age >= 4", "Age at HSCT ≥ 4 years", "Age ≥ 4 years"),
      ("age = 4", "Age at HSCT = 4 years", "Age = 4 years"),
      ("ino is missing", "Inotuzumab unknown", "Inotuzumab unknown"),
      ("ino is not missing", "Inotuzumab known", "Inotuzumab known"),
      ("age < 4 or age is missing", "Age at HSCT < 4 years or unknown", "Age < 4 years or unknown"),
      ("sex = F or sex is missing", "Sex: F", "Sex: F"),
      ("ino = yes or sex = F", "Inotuzumab: yes or Sex: F", "Inotuzumab: yes or Sex: F"),
      ("not (ino = yes or sex = F)", "not (Inotuzumab: yes or Sex: F)", "not (Inotuzumab: yes or Sex: F)"),
    ])
  func filters(condition: String, full: String, brief: String) throws {
    let condition = try FilterExpression(parsing: condition, variables: words.schema.variables)
    let text = FilterText(words)
    #expect(text.text(condition) == full)
    #expect(text.text(condition, isBrief: true) == brief)
  }

  @Test(
    "A filter beside its variable's name takes few columns",
    arguments: [
      ("ino", "ino = yes", "yes"), ("cycles", "cycles in (1, 2)", "known"),
      ("cycles", "cycles is missing", "unknown"),
      ("age", "4 <= age <= 12", "4–12"), ("age", "age < 4", "< 4"), ("age", "age is not missing", "known"),
      ("age", "not (age < 4)", "set"), ("mrd1", "ino = yes", ""), ("graft", "graft in ()", "0 of 2"),
    ])
  func summaries(variable: String, condition: String, summary: String) throws {
    let variables = words.schema.variables
    let condition =
      condition == "graft in ()"
      ? .oneOf("graft", []) : try FilterExpression(parsing: condition, variables: variables)
    let found = try #require(words.schema.variable(variable))
    #expect(FilterText(words).summary(of: found, in: FilterSet(condition)) == summary)
  }

  @Test("A label that is long is shortened at a word, with a sign, unless another begins the same")
  func longLabels() {
    func short(_ labels: String...) -> [String] {
      let variables = labels.map { Variable(name: $0, kind: .yesNo, domain: .levels(["no", "yes"])) }
      let words = VariableWords(CohortSchema(patientCount: 1, variables: variables, endpoints: []))
      return labels.map(words.shortLabel)
    }
    #expect(short("Chemotherapy-free induction or consolidation") == ["Chemotherapy-free…"])
    let alike = ["Chemotherapy-free induction or one", "Chemotherapy-free induction or two"]
    #expect(short(alike[0], alike[1]) == alike)
    #expect(short("Age at HSCT", "Age") == ["Age at HSCT", "Age"])
  }

  private func endpoint(_ kind: Endpoint.Kind, _ causes: [String]) -> EndpointText {
    EndpointText(
      Endpoint(name: "E", label: "Endpoint", kind: kind, causes: causes, scale: TimeScale(unit: .days)))
  }

  @Test("A competing cause is named with its order; one that people survive is what it is")
  func causes() {
    let relapse = endpoint(.competingRisks, ["relapse", "death"])
    #expect(relapse.name(ofCause: 0) == "relapse")
    #expect(relapse.name(ofCause: 1) == "death before relapse")
    let mortality = endpoint(.competingRisks, ["death", "relapse"])
    #expect(mortality.name(ofCause: 0) == "death before relapse")
    #expect(mortality.name(ofCause: 1) == "relapse before death" || mortality.name(ofCause: 1) == "relapse")
    let three = endpoint(.competingRisks, ["acute GvHD", "relapse", "death"])
    #expect(three.name(ofCause: 1) == "relapse before acute GvHD")
    #expect(three.name(ofCause: 2) == "death before acute GvHD or relapse")
    #expect(endpoint(.competingRisks, ["death of disease", "other death"]).name(ofCause: 1) == "other death")
    #expect(endpoint(.survival, ["relapse", "death"]).name(ofCause: 1) == "death")
  }

  @Test("Events are counted by name, and only nouns whose plural is known get one")
  func counts() {
    let relapse = endpoint(.competingRisks, ["relapse", "death"])
    #expect(relapse.events(16, cause: 0) == "16 relapses")
    #expect(relapse.events(1, cause: 1) == "1 death before relapse")
    #expect(relapse.events(2, cause: 1) == "2 deaths before relapse")
    #expect(endpoint(.survival, ["death"]).events(9, cause: nil) == "9 deaths")
    #expect(endpoint(.survival, ["relapse", "death"]).events(17, cause: nil) == "17 events")
    #expect(endpoint(.competingRisks, ["acute GvHD", "death"]).events(3, cause: 0) == "3 with acute GvHD")
    #expect(
      endpoint(.survival, ["relapse", "death"]).heading(cause: nil).first == "events (relapse or death)")
  }

  @Test("A cause that is a number alone says that it is an event")
  func numberedCauses() {
    let survival = endpoint(.survival, ["1"])
    #expect(survival.events(81, cause: nil) == "81 events “1”")
    #expect(survival.events(1, cause: nil) == "1 event “1”")
    #expect(survival.yTitle(cause: nil) == "without event “1”")
    #expect(survival.heading(cause: nil) == ["events “1”"])
    let risks = endpoint(.competingRisks, ["1", "2"])
    #expect(risks.name(ofCause: 1) == "event “2” before event “1”")
    #expect(risks.yTitle(cause: 0) == "event “1”")
    #expect(risks.title(cause: 1) == "Cumulative incidence of event “2” before event “1”")
  }

  @Test("The names of one comparison are cut at the same place, and never the level that tells them apart")
  func cutAlike() {
    let words = VariableWords(
      CohortSchema(
        patientCount: 1,
        variables: [
          Variable(
            name: "v", label: "Very early relapse", kind: .yesNo, domain: .levels(["no", "yes"])),
          Variable(
            name: "g", label: "Graft", kind: .categorical, domain: .levels(["TCD", "unmanipulated"])),
        ], endpoints: []))
    let names = words.names(.levels(of: "v"))
    #expect(names.texts(fitting: 14) { $0.count } == ["Very ear…: no", "Very ear…: yes"])
    #expect(names.texts(fitting: 30) { $0.count } == names.map(\.short))
    // Where one has room, it is cut all the same.
    #expect(names.texts(fitting: 22) { $0.count } == ["Very early relap…: no", "Very early relap…: yes"])
    #expect(names.texts(fitting: 6) { $0.count } == ["no", "yes"])
    #expect(words.names(.levels(of: "g")).texts(fitting: 8) { $0.count } == ["TCD", "unmanip…"])
    #expect(names[1].text(fitting: 14) { $0.count } == "Very ear…: yes")
    for columns in 0...40 {
      #expect(names.texts(fitting: columns) { $0.count }.allSatisfy { $0.count <= columns })
    }
    #expect([ArmName]().texts(fitting: 3) { $0.count } == [])
  }

  @Test("The y axis says what the height is")
  func axes() {
    #expect(endpoint(.survival, ["relapse", "death"]).yTitle(cause: nil) == "alive without relapse")
    #expect(endpoint(.survival, ["death"]).yTitle(cause: nil) == "alive")
    // Who died of something else is not counted as dead here, so nobody may read the curve as those alive.
    #expect(endpoint(.survival, ["death of disease"]).yTitle(cause: nil) == "without death of disease")
    #expect(
      endpoint(.survival, ["independence from immunoglobulin"]).yTitle(cause: nil)
        == "without independence from immunoglobulin")
    #expect(endpoint(.competingRisks, ["relapse", "death"]).yTitle(cause: 0) == "relapse")
    #expect(endpoint(.competingRisks, ["relapse", "death"]).yTitle(cause: 1) == "death before relapse")
    #expect(endpoint(.competingRisks, ["relapse", "death"]).yTitle(cause: nil) == "cumulative incidence")
  }

  @Test("A menu names every cause with its count")
  func summary() {
    var relapse = Endpoint(
      name: "CIR", label: "Relapse", kind: .competingRisks, causes: ["relapse", "death"],
      scale: TimeScale(unit: .days))
    (relapse.eventCounts, relapse.censoredCount) = ([16, 2], 60)
    #expect(EndpointText(relapse).summary == "Relapse: 16 relapses, 2 deaths before relapse among 78")
  }
}
