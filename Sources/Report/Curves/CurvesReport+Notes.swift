import Analysis
import CohortModel

/// A line below the curves: what warns, the test, what else there is to know, and the conventions.
package struct CurvesNote: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Never left out, as are all but the conventions.
    case danger, test(isBold: Bool)
    /// Who is not in the numbers, and why.
    case caution
    /// What would have come out without a guard, struck out.
    case naive
    /// Left out first.
    case conventions

    package var isEssential: Bool { self != .conventions }
  }

  package var kind: Kind
  package var sentence: Sentence

  package init(_ kind: Kind, _ sentence: Sentence) { (self.kind, self.sentence) = (kind, sentence) }
}

/// What a drawing of the curves had no room for, for the notes to say so.
package enum PlotOmission: Hashable, Sendable {
  case censorMarks, names

  fileprivate var part: Sentence.Part {
    switch self {
    case .censorMarks: Sentence.Part("censor marks thinned", shorter: ["marks thinned"], .meaning)
    case .names: Sentence.Part("names: see the table", shorter: ["names in table"], .meaning)
    }
  }
}

extension CurvesReport {
  /// What is worst comes first; every warning of danger has a line of its own.
  ///
  /// - Parameter isBrief: all conventions in one line, each in few words.
  package func notes(isBrief: Bool) -> [CurvesNote] {
    let remarks = remarks
    let dangers = remarks.filter { $0.severity == .danger }.map { CurvesNote(.danger, $0.sentence) }
    let cautions = CurvesNote(
      .caution,
      Sentence(
        remarks.filter { $0.severity == .caution && $0.sentence.struck == nil }
          .flatMap(\.sentence.parts)))
    var notes = remarks.filter { $0.severity == .note }.flatMap(\.sentence.parts)
    var tests = tests.prefix(1).map { CurvesNote(.test(isBold: $0.emphasis == .bold), $0.sentence) }
    var lines = [cautions]
    if isBrief {
      notes = notes.map { Sentence.Part($0.brief.text, $0.rank) }
      if !tests.isEmpty { tests[0].explainUncertainty(takingFrom: &notes) }
      lines.append(CurvesNote(.conventions, Sentence([briefConventions] + notes + briefFollowUp)))
    } else {
      lines += [
        CurvesNote(.conventions, followUp), CurvesNote(.conventions, Sentence(conventions.parts + notes)),
      ]
    }
    let naive = remarks.filter { $0.sentence.struck != nil }.map { CurvesNote(.naive, $0.sentence) }
    return dangers + tests + naive + lines.filter { !$0.sentence.isEmpty }
  }

  private var briefConventions: Sentence.Part {
    let estimator = curves.isTimeDependent ? "Simon–Makuch" : curves.endpoint.kind == .survival ? "KM" : "AJ"
    return Sentence.Part("\(estimator), \(question.interval.name) 95% CI", .meaning)
  }

  /// With whose it is in any words; where there is no room for it, that it needs more.
  private var briefFollowUp: [Sentence.Part] {
    guard let followUp = curves.followUp else { return [] }
    let (value, name) = (followUpQuantity(followUp.everybody).text, followUp.endpoint.name)
    let since = question.landmark == nil ? "" : " \(sinceTimeZero)"
    return [
      Sentence.Part(
        "median follow-up \(value) of \(name), \(all) selected \(sinceTimeZero)",
        shorter: [
          "follow-up \(value) of \(name), \(all) selected\(since)",
          "\(name) follow-up \(value), \(all)\(since)", "\(name) follow-up \(value)\(since)",
          "\(name) follow-up \(value.replacing("95% CI ", with: ""))\(since)",
          "follow-up where wider", "…",
        ], .meaning)
    ]
  }
}

extension CurvesNote {
  /// Moves what the mark of few at risk means to before the test's counts, where there is more room for it.
  fileprivate mutating func explainUncertainty(takingFrom notes: inout [Sentence.Part]) {
    guard let note = notes.firstIndex(where: { $0.text.hasPrefix(Quantity.uncertaintyMark) }) else { return }
    var part = notes.remove(at: note)
    part.rank = .important
    let place = sentence.parts.firstIndex { $0.rank == .important } ?? sentence.parts.endIndex
    sentence.parts.insert(part, at: place)
  }
}

extension Sentence.Part {
  /// In the fewest words there are.
  fileprivate var brief: Sentence.Part { Sentence.Part(shorter.last ?? text, .meaning) }
}

extension [CurvesNote] {
  /// The notes with what a drawing had no room for, in the last line of conventions.
  package func saying(_ omissions: [PlotOmission], isBrief: Bool) -> [CurvesNote] {
    guard !omissions.isEmpty else { return self }
    var notes = self
    let left = omissions.map { isBrief ? $0.part.brief : $0.part }
    if let last = notes.lastIndex(where: { $0.kind == .conventions }) {
      // Before what is said in fewer words first.
      let place = Swift.min(isBrief ? 1 : 2, notes[last].sentence.parts.count)
      notes[last].sentence.parts.insert(contentsOf: left, at: place)
    } else {
      notes.append(CurvesNote(.conventions, Sentence(left)))
    }
    return notes
  }
}
