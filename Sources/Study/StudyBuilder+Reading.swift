import CohortEngine
import CohortModel

extension StudyBuilder {
  /// What came of the reading, and what is still to be asked.
  func reading(
    _ columns: StudyColumns, _ endpoints: [EndpointColumn], _ found: Found, rowCount: Int
  ) -> Reading {
    let (guesses, candidates) = (found.guesses, found.candidates)
    let isSaid =
      reader != nil && guesses.isEmpty
      || guesses.first?.rule == .stated && !(stated.events.isEmpty && stated.competing.isEmpty)
    var reading = Reading(
      verdict: .opens, reason: nil, candidates: candidates, question: nil, rowCount: rowCount,
      isConfirmed: isSaid)
    let questions = ReadingQuestions(columns: columns, stated: stated)
    if endpoints.isEmpty, let file = SampleFile.patientFile(beside: table.path) {
      reading.verdict = .refuses
      reading.reason = "these are samples, not patients; open \(file), which is joined with them"
      return reading
    }
    if let rowQuestion {
      (reading.verdict, reading.reason, reading.question) = (.asks, rowQuestion.reason, rowQuestion)
      // Without a time and a status there is nothing to ask for.
      if endpoints.isEmpty, !candidates.areAny { reading.verdict = .refuses }
    } else if endpoints.isEmpty {
      let dates = questions.dates()
      let offers = found.offers.compactMap { offer in
        ColumnEndpoint(offer.declaration, rule: .namePair, study: file, columns: columns).map {
          (guess: offer, endpoint: $0.endpoint)
        }
      }
      reading.question = dates ?? questions.guesses(offers, candidates: candidates)
      let isOpen = candidates.areAny && (reading.question != nil || candidates.hasDates)
      reading.verdict = isOpen ? .asks : .refuses
      reading.reason =
        dates?.reason ?? found.offers.first?.doubt ?? "no endpoint was found; \(candidates.expectation)"
    } else if let first = guesses.first, first.rule == .stated,
      case .columns(_, let status, _) = first.declaration.source
    {
      let question = stated.isAskingCodes || first.doubt != nil ? questions.codes(of: status) : nil
      guard question != nil || first.doubt != nil else { return reading }
      (reading.verdict, reading.question) = (.asks, question)
      reading.reason = first.doubt ?? "what the other values of \(status) mean is still to be said"
    } else if let doubt = guesses.first?.doubt, !stated.isAccepted {
      (reading.verdict, reading.reason) = (.asks, doubt)
      let shown = guesses.compactMap { guess in
        endpoints.first { $0.name == guess.declaration.name }.map { (guess: guess, endpoint: $0) }
      }
      reading.question =
        questions.origin(doubt, chosen: file.timeZero) ?? questions.guesses(shown, candidates: candidates)
    }
    return reading
  }
}
