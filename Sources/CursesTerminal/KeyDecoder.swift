package import CCurses
package import TerminalGrid

/// Turns what ncurses reads into keys and mouse events.
package struct KeyDecoder {
  /// What followed an Escape that turned out to be a key of its own.
  private var pending: ccurses_input?

  package init() {}

  /// The next event, from inputs that have arrived already; `nil` when there are no more.
  package mutating func next(_ read: () -> ccurses_input) -> TerminalEvent? {
    while true {
      let input = pending ?? read()
      pending = nil
      switch ccurses_input_kind(UInt32(input.kind)) {
      case CCURSES_NOTHING:
        return nil
      case CCURSES_MOUSE:
        return .mouse(Self.mouse(input))
      case CCURSES_FUNCTION_KEY:
        return .key(.function(Int(input.code)))
      case CCURSES_KEY:
        return Self.key(ccurses_key(input.code)).map { .key($0) }
      default:
        guard input.code == 27 else {
          if let key = Self.key(scalar: input.code) { return .key(key) }
          continue
        }
        return .key(escape(followedBy: read()))
      }
    }
  }

  /// Alt with a key is sent as Escape and the key, close together.
  private mutating func escape(followedBy next: ccurses_input) -> Key {
    let isCharacter = ccurses_input_kind(UInt32(next.kind)) == CCURSES_CHARACTER
    if isCharacter, next.code > 32, next.code != 127,
      case .character(let character)? = Self.key(scalar: next.code)
    {
      return .alt(character)
    }
    pending = next
    return .escape
  }

  private static func key(scalar code: UInt32) -> Key? {
    switch code {
    case 8, 127: return .backspace
    case 9: return .tab
    case 10, 13: return .enter
    case 27: return .escape
    case 1...26: return Unicode.Scalar(code + 96).map { .control(Character($0)) }
    case 0, 28...31: return nil
    default: return Unicode.Scalar(code).map { .character(Character($0)) }
    }
  }

  private static func key(_ code: ccurses_key) -> Key? {
    switch code {
    case CCURSES_UP: .up
    case CCURSES_DOWN: .down
    case CCURSES_LEFT: .left
    case CCURSES_RIGHT: .right
    case CCURSES_PAGE_UP: .pageUp
    case CCURSES_PAGE_DOWN: .pageDown
    case CCURSES_HOME: .home
    case CCURSES_END: .end
    case CCURSES_BACKSPACE: .backspace
    case CCURSES_DELETE: .delete
    case CCURSES_INSERT: .insert
    case CCURSES_ENTER: .enter
    case CCURSES_BACK_TAB: .backTab
    default: nil
    }
  }

  private static func mouse(_ input: ccurses_input) -> MouseEvent {
    let kind: MouseEvent.Kind =
      switch ccurses_mouse(input.code) {
      case CCURSES_RELEASE: .release
      case CCURSES_WHEEL_UP: .wheelUp
      case CCURSES_WHEEL_DOWN: .wheelDown
      default: .press
      }
    return MouseEvent(kind, x: Int(input.x), y: Int(input.y))
  }
}
