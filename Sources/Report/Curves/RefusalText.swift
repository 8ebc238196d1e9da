import Analysis
import CohortModel

/// Why a question is not answered by curves from time zero, and what there is instead.
package struct RefusalText: Hashable, Sendable {
  /// What leads to an answer.
  package enum Way: Hashable, Sendable, CaseIterable { case landmark, timeDependent, other, override }

  package struct WayOut: Hashable, Sendable {
    package var way: Way
    /// What it does; why it is not there, where it is not.
    package var words: [String]
    package var isPossible: Bool
  }

  /// One sentence.
  package var reason: Sentence
  package var ways: [WayOut]
  /// The ways out in one sentence, as they are typed.
  package var instead: Sentence

  /// Why, and what instead, on one line.
  package var summary: String { "\(reason.text); \(instead.text)" }

  init(_ lateness: Lateness, _ refusal: Lateness.Refusal, _ text: QuestionText) {
    let words = text.words
    let names = lateness.variables.map(\.name)
    let (labels, short) = (names.map(words.label).formatted, names.map(words.shortLabel).formatted)
    let zero = text.endpoint.endpoint.origin ?? "time zero"
    let verb = names.count == 1 ? "is" : "are"
    reason = Sentence(
      "not shown: \(labels) \(verb) known only after \(zero), and whoever is in such a group has lived to be in it (immortal time)",
      shorter: [
        "not shown: \(labels) \(verb) known only after \(zero) (immortal time)",
        "not shown: \(short) \(verb) known only later (immortal time)",
      ])
    let isOfArms = lateness.arms != nil
    ways = [
      Self.way(
        .landmark, refusal.landmark, text,
        [
          "landmark analysis: those event-free at one time, by what is known of them then",
          "landmark: by what is known at one time",
        ]),
      Self.way(
        .timeDependent, refusal.timeDependent, text,
        [
          "Mantel–Byar test, Simon–Makuch curves: patients change groups when it begins",
          "Mantel–Byar, Simon–Makuch curves",
        ]),
      WayOut(
        way: .other, words: [isOfArms ? "other arms" : "drop the filters"], isPossible: true),
      WayOut(
        way: .override,
        words: ["all the same, under a banner that goes into every export", "all the same, under a banner"],
        isPossible: true),
    ]
    let typed = [
      refusal.landmark == nil ? "landmark TIME" : nil,
      refusal.timeDependent == nil ? "known-later time-dependent" : nil,
      isOfArms ? "other arms" : "other filters", "known-later override",
    ].compactMap(\.self)
    instead = Sentence("instead: \(typed.joined(separator: "; "))")
  }

  private static func way(
    _ way: Way, _ obstacle: Lateness.Obstacle?, _ text: QuestionText, _ words: [String]
  ) -> WayOut {
    guard let obstacle else { return WayOut(way: way, words: words, isPossible: true) }
    let name = way == .landmark ? "landmark" : "Mantel–Byar"
    return WayOut(way: way, words: ["no \(name): \(self.words(obstacle, text))"], isPossible: false)
  }

  private static func words(_ obstacle: Lateness.Obstacle, _ text: QuestionText) -> String {
    let words = text.words
    switch obstacle {
    case .noRows: return "this source releases no single patients"
    case .ofTheEndpoint(let name): return "the endpoint is made of \(words.label(name))"
    case .onlyAtEnd(let name): return "when \(words.label(name)) began is not recorded"
    case .noTimes(let name): return "no times of \(words.label(name)) that count as the endpoint's do"
    case .notYesNo(let name): return "it is for yes or no, and \(words.label(name)) is neither"
    case .competingRisks:
      return "no incidence of competing causes has one; a landmark analysis has, or survival"
    case .filter: return "a filter cannot change with time"
    }
  }
}
