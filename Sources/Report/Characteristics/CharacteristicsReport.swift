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

  var words: VariableWords { text.words }

  /// Whether arms are compared: two of them at least have patients.
  var comparesArms: Bool { result.strata.count > 2 }

  /// `Characteristics by Inotuzumab · Disease phase CR2, CR3 · 64 of 78 patients`.
  package var headline: Sentence {
    let (by, shortBy) =
      result.question.arms.map {
        (" by \(words.label($0.variable))", " by \(words.shortLabel($0.variable))")
      } ?? ("", "")
    let patients = NumberText.count(words.schema.patientCount)
    let count = "\(NumberText.count(result.selectedCount)) of \(patients) patients"
    return Sentence(
      [Sentence.Part("Characteristics\(by)", shorter: ["Characteristics\(shortBy)"], .subject)] + text.filters
        + [Sentence.Part(count, .meaning)])
  }

  // MARK: Remarks

  /// Beyond this arms are said to differ: a quarter of a standard deviation, as is usual.
  static let notable = 0.25

  /// What a reader must know, the gravest first.
  package var remarks: [Remark] { text.lateRemarks(text.late()) + armRemarks + variableRemarks }

  private var armRemarks: [Remark] {
    guard result.selectedCount > 0 else { return [Remark(.danger, "no patient is left to describe")] }
    var remarks: [Remark] = []
    guard let arms = result.question.arms else { return landmarkRemarks }
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
    return remarks + landmarkRemarks
  }

  private var landmarkRemarks: [Remark] {
    guard let landmark = result.question.landmark else { return [] }
    return [
      Remark(
        .caution,
        "everybody selected is described, also who leaves before the landmark at \(text.time.text(landmark))",
        shorter: ["also who leaves before the landmark"])
    ]
  }

  private var variableRemarks: [Remark] {
    var remarks: [Remark] = []
    let differing = result.variables.filter { ($0.difference ?? 0) > Self.notable }
      .sorted { ($0.difference ?? 0) > ($1.difference ?? 0) }.map(\.variable.label)
    if !differing.isEmpty {
      remarks.append(
        Remark(
          .caution,
          "the arms differ (SMD over \(Self.notable), the most first) in \(differing.formatted): a difference in outcome may be due to that",
          shorter: ["the arms differ in \(differing.count) variables (SMD over \(Self.notable))"]))
    }
    if result.variables.contains(where: { $0.test != nil }) {
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
    return remarks
  }

  // MARK: Conventions

  /// How cells, differences and tests are made.
  package var conventions: Sentence {
    var parts = [Sentence.Part("n (%) of those known, median (IQR, R's type 7)", .subject)]
    guard comparesArms else { return Sentence(parts) }
    let pairs = result.strata.count > 3 ? ", the largest of the pairs of arms" : ""
    parts += [
      Sentence.Part(
        "SMD: standardised mean difference without sign, of categories by Yang and Dalton\(pairs)",
        shorter: ["SMD: standardised mean difference\(pairs)"], .meaning)
    ]
    let used = Set(result.variables.compactMap(\.test?.method))
    parts += CharacteristicsTest.Method.allCases.filter(used.contains).map { method in
      Sentence.Part(Self.name(of: method), .important)
    }
    return Sentence(parts)
  }

  private static func name(of method: CharacteristicsTest.Method) -> String {
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
    let asked = text.parts(cause: nil).filter { ["where", "by"].contains($0.option) }
    return ReportContext(question: asked, conventions: conventions, remarks: remarks)
  }
}
