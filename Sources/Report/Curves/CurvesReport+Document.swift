import Analysis
import CohortModel

extension CurvesReport {
  /// The whole view in the order in which it is read: what it is, what to beware of, the numbers, how they were made.
  ///
  /// - Parameter title: the study's.
  package func document(title: String) -> Document {
    var blocks: [Document.Block] = [.sentence(headline)]
    blocks += remarks.map(Document.Block.remark)
    // Headings of tables without a row would be heard for nothing.
    guard refusal == nil else {
      return Document(title: title, blocks: blocks + section("Patients", flowTable))
    }
    blocks += section("Estimates", estimates())
    if !followUp.isEmpty { blocks.append(.sentence(followUp)) }
    if !curves.tests.isEmpty { blocks += [.heading("Tests")] + tests.map { .sentence($0.sentence) } }
    if !curves.differences.isEmpty { blocks += section("Differences", differences) }
    if let effects, !effects.comparisons.isEmpty { blocks += section("Ratios", effectsTable) }
    if let effects, !effects.pairs.isEmpty { blocks += section("Pairs", pairsTable) }
    blocks += section("Numbers at risk", riskTable()) + section("Patients", flowTable)
    blocks += [.heading("Methods"), .sentence(conventions)]
    return Document(title: title, blocks: blocks)
  }

  /// A table that need not say again what the document began with.
  private func section(_ heading: String, _ table: Table) -> [Document.Block] {
    var table = table
    let said = remarks.map(\.sentence)
    table.caption = Sentence(heading)
    table.footnotes.removeAll(where: said.contains)
    return [.heading(heading), .table(table)]
  }

  /// The question in its parts, each as it can be typed after the option of that name.
  package var questionParts: [(option: String, text: String)] { text.parts(cause: curves.cause) }
}
