import Foundation
import PrintableText
import Testing

struct PrintableTextTests {
  /// What may never reach a terminal, by the numbers of Unicode.
  private static let forbidden: [ClosedRange<UInt32>] = [
    0x00...0x08, 0x0B...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069,
  ]

  @Test
  func `leaves nothing that commands, and keeps only line feeds and tabs of what breaks a line`() {
    for value in Self.forbidden.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in ["\(scalar)", "a\(scalar)b", "日\(scalar)日", "👩\(scalar)👩", "\u{5D0}\(scalar)\u{5D1}"] {
        for shown in [text.printable, text.onOneLine] {
          let values = shown.unicodeScalars.map(\.value)
          #expect(!values.contains { value in Self.forbidden.contains { $0.contains(value) } })
          #expect(shown.count == text.count + scalar.picture.count - 1 || shown.count > text.count)
        }
      }
    }
    #expect("a\tb\r\nc".printable == "a\tb␍\nc")
    #expect("a\tb\r\nc".onOneLine == "a␉b␍␊c")
  }

  @Test(arguments: [
    ("\u{1B}]0;owned\u{7}", "␛]0;owned␇"), ("\u{1B}[2J", "␛[2J"), ("\u{9B}2J", "⟨U+009B⟩2J"),
    ("\u{7F}\u{0}", "␡␀"), ("A\u{202E}B", "A⟨U+202E⟩B"), ("A\u{2066}B", "A⟨U+2066⟩B"),
    ("yes\u{200B}", "yes⟨U+200B⟩"), ("yes\u{FEFF}", "yes⟨U+FEFF⟩"), ("yes\u{AD}", "yes⟨U+00AD⟩"),
    ("y\u{200D}es", "y⟨U+200D⟩es"), ("yes\u{FE0F}", "yes⟨U+FE0F⟩"), ("\u{3164}", "⟨U+3164⟩"),
    ("yes\u{E0041}", "yes⟨U+E0041⟩"), ("\u{FFFE}", "⟨U+FFFE⟩"), ("\u{FFF9}a\u{FFFA}b", "⟨U+FFF9⟩a⟨U+FFFA⟩b"),
    ("日\u{200D}\u{200D}日", "日⟨U+200D⟩⟨U+200D⟩日"), ("日\u{200D}", "日⟨U+200D⟩"), ("\u{2029}", "⟨U+2029⟩"),
  ])
  func `shows what commands or deceives`(text: String, shown: String) {
    #expect(text.onOneLine == shown)
    #expect(shown.onOneLine == shown)
  }

  @Test
  func `quotes what stands for itself and escapes the rest, for JSON and for TOML`() throws {
    #expect("a \"b\" \\ é ≤ 日".asJSON == "\"a \\\"b\\\" \\\\ é ≤ 日\"")
    #expect("\n\r\t\u{1B}\u{202E}\u{AD}".asJSON == "\"\\n\\r\\t\\u001b\\u202e\\u00ad\"")
    #expect("\n\r\t\u{1B}\u{202E}\u{AD}".asTOML == "\n\r\t\u{1B}\u{202E}\u{AD}".asJSON)
    // Past U+FFFF the languages differ; letters and emoji there need no escape.
    #expect("\u{E0041}".asJSON == "\"\\udb40\\udc41\"")
    #expect("\u{E0041}".asTOML == "\"\\U000e0041\"")
    #expect("😀".asJSON == "\"😀\"" && "😀".asTOML == "\"😀\"")
    for text in ["\u{1B}[2J", "a\u{E0041}b", "\u{2028}\u{FEFF}\u{0}", "\"\\/\""] {
      #expect(text.asJSON.onOneLine == text.asJSON && text.asTOML.onOneLine == text.asTOML)
      try #expect(JSONDecoder().decode(String.self, from: Data(text.asJSON.utf8)) == text)
    }
  }

  @Test(arguments: [
    (731, "731"), (0.1, "0.1"), (-0.0, "0"), (-2.5, "-2.5"), (9_007_199_254_740_992, "9007199254740992"),
    (1e300, "1e+300"), (1.5e-7, "1.5e-07"),
  ])
  func `prints a number with the digits that it needs`(number: Double, digits: String) {
    #expect(number.digits == digits)
    #expect(Double(number.digits) == number)
  }

  @Test(arguments: [
    "", "follow-up", "Köln", "e\u{301}", "日本", "👩‍⚕️", "👍🏽", "🇩🇪", "❤\u{FE0F}", "1\u{FE0F}\u{20E3}", "≤ 12",
    "می\u{200C}خواهم", "क्\u{200D}ष", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "שלום",
    "½ µg·l⁻¹",
    "─│┌┐⠿", "\u{A0}", "\u{E000}",
  ])
  func `leaves everything else alone`(text: String) {
    #expect(text.onOneLine.unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(text.printable.unicodeScalars.elementsEqual(text.unicodeScalars))
  }
}
