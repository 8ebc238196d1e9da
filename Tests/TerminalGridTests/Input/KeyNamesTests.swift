import TerminalGrid
import Testing

struct KeyNamesTests {
  @Test(
    arguments: [
      ("Down", .down), ("Space", .character(" ")), ("Enter", .enter), ("Escape", .escape), ("Tab", .tab),
      ("BTab", .backTab), ("BSpace", .backspace), ("DC", .delete), ("IC", .insert), ("PPage", .pageUp),
      ("PgUp", .pageUp), ("NPage", .pageDown), ("PageDown", .pageDown), ("Home", .home), ("End", .end),
      ("F1", .function(1)), ("F12", .function(12)), ("C-r", .control("r")), ("C-R", .control("r")),
      ("C-i", .tab), ("C-m", .enter), ("M-x", .alt("x")), ("/", .character("/")), ("é", .character("é")),
    ] as [(String, Key)])
  func `are those of send-keys`(name: String, key: Key) {
    #expect(Key(tmuxName: name) == key)
  }

  @Test(arguments: ["", "down", "F0", "F13", "C-", "C-rr", "Foo", "C-é"])
  func `are not made up`(name: String) {
    #expect(Key(tmuxName: name) == nil)
  }

  @Test
  func `are read in sequence, other words letter by letter`() {
    let keys = Key.sequence(parsing: " Down  Down\tSpace /age Enter C-r ")
    #expect(
      keys == [
        .down, .down, .character(" "), .character("/"), .character("a"), .character("g"), .character("e"),
        .enter, .control("r"),
      ])
    #expect(Key.sequence(parsing: "").isEmpty)
  }

  @Test(
    arguments: [
      (.character(" "), "Space"), (.control("r"), "Ctrl-R"), (.up, "↑"), (.backTab, "Shift-Tab"),
      (.character("?"), "?"), (.function(1), "F1"), (.alt("x"), "Alt-x"),
    ] as [(Key, String)])
  func `are shown as on a keyboard`(key: Key, label: String) {
    #expect(key.label() == label)
    #expect(key.label(.ascii).allSatisfy { $0.isASCII })
  }
}
