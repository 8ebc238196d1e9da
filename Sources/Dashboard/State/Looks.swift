import Analysis

/// Counts the hypotheses whose P value was shown and to which undo can go back.
///
/// It follows the history by its last step, so that no key looks at all of it.
struct Looks: Sendable {
  private(set) var count = 0
  /// What each step of the history tests, the present one last.
  private var steps: [Question.Hypothesis?] = []
  /// How many steps test each.
  private var uses: [Question.Hypothesis: Int] = [:]
  private var shown: Set<Question.Hypothesis> = []

  init(_ steps: [Question.Hypothesis?]) { for step in steps { append(step) } }

  /// Follows a command, which takes steps back, changes the present one, or adds one.
  mutating func follow(stepCount: Int, present: Question.Hypothesis?) {
    while steps.count >= stepCount, !steps.isEmpty { dropLast() }
    append(present)
  }

  mutating func show(_ hypothesis: Question.Hypothesis) {
    if shown.insert(hypothesis).inserted, uses[hypothesis] != nil { count += 1 }
  }

  private mutating func append(_ step: Question.Hypothesis?) {
    steps.append(step)
    guard let step else { return }
    uses[step, default: 0] += 1
    if uses[step] == 1, shown.contains(step) { count += 1 }
  }

  private mutating func dropLast() {
    guard let step = steps.removeLast(), let used = uses[step] else { return }
    uses[step] = used > 1 ? used - 1 : nil
    if used == 1, shown.contains(step) { count -= 1 }
  }
}
