import Analysis
import CohortModel

/// Counts the hypotheses whose P value was shown and to which undo can go back.
///
/// It follows the history by its last step, so that no key looks at all of it.
struct Looks: Sendable {
  /// A question of the history: what it tests with its arms, and what all tests of its patients share.
  struct Step: Hashable, Sendable {
    var tested: Question.Hypothesis?
    var patients: Question.Hypothesis?
    /// What all tests of their characteristics share.
    var selected: Question.Hypothesis?

    /// What the hypotheses beside each other are kept by.
    fileprivate var contexts: [Question.Hypothesis] { [patients, selected].compactMap(\.self) }
  }

  var count: Int { counted.count }

  /// What is counted, and for how many reasons.
  private var counted: [Question.Hypothesis: Int] = [:]
  /// The present one last.
  private var steps: [Step] = []
  /// How many steps test each, and how many are of each patients.
  private var uses: [Question.Hypothesis: Int] = [:]
  private var shown: Set<Question.Hypothesis> = []
  /// What was shown of the same patients beside each other: a factor, a term or a cause each.
  private var beside: [Question.Hypothesis: Set<Question.Hypothesis>] = [:]

  init(_ steps: [Step]) { for step in steps { append(step) } }

  /// Follows a command, which takes steps back, changes the present one, or adds one.
  mutating func follow(stepCount: Int, present: Step) {
    while steps.count >= stepCount, !steps.isEmpty { dropLast() }
    append(present)
  }

  /// The P of a test of arms is on the screen.
  mutating func show(_ hypothesis: Question.Hypothesis) {
    if shown.insert(hypothesis).inserted, uses[hypothesis] != nil { add(hypothesis) }
  }

  /// The P values of many hypotheses on the same patients are on the screen.
  mutating func show(_ hypotheses: [Question.Hypothesis], of patients: Question.Hypothesis) {
    for hypothesis in hypotheses where beside[patients, default: []].insert(hypothesis).inserted {
      if uses[patients] != nil { add(hypothesis) }
    }
  }

  private mutating func add(_ hypothesis: Question.Hypothesis) { counted[hypothesis, default: 0] += 1 }

  private mutating func remove(_ hypothesis: Question.Hypothesis) {
    counted[hypothesis] = counted[hypothesis].flatMap { $0 > 1 ? $0 - 1 : nil }
  }

  private mutating func append(_ step: Step) {
    steps.append(step)
    for context in step.contexts where begins(context) {
      for hypothesis in beside[context] ?? [] { add(hypothesis) }
    }
    if let tested = step.tested, begins(tested), shown.contains(tested) { add(tested) }
  }

  private mutating func dropLast() {
    let step = steps.removeLast()
    if let tested = step.tested, ends(tested), shown.contains(tested) { remove(tested) }
    for context in step.contexts where ends(context) {
      for hypothesis in beside[context] ?? [] { remove(hypothesis) }
    }
  }

  /// Counts one step more; whether it is the first.
  private mutating func begins(_ use: Question.Hypothesis) -> Bool {
    uses[use, default: 0] += 1
    return uses[use] == 1
  }

  /// Counts one step less; whether it was the last.
  private mutating func ends(_ use: Question.Hypothesis) -> Bool {
    guard let count = uses[use] else { return false }
    uses[use] = count > 1 ? count - 1 : nil
    return count == 1
  }
}

extension Looks.Step {
  init(_ question: Question, in schema: CohortSchema) {
    self.init(
      tested: question.hypothesis(in: schema), patients: question.patients(in: schema),
      selected: question.selected)
  }
}
