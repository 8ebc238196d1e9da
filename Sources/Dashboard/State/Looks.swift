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

  private(set) var count = 0
  /// The present one last.
  private var steps: [Step] = []
  /// How many steps test each, and how many are of each patients.
  private var uses: [Question.Hypothesis: Int] = [:]
  private var shown: Set<Question.Hypothesis> = []
  /// What was shown of the same patients beside each other, a factor or a term each.
  private var beside: [Question.Hypothesis: Set<Question.Hypothesis>] = [:]

  init(_ steps: [Step]) { for step in steps { append(step) } }

  /// Follows a command, which takes steps back, changes the present one, or adds one.
  mutating func follow(stepCount: Int, present: Step) {
    while steps.count >= stepCount, !steps.isEmpty { dropLast() }
    append(present)
  }

  /// The P of a test of arms is on the screen.
  mutating func show(_ hypothesis: Question.Hypothesis) {
    guard shown.insert(hypothesis).inserted, uses[hypothesis] != nil else { return }
    if !isBeside(hypothesis) { count += 1 }
  }

  /// The P values of many hypotheses on the same patients are on the screen.
  mutating func show(_ hypotheses: [Question.Hypothesis], of patients: Question.Hypothesis) {
    for hypothesis in hypotheses where beside[patients, default: []].insert(hypothesis).inserted {
      guard uses[patients] != nil else { continue }
      if !(shown.contains(hypothesis) && uses[hypothesis] != nil) { count += 1 }
    }
  }

  private func isBeside(_ hypothesis: Question.Hypothesis) -> Bool {
    var patients = hypothesis
    (patients.arms, patients.covariates) = (nil, [])
    return beside[patients]?.contains(hypothesis) == true
  }

  private mutating func append(_ step: Step) {
    steps.append(step)
    for context in step.contexts {
      uses[context, default: 0] += 1
      if uses[context] == 1 { count += beside[context]?.count ?? 0 }
    }
    guard let tested = step.tested else { return }
    uses[tested, default: 0] += 1
    if uses[tested] == 1, shown.contains(tested), !isBeside(tested) { count += 1 }
  }

  private mutating func dropLast() {
    let step = steps.removeLast()
    if let tested = step.tested, let used = uses[tested] {
      uses[tested] = used > 1 ? used - 1 : nil
      if used == 1, shown.contains(tested), !isBeside(tested) { count -= 1 }
    }
    for context in step.contexts {
      guard let used = uses[context] else { continue }
      uses[context] = used > 1 ? used - 1 : nil
      if used == 1 { count -= beside[context]?.count ?? 0 }
    }
  }
}

extension Looks.Step {
  init(_ question: Question, in schema: CohortSchema) {
    self.init(
      tested: question.hypothesis(in: schema), patients: question.patients(in: schema),
      selected: question.selected)
  }
}
