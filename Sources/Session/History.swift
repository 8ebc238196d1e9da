/// A value with its past and its future: undo and redo.
struct History<Value: Equatable & Sendable>: Equatable, Sendable {
  private(set) var present: Value
  /// What undo can go back to, the oldest first.
  private(set) var past: [Value] = []
  private var future: [Value] = []

  init(_ value: Value) { present = value }

  var canUndo: Bool { !past.isEmpty }
  var canRedo: Bool { !future.isEmpty }

  /// Makes the value the present one; a value that changes nothing leaves no trace.
  ///
  /// - Parameter merging: replaces the present instead of adding a step, for a change made of many small ones
  ///   (a bound dragged along); one that ends where it began leaves no step.
  /// - Returns: whether the present is a step of its own that a next change may replace.
  @discardableResult
  mutating func set(_ value: Value, merging: Bool = false) -> Bool {
    guard value != present else { return merging }
    future.removeAll()
    if !merging { past.append(present) }
    present = value
    guard merging, past.last == value else { return true }
    past.removeLast()
    return false
  }

  /// Goes one step back; `false` where there is none.
  mutating func undo() -> Bool {
    guard let previous = past.popLast() else { return false }
    future.append(present)
    present = previous
    return true
  }

  /// Takes one undone step again; `false` where there is none.
  mutating func redo() -> Bool {
    guard let next = future.popLast() else { return false }
    past.append(present)
    present = next
    return true
  }
}
