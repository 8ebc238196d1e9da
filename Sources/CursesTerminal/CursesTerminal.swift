import CCurses
import Dispatch
import Foundation
package import TerminalGrid

/// The user's terminal: takes whole screens, gives keys, and is left as it was found, whatever happens.
///
/// Everything that touches the terminal goes through here, on the main thread. One process has one terminal,
/// so there can be only one of these at a time.
@MainActor
package final class CursesTerminal {
  package private(set) var size: Size
  package let colorDepth: ColorDepth
  /// The terminal that is drawn for where nothing is known of the one that TERM names; `nil` where TERM is known.
  package let standIn: String?
  /// Whether more than ASCII can be shown; where not, ``draw(_:theme:cursor:)`` substitutes.
  package let isUTF8: Bool
  /// Keys, the mouse, new sizes and signals, in the order they came; for one consumer.
  package let events: AsyncStream<TerminalEvent>
  /// Bytes sent for the last frame, and for all of them.
  package private(set) var bytes: (lastFrame: Int, total: Int) = (0, 0)
  package private(set) var isMouseOn: Bool

  private let input: Int32
  private let output: Int32 = STDOUT_FILENO
  /// The pipe into which signal handlers write.
  private let signals: Int32
  private let synchronized: Bool
  private let emit: AsyncStream<TerminalEvent>.Continuation
  private var pen: Pen
  private var sources: [any DispatchSourceRead] = []
  private var isOpen = true
  private var isClosed = false

  /// Takes over the terminal of standard output.
  ///
  /// Keys are read from the same terminal even where standard input is a pipe.
  package init(_ settings: TerminalSettings = TerminalSettings()) throws(TerminalError) {
    let environment = ProcessInfo.processInfo.environment
    let settings = settings.completed(by: environment)
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    input = isatty(STDIN_FILENO) == 1 ? STDIN_FILENO : open("/dev/tty", O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw .notATerminal }

    ccurses_adopt_character_set()
    isUTF8 = ccurses_is_utf8()
    // Handlers go in first: ncurses leaves those that it finds alone.
    signals = ccurses_catch_signals()
    guard ccurses_enter_raw_mode(input) else {
      ccurses_release_signals()
      throw .cannotSetModes
    }
    let (name, keys, screen) = (environment["TERM"] ?? "", input, output)
    guard let known = TerminalName.candidates(for: name).first(where: { ccurses_open($0, keys, screen) })
    else {
      ccurses_leave_raw_mode()
      ccurses_release_signals()
      throw .unknownTerminal(name: name)
    }
    standIn = known == name ? nil : known
    ccurses_hold_standard_error()

    size = Self.currentSize(output)
    colorDepth = settings.colorDepth.map { min($0, Self.depthOfTerminal) } ?? Self.depthOfTerminal
    synchronized = settings.synchronizedOutput ?? true
    isMouseOn = settings.mouse
    pen = Pen(colorDepth: colorDepth)
    (events, emit) = AsyncStream.makeStream(of: TerminalEvent.self)
    if settings.mouse { ccurses_set_mouse(true) }
    listen(to: input) { $0.readKeys() }
    listen(to: signals) { terminal in
      for signal in terminal.pendingSignals() { terminal.handle(signal) }
    }
  }

  /// Shows a screen; only what differs from the last one is sent.
  ///
  /// Of a screen larger than the terminal, the top left part is shown.
  package func draw(_ grid: Grid, theme: Theme, cursor: (x: Int, y: Int)? = nil) {
    guard isOpen else { return }
    ccurses_erase()
    pen.draw(isUTF8 ? grid : grid.ascii, theme: theme)
    if let cursor, grid.bounds.contains(x: cursor.x, y: cursor.y) {
      ccurses_show_cursor(Int32(cursor.x), Int32(cursor.y))
    } else {
      ccurses_hide_cursor()
    }
    ccurses_compose()
    send()
  }

  /// Makes the next ``draw(_:theme:cursor:)`` send everything: something else has written on the screen.
  package func repaint() {
    if isOpen { ccurses_repaint() }
  }

  package func setMouse(_ on: Bool) {
    guard isOpen, on != isMouseOn else { return }
    isMouseOn = on
    ccurses_set_mouse(on)
    send()
  }

  private func send() {
    let sent = Int(ccurses_send(output, synchronized))
    guard sent >= 0 else { return hangUp() }
    bytes = (sent, bytes.total + sent)
  }

  /// Gives the terminal back and stops the program with its whole job, as Ctrl-Z does; returns when it goes on.
  package func suspend() { stop(wholeJob: true) }

  /// Gives the terminal back for good; what was written to standard error meanwhile appears now.
  package func close() {
    guard !isClosed else { return }
    isClosed = true
    if isOpen { leave() }
    isOpen = false
    for source in sources { source.cancel() }
    emit.finish()
    ccurses_release_signals()
    ccurses_release_standard_error()
  }

  private func stop(wholeJob: Bool) {
    guard isOpen else { return }
    leave()
    ccurses_stop(wholeJob)
    comeBack()
    // Having been continued is no news any more.
    for signal in pendingSignals().subtracting([SIGCONT]) { handle(signal) }
  }

  private func leave() {
    ccurses_set_mouse(false)
    ccurses_end()
    send()
    ccurses_leave_raw_mode()
  }

  /// Takes the terminal again after a stop, of which the program may not even have been told.
  private func comeBack() {
    guard isOpen, ccurses_enter_raw_mode(input) else { return }
    ccurses_resume()
    ccurses_set_mouse(isMouseOn)
    noticeSize()
    emit.yield(.resumed)
  }

  private func hangUp() {
    guard isOpen else { return }
    // There is nothing left to write to. Signals stay caught until the program has put its work away.
    isOpen = false
    for source in sources { source.cancel() }
    ccurses_leave_raw_mode()
    emit.yield(.hangUp)
    emit.finish()
  }

  private func listen(to file: Int32, _ handle: @escaping @MainActor (CursesTerminal) -> Void) {
    let source = DispatchSource.makeReadSource(fileDescriptor: file, queue: .main)
    source.setEventHandler { [weak self] in
      MainActor.assumeIsolated {
        if let self { handle(self) }
      }
    }
    source.activate()
    sources.append(source)
  }

  private func readKeys() {
    guard isOpen else { return }
    var keys = KeyDecoder()
    while let event = keys.next(ccurses_next_input) { emit.yield(event) }
    if ccurses_has_hung_up(input) { hangUp() }
  }

  /// The signals since the last look; the same one twice, as in a storm of new sizes, is once.
  private func pendingSignals() -> Set<Int32> {
    var numbers = [UInt8](repeating: 0, count: 256)
    let count = read(signals, &numbers, numbers.count)
    return Set(numbers.prefix(max(0, count)).map { Int32($0) })
  }

  private func handle(_ signal: Int32) {
    guard isOpen else { return }
    switch signal {
    case SIGWINCH: noticeSize()
    case SIGTSTP: stop(wholeJob: false)
    case SIGCONT: comeBack()
    default: emit.yield(.terminated(signal: signal))
    }
  }

  private func noticeSize() {
    let current = Self.currentSize(output)
    guard current != size else { return }
    size = current
    ccurses_resize(Int32(current.columns), Int32(current.rows))
    // What a terminal shows after a change of size is its own affair.
    ccurses_repaint()
    emit.yield(.resized(current))
  }

  private static func currentSize(_ terminal: Int32) -> Size {
    let size = ccurses_window_size(terminal)
    // A serial line has no idea of its size.
    guard size.columns > 0, size.rows > 0 else { return Size(columns: 80, rows: 24) }
    return Size(columns: Int(size.columns), rows: Int(size.rows))
  }

  private static var depthOfTerminal: ColorDepth {
    switch ccurses_color_count() {
    case ..<8: .none
    case ..<16: .eight
    case ..<256: .sixteen
    default: ccurses_has_direct_color() ? .direct : .indexed256
    }
  }
}
