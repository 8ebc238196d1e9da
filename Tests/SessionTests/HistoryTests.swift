import Testing

@testable import Session

@Suite("Undo and redo")
struct HistoryTests {
  @Test("Undo goes back to the start, redo forward to the end, and a new step drops the undone ones")
  func history() {
    var history = History(0)
    for value in 1...5 { history.set(value) }
    history.set(5)
    #expect(history.past == [0, 1, 2, 3, 4])
    var steps = [history.undo(), history.undo(), history.undo()]
    #expect(history.present == 2)
    steps.append(history.redo())
    #expect(steps == [true, true, true, true])
    #expect(history.present == 3)
    history.set(9, merging: true)
    steps = [history.redo(), history.undo()]
    #expect(steps == [false, true])
    #expect(history.present == 2)
    steps = [history.undo(), history.undo(), history.undo()]
    #expect(steps == [true, true, false])
    #expect(history.present == 0)
  }

  @Test("Small changes merged into one step are undone together; back at the beginning they are no step")
  func merging() {
    var history = History(0)
    history.set(1)
    let isOpen = [history.set(2, merging: true), history.set(0, merging: true)]
    #expect(isOpen == [true, false])
    #expect(!history.canUndo)
  }
}
