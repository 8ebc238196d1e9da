import Testing

@testable import Study

struct WrittenNumberTests {
  @Test(arguments: [
    ("12", 12.0, 0), ("12.50", 12.5, 2), ("-3.25", -3.25, 2), ("+7", 7, 0), (".5", 0.5, 1), ("5.", 5, 0),
    ("0.00015", 0.00015, 5), ("1e-5", 1e-5, 5), ("1.5E3", 1500, 0),
    ("123456789012345683968", 123456789012345683968, 0),
    ("0.1234567890123456789", 0.1234567890123456789, 19), ("007", 7, 0), ("100000", 100000, 0),
  ])
  func `A number has the value and the decimals it is written with`(
    text: String, value: Double, decimals: Int
  ) throws {
    let number = try #require(WrittenNumber(text))
    #expect(number.value == value)
    #expect(number.decimals == decimals)
  }

  @Test(arguments: [
    "", "-", ".", "abc", "1-2", "12 months", "1:4", "0x10", "inf", "nan", "1,5", "--1", "1.2.3", "1e", "<",
    "5%",
  ])
  func `Other texts are no numbers`(text: String) { #expect(WrittenNumber(text) == nil) }

  @Test(arguments: [
    ("1e-9223372036854775808", 0.0), ("1e-99999999999999999999", 0), ("-1e-9223372036854775808", 0),
    ("1e308", 1e308), ("5e-324", .leastNonzeroMagnitude),
    ("0." + String(repeating: "0", count: 400) + "1", 0),
  ])
  func `Numbers at the ends of what a number can be have few decimals`(text: String, value: Double) throws {
    let number = try #require(WrittenNumber(text))
    #expect(number.value == value)
    #expect((0...500).contains(number.decimals))
    _ = number.ticks(decimals: 9)
  }

  @Test(arguments: ["1e309", "1e9223372036854775807", "-1e400"])
  func `A number too large to be one is none`(text: String) { #expect(WrittenNumber(text) == nil) }

  @Test func `Ticks are exact where the double is not`() throws {
    #expect(try #require(WrittenNumber("92.63")).ticks(decimals: 2) == 9263)
    #expect(try #require(WrittenNumber("0.29")).ticks(decimals: 2) == 29)
    #expect(try #require(WrittenNumber("1.15")).ticks(decimals: 4) == 11500)
    #expect(try #require(WrittenNumber("-1.5")).ticks(decimals: 1) == -15)
    #expect(try #require(WrittenNumber("2.3456")).ticks(decimals: 2) == 235)
  }

  @Test func `Limits keep their sign`() throws {
    #expect(try #require(WrittenNumber("<0.01")).limit == .below)
    #expect(try #require(WrittenNumber("≥ 100")).limit == .above)
    #expect(try #require(WrittenNumber("> 5")).value == 5)
  }

  @Test(arguments: [("27,1", 27.1), ("1.234,5", 1234.5), ("1.234.567", 1234567), ("-0,5", -0.5)])
  func `A decimal comma may stand with points between thousands`(text: String, value: Double) {
    #expect(WrittenNumber(text, notation: .comma)?.value == value)
  }

  @Test(arguments: ["1.5", "1.2345", "12.34,5", "1,2,3"])
  func `Points elsewhere are not taken for thousands`(text: String) {
    #expect(WrittenNumber(text, notation: .comma) == nil)
  }
}
