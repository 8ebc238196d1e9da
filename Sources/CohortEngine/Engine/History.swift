/// A value with its past and its future: undo and redo.
package struct History<Value: Equatable & Sendable>: Sendable {
  package private(set) var present: Value
  private var past: [Value] = []
  private var future: [Value] = []

  package init(_ value: Value) { present = value }

  package var canUndo: Bool { !past.isEmpty }
  package var canRedo: Bool { !future.isEmpty }
  /// Number of steps that can be undone.
  package var depth: Int { past.count }

  /// Makes the value the present one; a value that changes nothing leaves no trace.
  ///
  /// - Parameter merging: replaces the present instead of adding a step, for a change made of many small ones
  ///   (a bound dragged along).
  package mutating func set(_ value: Value, merging: Bool = false) {
    guard value != present else { return }
    if !merging { past.append(present) }
    future.removeAll()
    present = value
  }

  /// Goes one step back; `false` where there is none.
  package mutating func undo() -> Bool {
    guard let previous = past.popLast() else { return false }
    future.append(present)
    present = previous
    return true
  }

  /// Takes one undone step again; `false` where there is none.
  package mutating func redo() -> Bool {
    guard let next = future.popLast() else { return false }
    past.append(present)
    present = next
    return true
  }
}
