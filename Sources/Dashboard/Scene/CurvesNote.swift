package import Report
import TerminalGrid

/// A line below the curves: what warns, the test, what else there is to know, and the conventions.
package struct CurvesNote: Sendable {
  package enum Kind: Sendable, Equatable {
    /// Never left out, as are all but the conventions.
    case danger, test(isBold: Bool)
    /// Who is not in the numbers, and why.
    case caution
    /// Left out first.
    case conventions

    var isEssential: Bool { self != .conventions }
  }

  package var kind: Kind
  package var sentence: Sentence

  /// What is worst comes first; every warning of danger has a line of its own.
  static func all(of report: CurvesReport) -> [CurvesNote] {
    let remarks = report.remarks
    let dangers = remarks.filter { $0.severity == .danger }.map {
      CurvesNote(kind: .danger, sentence: $0.sentence)
    }
    let tests = report.tests.prefix(1).map {
      CurvesNote(kind: .test(isBold: $0.emphasis == .bold), sentence: $0.sentence)
    }
    let cautions = remarks.filter { $0.severity == .caution }.flatMap(\.sentence.parts)
    let notes = remarks.filter { $0.severity == .note }.flatMap(\.sentence.parts)
    let rest = [
      CurvesNote(kind: .caution, sentence: Sentence(cautions)),
      CurvesNote(kind: .conventions, sentence: report.followUp),
      CurvesNote(kind: .conventions, sentence: Sentence(report.conventions.parts + notes)),
    ]
    return dangers + tests + rest.filter { !$0.sentence.isEmpty }
  }

  /// The notes with all conventions in one line, which says less of each.
  static func brief(_ notes: [CurvesNote]) -> [CurvesNote] {
    let conventions = notes.filter { $0.kind == .conventions }.flatMap(\.sentence.parts)
    let others = notes.filter { $0.kind != .conventions }
    return conventions.isEmpty
      ? others : others + [CurvesNote(kind: .conventions, sentence: Sentence(conventions))]
  }
}
