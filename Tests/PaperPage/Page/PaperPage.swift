package import Foundation
import Renderings
import Report

/// The page that sets every figure of the paper beside the synthetic cohort's.
package struct PaperPage: Sendable {
  /// In the paper's order.
  package let comparisons: [Comparison]
  package let ratios: [ComparedRatio]
  /// Where the paper contradicts itself: where, what, and what the cohort does.
  package let inconsistencies: [[String]]

  /// - Parameter root: the folder of the source, with `sample-data` in it.
  package init(root: URL) async throws {
    let samples = root.appending(path: "sample-data")
    let published = try PublishedValue.read(samples.appending(path: "published.json"))
    let sample = try PaperCohort(study: samples.appending(path: "blinatumomab-hsct.toml"))
    let alone = try PaperCohort(study: root.appending(path: "Tests/PaperPage/paper.toml"))
    comparisons = try await PaperFigures(published, sample: sample, alone: alone).comparisons
    ratios = try await sample.ratios(published)
    let notes = try String(contentsOf: samples.appending(path: "NOTES.md"), encoding: .utf8)
    inconsistencies = try Self.rows(of: notes, under: "Where the paper contradicts itself")
  }

  /// The rows of the table under a heading.
  private static func rows(of notes: String, under heading: String) throws -> [[String]] {
    let section = notes.components(separatedBy: "\n## \(heading)\n").dropFirst().first ?? ""
    let lines = section.split(separator: "\n").prefix { !$0.hasPrefix("#") }.filter { $0.hasPrefix("| ") }
    let rows = lines.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    guard rows.count > 1, rows.allSatisfy({ $0.count == 3 }) else { throw PaperError.noNotes(heading) }
    return Array(rows.dropFirst())
  }

  // MARK: What it says

  static let title = "Algeri et al., Haematologica 2025, beside the synthetic cohort"

  private var reproducedCount: Int { comparisons.count(where: \.isReproduced) }

  var introduction: [String] {
    let missed = comparisons.filter { !$0.isReproduced }
    let contradicted = missed.count(where: \.isContradicted)
    return [
      "The cohort is synthetic: no row describes a person. Its 78 rows were searched until their analysis gave the "
        + "figures that the paper prints (doi 10.3324/haematol.2024.286350): a figure that agrees is evidence of nothing, "
        + "and nothing can be learned here about blinatumomab.",
      "\(reproducedCount) of \(comparisons.count) figures are reproduced within their tolerance. Of the "
        + "\(missed.count) others the paper itself contradicts \(contradicted); the search has missed "
        + "\(missed.count - contradicted).",
      "GvHD is known only after the transplant. The paper divides patients by it from the transplant on, and its figures "
        + "are reproduced in that way; a landmark or a time-dependent analysis would be right.",
    ]
  }

  var sections: [(heading: String, table: Table)] {
    var sections = [
      ("How many are reproduced", summary), ("What is not reproduced, the worst first", missed),
    ]
    sections.append(("Where the paper contradicts itself", contradictions))
    for name in ["Table 1", "Table 2", "Table 3"] {
      sections.append((name, table(comparisons.filter { $0.place.hasPrefix(name) })))
    }
    sections.append(("Table 4 and the ratio in the text: shown, not counted", ratioTable))
    sections.append(("Text", table(comparisons.filter { $0.place.hasPrefix("Text") })))
    return sections
  }

  private var summary: Table {
    let rows = Comparison.Kind.allCases.map { kind -> Table.Row in
      let these = comparisons.filter { $0.kind == kind }
      let sizes = these.map(\.deviation.magnitude).sorted()
      // Of an even number, the mean of the two in the middle.
      let median = sizes.isEmpty ? 0 : (sizes[(sizes.count - 1) / 2] + sizes[sizes.count / 2]) / 2
      let tolerance = kind == .count ? "exact" : NumberText.short(kind.tolerance, decimals: 3)
      return Table.Row(
        [kind.title],
        [
          .text(tolerance), .count(these.count), .count(these.count(where: \.isReproduced)),
          .text(NumberText.fixed(median, 4)), .text(NumberText.fixed(sizes.last ?? 0, 4)),
        ])
    }
    let columns = ["tolerance", "compared", "reproduced", "median deviation", "largest"]
    return Self.table("figures", columns, rows)
  }

  private var missed: Table {
    let worst = comparisons.enumerated().filter { !$0.element.isReproduced }.sorted {
      ($1.element.excess, $0.offset) < ($0.element.excess, $1.offset)
    }.map(\.element)
    return Self.table(
      "figure", ["printed", "reproduced", "deviation", "why"],
      worst.map { figure in
        Table.Row(
          [figure.name],
          [
            .text(figure.printedText), .text(figure.reproducedText), .text(figure.deviationText),
            .text(figure.isContradicted ? "the paper contradicts itself" : "missed by the search"),
          ])
      })
  }

  private var contradictions: Table {
    let columns = [Table.Column(["what"], .meaning), Table.Column(["in the cohort"], .meaning)]
    let rows = inconsistencies.map { Table.Row([$0[0]], [.text($0[1]), .text($0[2])]) }
    return Table(caption: Sentence([]), rowHeading: "where", columns: columns, rows: rows)
  }

  /// One row for each estimate with its limits, and for whatever else is printed.
  private func table(_ figures: [Comparison]) -> Table {
    var rows: [[Comparison]] = []
    for figure in figures {
      let isLimit = figure.kind == .limit && rows.last?.first?.place == figure.place
      if isLimit { rows[rows.count - 1].append(figure) } else { rows.append([figure]) }
    }
    return Self.table(
      "figure", ["printed", "reproduced", "largest deviation", ""],
      rows.map { parts in
        let largest = parts.max { $0.deviation.magnitude < $1.deviation.magnitude } ?? parts[0]
        return Table.Row(
          [parts[0].nameInSection],
          [
            .text(Self.joined(parts.map(\.printedText))), .text(Self.joined(parts.map(\.reproducedText))),
            .text(largest.deviationText), .text(Self.mark(parts)),
          ])
      })
  }

  /// `0.224 (0.108–0.366)`.
  private static func joined(_ texts: [String]) -> String {
    texts.count < 2 ? texts.joined() : "\(texts[0]) (\(texts.dropFirst().joined(separator: "–")))"
  }

  private static func mark(_ parts: [Comparison]) -> String {
    let differing = parts.filter { !$0.isReproduced }
    guard !differing.isEmpty else { return "" }
    return differing.allSatisfy(\.isContradicted) ? "differs: the paper contradicts itself" : "differs"
  }

  private var ratioTable: Table {
    Self.table(
      "ratio", ["printed", "cohort", "cohort / printed", "same direction", "inside the interval"],
      ratios.map { ratio in
        Table.Row(
          ["\(ratio.place), \(ratio.endpoint)"],
          [
            .text(ratio.printed.text), .text(ratio.reproduced.text),
            .text(NumberText.ratio(ratio.reproduced.ratio / ratio.printed.ratio)),
            .text(ratio.hasSameDirection ? "yes" : "no"), .text(ratio.isInsideInterval ? "yes" : "no"),
          ])
      })
  }

  private static func table(_ rowHeading: String, _ columns: [String], _ rows: [Table.Row]) -> Table {
    let columns = columns.map { Table.Column([$0], isNumber: !["why", ""].contains($0), .meaning) }
    return Table(caption: Sentence([]), rowHeading: rowHeading, columns: columns, rows: rows)
  }
}

extension Comparison {
  var name: String { "\(place), \(what)" }

  /// The name without the table that it stands in.
  var nameInSection: String {
    let parts = place.split(separator: ": ", maxSplits: 1)
    return "\(parts.last ?? ""), \(what)"
  }

  /// As the paper prints it.
  var printedText: String {
    switch kind {
    case .count: NumberText.fixed(printed, 0)
    case .overall, .subgroup, .limit: NumberText.fixed(printed, 3)
    case .pValue, .time: NumberText.short(printed, decimals: 4)
    }
  }

  var reproducedText: String {
    NumberText.fixed(reproduced, kind == .count ? 0 : kind == .time ? 2 : 4)
  }

  var deviationText: String {
    let text = NumberText.fixed(deviation.magnitude, kind == .count ? 0 : kind == .time ? 2 : 4)
    guard text.contains(where: { !"0.".contains($0) }) else { return "0" }
    return (deviation < 0 ? "−" : "+") + text
  }
}

extension ComparedRatio.Ratio {
  var text: String {
    let limits = "\(NumberText.ratio(lower))–\(NumberText.ratio(upper))"
    return "\(NumberText.ratio(ratio)) (\(limits)), P = \(NumberText.fixed(pValue, 2))"
  }
}
