import Foundation
import TestSupport
import Testing

/// Numbers, sizes and depths that nobody means end in an answer or in one line, never in a crash.
@Suite(.serialized)
struct AbsurdInputTests {
  private let folder: URL

  init() throws { folder = try Program.temporaryFolder() }

  private func file(_ name: String, _ text: String) throws -> String {
    let path = folder.appendingPathComponent(name).path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  /// A table of forty patients with a column whose values are given in turn.
  private func table(_ values: [String], times: [String] = []) throws -> String {
    let rows = (0..<40).map { row in
      "\(times.isEmpty ? "\(row + 1)" : times[row % times.count]),\(row % 2),\(values[row % values.count])"
    }
    return try file("table.csv", "os_months,os_status,x\n" + rows.joined(separator: "\n") + "\n")
  }

  private func run(_ arguments: [String], status: Int32 = 0) throws -> String {
    let result = try Program.run(arguments)
    #expect(
      result.status == status, "\(arguments.joined(separator: " ").prefix(200)): \(result.errors.prefix(500))"
    )
    if status == 1 || arguments[0] == "inspect" {
      #expect(result.errors.split(separator: "\n").count == Int(status))
    }
    return result.output + result.errors
  }

  static let columns: [[String]] = [
    (10..<50).map { "1000000000000000\($0)" },
    (1...40).map { "\($0)e17" },
    ["1e308", "-1e308", "1.7976931348623157e308", "5", "-7"],
    ["1e-9223372036854775808", "2", "1e-99999999999999999999", "1e9223372036854775807", "0.5", "3.5"],
    ["5e-324", "1e-323", "0", "1e-320"],
    ["-0.0", "0", "1e-400", "3"],
    (1...40).map { "\($0).\(String(repeating: "1", count: 400))" },
    ["9223372036854775807", "-9223372036854775808", "9223372036854775808", "1"],
    ["nan", "inf", "-inf", "7.5", "8"],
  ]

  @Test(arguments: columns)
  func `numbers at the ends of what a number can be are shown`(values: [String]) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = try table(values)
    _ = try run(["inspect", path])
    let keys = "/ x Enter Right [ [ ] { { } Space i i a a s Down Enter 6 End 1 x Right"
    for keys in ["", keys] {
      let screen = try run(["render", path, "--keys", keys])
      #expect(!screen.lowercased().contains("nan"), "\(keys): \(screen)")
    }
    // None of the times may be one.
    let times = try table(["a", "b"], times: values)
    let commands = [
      "until Space 1", "at Space 1e300", "unit Space days", "unit Space years", "until Space 1e300",
      "at Space 0",
    ]
    let more = "x Right Left s Down Enter c r r Z" + commands.map { " : \($0) Enter" }.joined()
    for arguments in [["inspect", times], ["render", times], ["render", times, "--keys", more]] {
      let result = try Program.run(arguments)
      #expect((0...1).contains(result.status), "\(arguments): \(result.errors.prefix(500))")
    }
  }

  @Test
  func `sizes beyond any screen are refused, small ones drawn`() throws {
    for size in [
      "9999999999x9999999999", "99999999999999999999x5", "0x0", "-1x5", "5x-1", "1001x30", "x", "1e3x5",
      "9223372036854775807x9223372036854775807",
    ] {
      let text = try run(["render", "--size=\(size)"], status: 2)
      #expect(size.isEmpty || text.contains("each from 1 to 1000"))
    }
    for size in ["1x1", "2x1", "1x1000", "1000x1", "60x18", "61x19", "59x17", "1000x1000"] {
      _ = try run([
        "render", "--size", size, "--keys", "Down Space s Enter x Left Right ? Escape 6 NPage End",
      ])
    }
  }

  @Test
  func `conditions inside each other without end are refused in a line that names the limit`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let deep = [
      String(repeating: "(", count: 60_000), String(repeating: "not ", count: 30_000) + "age_years > 1",
      String(repeating: "!(", count: 30_000), String(repeating: "(", count: 201) + "age_years > 1",
    ]
    for condition in deep {
      #expect(
        try run(["render", "--where", condition], status: 2).contains(
          "more than 200 conditions inside each other"))
    }
    let typed = String(repeating: "(", count: 300)
    #expect(
      try run(["render", "--keys", ": where Space \(typed) Enter"]).contains("more than 200 conditions"))
    let side = Array(repeating: "not age_years = 99", count: 5000).joined(separator: " and ")
    #expect(try run(["render", "--where", side]).contains("78"))
    _ = try table(["1", "2"])
    let study = try file(
      "study.toml",
      """
      [study]
      data = "table.csv"
      [events.death]
      time = "os_months"
      when = "\(deep[0])"
      [follow_up]
      time = "os_months"
      [endpoints.OS]
      """)
    #expect(try run(["inspect", study], status: 1).contains("more than 200 conditions inside each other"))
  }

  @Test
  func `tables and lists inside each other without end are refused`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let opening = String(repeating: "[", count: 100_000)
    for text in [
      "a = \(opening)", "a = " + String(repeating: "{a=", count: 100_000),
      "a" + String(repeating: ".a", count: 100_000) + " = 1",
      "[a" + String(repeating: ".a", count: 100_000) + "]", "a = " + String(repeating: "[{a=", count: 60_000),
    ] {
      let study = try file("study.toml", text)
      #expect(
        try run(["inspect", study], status: 1).contains("more than 50 tables and lists inside each other"))
      #expect(try run(["render", "--theme", study]).contains("more than 50 tables"))
    }
    for (text, message) in [
      ("[study]\ntitle = \"" + String(repeating: "x", count: 1 << 20) + "\"", "expected at most 1048576"),
      (String(repeating: "x", count: 5000) + " = 1", "a key of 5000 bytes; expected at most 1000"),
      ("a = " + String(repeating: "\"", count: 1_000_000), ""),
      ("a = " + String(repeating: "1,", count: 500_000), ""),
      ("a = " + String(repeating: "{=", count: 100_000), "expected"),
      (String(repeating: "a=[]\n", count: 100_000), ""), (String(repeating: "[[a]]\n", count: 100_000), ""),
      ("a = [" + String(repeating: "{},", count: 100_000), ""),
      ("a = 1e999999999999\nb = -99999999999999999999", ""),
    ] {
      let complaint = try run(["inspect", try file("study.toml", text)], status: 1)
      #expect(complaint.contains(message) || message.isEmpty)
    }
    for text in [
      opening, String(repeating: "{\"a\":", count: 100_000), String(repeating: "[{\"a\":", count: 100_000),
    ] {
      #expect(
        try run(["batch", try file("job.json", text)], status: 1).contains(
          "more than 100 values inside each other"))
    }
  }

  @Test
  func `times and cuts that are no numbers are refused, and huge ones taken`() throws {
    for landmark in ["nan", "inf", "-inf", "-1", "1e400"] {
      #expect(try Program.run(["render", "--landmark=\(landmark)"]).status == 2)
    }
    let unit =
      ": unit Space years Enter : unit Space days Enter : unit Space days Enter Left Right Home End x x"
    for landmark in ["1e300", "1.7976931348623157e308", "0", "5e-324"] {
      let typed = ["landmark", "at", "until"].map { ": \($0) Space \(landmark) Enter \(unit)" }
      let keys = typed.joined(separator: " ") + " t \(landmark) Enter \(unit)"
      _ = try run(["render", "--landmark", landmark, "--keys", keys])
    }
    let words = ["view", "landmark", "at", "until", "by", "endpoint", "theme", "unit"]
    for number in [
      "-9223372036854775808", "9223372036854775807", "99999999999999999999", "nan", "-1", "1e999",
    ] {
      let keys = words.map { ": \($0) Space \(number) Enter" }.joined(separator: " ")
      _ = try run(["render", "--keys", keys])
    }
    _ = try run(["render", "--keys", String(repeating: "Down F99999999999999999999 C-ü M-é ", count: 50)])
  }

  @Test
  func `texts without end are cut, and files without end refused`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let long = String(repeating: "x", count: 1 << 20)
    let path = try table(["a\(long)", "b\(long)"] + Array(repeating: "c", count: 38))
    #expect(try run(["inspect", path]).count < 100_000)
    _ = try run(["render", path, "--keys", "s Down Enter 6"])
    _ = try run(["render", path, "--where", "y = 1"], status: 2)
    #expect(
      try run(["render", path, "--where", String(repeating: "y", count: 100_000)], status: 2).contains(
        "no variable"))
    #expect(try run(["inspect", "/dev/zero"], status: 1).contains("device"))
    let sparse = folder.appendingPathComponent("sparse.csv").path
    #expect(FileManager.default.createFile(atPath: sparse, contents: nil))
    #expect(truncate(sparse, 1 << 42) == 0)
    #expect(try run(["inspect", sparse], status: 1).contains("larger than 4 GiB"))
  }
}
