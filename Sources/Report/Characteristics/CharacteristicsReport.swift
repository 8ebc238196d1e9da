package import Analysis
package import CohortModel

/// Who the selected patients are, in words, numbers and tables.
package struct CharacteristicsReport: Sendable {
  package let result: Characteristics
  package let text: QuestionText

  package init(_ result: Characteristics, words: VariableWords, unit: TimeUnit? = nil) {
    self.result = result
    text = QuestionText(result.question, result.endpoint, words: words, unit: unit)
  }

  package static let noPatients = "This source releases no single patients, and characteristics need them"

  var words: VariableWords { text.words }

  /// Whether arms are compared: two of them at least have patients.
  var comparesArms: Bool { result.strata.count > 2 }

  /// Whether those selected are compared with the rest.
  var isAgainstRest: Bool { result.question.comparison == .rest }

  /// `Characteristics by Inotuzumab · Disease phase CR2, CR3 · 64 of 78 patients`; against the rest
  /// `Characteristics, selected against the rest · Disease phase CR2, CR3 · 64 selected, 14 others`.
  package var headline: Sentence {
    let selected = NumberText.count(result.selectedCount)
    let all = words.schema.patientCount
    if isAgainstRest {
      let others = NumberText.count(all - result.selectedCount)
      return Sentence(
        [
          Sentence.Part(
            "Characteristics, selected against the rest", shorter: ["Selected against the rest"], .subject)
        ] + text.filters + [Sentence.Part("\(selected) selected, \(others) others", .meaning)])
    }
    let (by, shortBy) =
      result.question.arms.map {
        (" by \(words.label($0.variable))", " by \(words.shortLabel($0.variable))")
      } ?? ("", "")
    return Sentence(
      [Sentence.Part("Characteristics\(by)", shorter: ["Characteristics\(shortBy)"], .subject)] + text.filters
        + [Sentence.Part("\(selected) of \(NumberText.count(all)) patients", .meaning)])
  }

  /// What an arm with patients is called, or those selected and the rest.
  func name(of arm: String) -> ArmName {
    words.namesByLevel(result.question.dividingArms)[arm] ?? ArmName(level: arm)
  }

  // MARK: Remarks

  /// Beyond this arms are said to differ: a quarter of a standard deviation, as is usual.
  package static let notable = 0.25

  /// What a reader must know, the gravest first.
  package var remarks: [Remark] { remarks(withPValues: true) }

  /// - Parameter isTested: whether P values stand beside the differences.
  func remarks(withPValues isTested: Bool) -> [Remark] {
    text.lateRemarks(text.late()) + (isAgainstRest ? restRemarks : armRemarks) + landmarkRemarks
      + variableRemarks(withPValues: isTested)
  }

  private var restRemarks: [Remark] {
    guard result.selectedCount > 0 else { return [Remark(.danger, "no patient is selected")] }
    guard comparesArms else { return [Remark(.caution, "everybody is selected: nobody is the rest")] }
    let unknown = result.unknownRestCount
    guard unknown > 0 else { return [] }
    return [
      Remark(
        .caution, "\(NumberText.count(unknown)) of the rest unknown: whether the filters choose them",
        shorter: ["\(NumberText.count(unknown)) of the rest unknown to the filters"])
    ]
  }

  private var armRemarks: [Remark] {
    guard result.selectedCount > 0 else { return [Remark(.danger, "no patient is left to describe")] }
    var remarks: [Remark] = []
    guard let arms = result.question.arms else { return [] }
    let (label, short) = (words.label(arms.variable), words.shortLabel(arms.variable))
    if words.schema.variable(arms.variable)?.knownAt != nil {
      remarks.append(
        Remark(
          .caution,
          "\(label) is known only after time zero: whoever is in an arm has lived to see it",
          shorter: ["\(short) is known only after time zero"]))
    }
    if result.unknownArmCount > 0 {
      let number = NumberText.count(result.unknownArmCount)
      remarks.append(
        Remark(
          .caution, "\(number) unknown: \(label), among all and in no arm",
          shorter: ["\(number) unknown: \(short)"]))
    }
    if !result.emptyArms.isEmpty {
      let names = words.namesByLevel(arms)
      let empty = result.emptyArms.map { names[$0]?.full ?? $0 }
      remarks.append(Remark(.caution, "nobody in \(empty.joined(separator: ", "))"))
    }
    return remarks
  }

  private var landmarkRemarks: [Remark] {
    guard let landmark = result.question.landmark, result.selectedCount > 0 else { return [] }
    return [
      Remark(
        .caution,
        "everybody selected is described, also who leaves before the landmark at \(text.time.text(landmark))",
        shorter: ["also who leaves before the landmark"])
    ]
  }

  private func variableRemarks(withPValues isTested: Bool) -> [Remark] {
    var remarks: [Remark] = []
    let differing = result.variables.filter { ($0.difference ?? 0) > Self.notable }
      .sorted { ($0.difference ?? 0) > ($1.difference ?? 0) }.map(\.variable.label)
    if !differing.isEmpty {
      let who = isAgainstRest ? "selected and rest differ" : "the arms differ"
      let why = isAgainstRest ? "" : ": a difference in outcome may be due to that"
      let number = differing.count == 1 ? "1 variable" : "\(differing.count) variables"
      remarks.append(
        Remark(
          .caution,
          "\(who) (SMD over \(Self.notable), the most first) in \(differing.formatted)\(why)",
          shorter: ["\(who) in \(number) (SMD over \(Self.notable))"]))
    }
    if isTested, result.variables.contains(where: { $0.test != nil }) {
      remarks.append(
        Remark(
          .note, "P of a baseline table is no test of balance: read the SMD",
          shorter: ["P is no test of balance: read the SMD"]))
    }
    let late = result.variables.filter { $0.variable.knownAt != nil }.map(\.variable.label)
    if !late.isEmpty {
      let why = comparesArms ? "described but not compared" : "no characteristics of time zero"
      remarks.append(
        Remark(
          .note, "known only later, so \(why): \(late.formatted)",
          shorter: ["\(late.count) known only later, \(why)"]))
    }
    let choosing = result.variables.filter { isChosenBy($0) }.map(\.variable.label)
    if !choosing.isEmpty, comparesArms {
      remarks.append(
        Remark(
          .note, "chosen by, so described but not compared: \(choosing.formatted)",
          shorter: ["what the filters choose by is not compared"]))
    }
    return remarks
  }

  /// Whether the selected were chosen by the variable, so that they differ from the rest in it.
  func isChosenBy(_ described: Characteristics.Described) -> Bool {
    result.question.choosingVariables.contains(described.variable.name)
  }

  // MARK: Conventions

  /// How cells, differences and tests are made.
  package var conventions: Sentence {
    var parts = [Sentence.Part("n (%) of those known, median (IQR, R's type 7)", .subject)]
    guard comparesArms else { return Sentence(parts) }
    parts.append(differenceConvention)
    parts += usedMethods.map { Sentence.Part(Self.name(of: $0), .important) }
    return Sentence(parts)
  }

  var differenceConvention: Sentence.Part {
    let pairs = result.strata.count > 3 ? ", the largest of the pairs of arms" : ""
    return Sentence.Part(
      "SMD: standardised mean difference without sign, of categories by Yang and Dalton\(pairs)",
      shorter: ["SMD: standardised mean difference\(pairs)"], .meaning)
  }

  /// The tests behind the P values, each once.
  var usedMethods: [CharacteristicsTest.Method] {
    let used = Set(result.variables.compactMap(\.test?.method))
    return CharacteristicsTest.Method.allCases.filter(used.contains)
  }

  static func name(of method: CharacteristicsTest.Method) -> String {
    switch method {
    case .fisher: "Fisher's exact test"
    case .chiSquared: "Pearson's χ² without correction where Fisher's would take too long"
    case .rankSum: "Wilcoxon's rank-sum test"
    case .kruskalWallis: "Kruskal–Wallis test"
    }
  }
}

extension CharacteristicsReport {
  package var context: ReportContext {
    // Nothing else of the question changes who the patients are.
    var asked = text.parts(cause: nil).filter { ["where", "by"].contains($0.option) }
    if isAgainstRest {
      asked.removeAll { $0.option == "by" }
      asked.append((option: "compare", text: result.question.comparison.rawValue))
    }
    return ReportContext(question: asked, conventions: conventions, remarks: remarks)
  }
}
