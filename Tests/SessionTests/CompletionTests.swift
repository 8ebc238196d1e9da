import CohortModel
import Session
import Testing

@Suite("Completion")
struct CompletionTests {
  private func completion(_ line: String, after lines: String = "") throws -> Completion {
    Completion(of: line, session: try Leukaemia.session(lines), in: Leukaemia.context)
  }

  private func texts(_ line: String, after lines: String = "") throws -> [String] {
    try completion(line, after: lines).candidates.map(\.text)
  }

  @Test("Nothing typed gives every command")
  func allCommands() throws {
    #expect(try texts("") == CommandWord.allCases.map(\.rawValue))
  }

  @Test(
    "The beginning of a name comes before a word of it, and that before a word of the detail",
    arguments: [
      // Not “chOoSe”, in the help of the endpoint and in the label of the donor.
      ("os", ["endpoint OS"]),
      ("by", ["by"]),
      ("en", ["endpoint"]),
      ("in", ["interval", "by ino", "endpoint CIR"]),
      ("unit", ["unit"]),
      ("ban", ["bands", "by bands"]),
      ("pha", ["show Phase", "by disease_phase"]),
    ])
  func ranks(line: String, wanted: [String]) throws {
    let found = try texts(line)
    #expect(Array(found.prefix(wanted.count)) == wanted)
    if line == "os" { #expect(found == wanted) }
  }

  @Test(
    "What may follow a word",
    arguments: [
      ("by inotuzumab", ["ino"]), ("by don", ["\"donor type\""]), ("by \"donor t", ["\"donor type\""]),
      ("by", ["by"]), ("endpoint in", ["CIR"]), ("endpoint N", ["NRM"]),
      ("theme ni", ["night", "night-blue"]),
      ("unit m", ["months"]), ("interval log", ["log", "log-log", "logit"]), ("show yo", ["Young"]),
      ("view ", ["curves", "univariable", "models", "characteristics", "patients", "data"]),
      ("cause ", ["all"]), ("bands ", ["on", "off"]), ("charset u", ["unicode"]), ("open no", ["note"]),
      ("risk-rows c", ["censored"]), ("at ", ["none"]), ("clear ", []), ("nothing ", []),
      ("where ag", ["age"]), ("where dis", ["disease_phase"]), ("where age > 3 and i", ["ino"]),
      ("where (n", ["note"]),
      ("where not d", ["disease_phase", "\"donor type\""]),
      ("where ino = ", ["no", "yes"]), ("where ino = y", ["yes"]),
      ("where disease_phase = c", ["CR1", "CR2", "\"CR 3+\""]),
      ("filter 'donor type' in (", ["MUD", "MSD", "\"cord blood\""]),
      ("filter 'donor type' in (MUD, c", ["\"cord blood\""]),
      ("filter 'donor type' in (MUD, \"cord b", ["\"cord blood\""]),
      ("where 'donor type' not in (m", ["MUD", "MSD"]),
      ("where age ", ["<", "<=", ">", ">=", "=", "is missing", "is not missing"]),
      ("filter age o", ["off"]),
      ("where 4 <= age ", ["<", "<=", ">", ">=", "=", "is missing", "is not missing"]),
      ("where age not ", ["in"]),
      ("where note contains age ", ["and", "or"]), ("where note c", ["contains"]),
      ("where age is ", ["missing", "not"]),
      ("where age > 3 ", ["and", "or"]), ("where ino in (yes", ["yes"]), ("where ino in (yes ", [",", ")"]),
      ("where ino in (yes) a", ["and"]), ("where age is missing ", ["and", "or"]),
    ])
  func follows(line: String, wanted: [String]) throws {
    #expect(try texts(line) == wanted)
  }

  @Test("Causes are those of the endpoint shown, variables to close those that are open")
  func dependsOnTheSession() throws {
    #expect(try texts("cause ", after: "endpoint CIR") == ["relapse", "death", "all"])
    #expect(try texts("close no", after: "open note") == ["note"])
    #expect(try texts("close no").isEmpty)
  }

  @Test("Every variable is offered as arms, with the reason where it cannot be")
  func reasons() throws {
    let candidates = try completion("by ").candidates
    #expect(
      candidates.map(\.text) == ["age", "disease_phase", "ino", "\"donor type\"", "bands", "note", "none"])
    #expect(candidates[0].detail == "Age at HSCT; cut at 11")
    #expect(
      candidates[4].detail
        == "cannot divide: it has 9 values, more than the 8 curves that can be told apart")
    #expect(candidates[5].detail == "cannot divide: it is free text")
  }

  @Test(
    "Taking a candidate keeps what was typed before it, and gives a command",
    arguments: [
      ("by inotu", "by ino"), ("os", "endpoint OS"), ("wh", "where "),
      ("where age > 3 and do", "where age > 3 and \"donor type\" "),
      ("filter 'donor type' in (MUD, \"co", "filter 'donor type' in (MUD, \"cord blood\""), ("und", "undo"),
    ])
  func taken(line: String, wanted: String) throws {
    let completion = try completion(line)
    let first = try #require(completion.candidates.first)
    #expect(completion.line(taking: first) == wanted)
  }

  @Test("A line longer than anybody types is not completed")
  func longLines() throws {
    #expect(try texts("where " + String(repeating: "\"'", count: 20_000)).isEmpty)
  }

  @Test("Typed lines are recalled by their beginning, and what was typed comes back")
  func recalls() {
    var history = CommandHistory(["by ino", "at 3", "by age", "by ino", " "])
    #expect(history.lines == ["at 3", "by age", "by ino"])
    #expect(history.older("by") == "by ino")
    #expect(history.older("by ino") == "by age")
    #expect(history.older("by age") == nil)
    #expect(history.newer("by age") == "by ino")
    #expect(history.newer("by ino") == "by")
    #expect(history.newer("by") == nil)
    #expect(history.older("") == "by ino")
    #expect(history.older("by ino ") == nil, "a recalled line that was changed is typed")
    history.record("at 3")
    #expect(history.lines == ["by age", "by ino", "at 3"])
    #expect(history.older("") == "at 3")
  }
}
