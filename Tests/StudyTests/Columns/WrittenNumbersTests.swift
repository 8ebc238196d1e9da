import SurvivalStatistics
import Testing

@testable import Study

struct WrittenNumbersTests {
  private static let texts = [
    "", "-", ".", "-.", "5.", ".5", "-.5", "+5", "-0", "-0.0", "0", "007", "00.50", "12,5", "1,234",
    "1.234.567,8",
    "<0.01", ">= 7", "1e5", "1.5E-3", "123456789012345", "0.12345678901234", "-12345678901234",
    "1234567890123456",
    "123456789.123456789", "0.1234567890123456789", "1.2.3", "1-2", "--1", "1,2,3", "12 ", " 12", "abc",
    "1e400",
  ]

  @Test(arguments: [WrittenNumber.Notation.point, .comma, .groupedPoint])
  func `A compact number is what was written`(notation: WrittenNumber.Notation) throws {
    var generator = SeededGenerator(seed: 11)
    let random = (0..<5000).map { _ in
      String(
        (0..<Int.random(in: 1...18, using: &generator)).map { _ in
          Array("0123456789.,-")[Int.random(in: 0..<13, using: &generator)]
        })
    }
    var numbers = WrittenNumbers()
    for text in Self.texts + random {
      Array(text.utf8).withUnsafeBufferPointer { numbers.append($0, notation: notation) }
    }
    var (count, decimals) = (0, 0)
    for (code, text) in (Self.texts + random).enumerated() {
      let written = WrittenNumber(text, notation: notation)
      #expect(numbers[code] == written, "\(text)")
      #expect(numbers[code]?.value.sign == written?.value.sign, "\(text)")
      #expect(numbers.isNumber(code) == (written != nil))
      #expect(numbers[code]?.ticks(decimals: 4) == written?.ticks(decimals: 4), "\(text)")
      count += written == nil ? 0 : 1
      decimals = max(decimals, written?.decimals ?? 0)
    }
    #expect(numbers.numberCount == count)
    #expect(numbers.mostDecimals == decimals)
  }

  @Test func `Limits can be left out`() {
    var numbers = WrittenNumbers()
    for text in ["1.5", "<0.001", "x", ">7"] {
      Array(text.utf8).withUnsafeBufferPointer { numbers.append($0, notation: .point) }
    }
    #expect(numbers.limits == [1, 3])
    #expect(numbers.withoutLimits.map { $0?.value } == [1.5, nil, nil, nil])
    #expect(numbers.withoutLimits.mostDecimals == 1)
  }
}
