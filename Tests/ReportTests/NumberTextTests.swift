import Foundation
import Report
import SurvivalStatistics
import Testing

@Suite("Printed numbers")
struct NumberTextTests {
  @Test(
    "P values: three decimals up to .200, two above, never 0.000",
    arguments: [
      (0.0004, "<.001"), (0.001, ".001"), (0.0694, ".069"), (0.2, ".200"), (0.2001, ".20"), (0.456, ".46"),
      (0.9949, ".99"), (0.996, ">.99"), (1.0, ">.99"), (0.0, "<.001"), (Double.nan, "NE"),
    ])
  func pValues(p: Double, text: String) {
    #expect(NumberText.pValue(p) == text)
  }

  @Test("An equation of P keeps its sign")
  func equations() {
    #expect(NumberText.pEquation(0.0001) == "P < .001")
    #expect(NumberText.pEquation(0.05) == "P = .050")
    #expect(NumberText.pEquation(0.999) == "P > .99")
  }

  @Test("Percentages carry one decimal; only what is exactly nobody or everybody is 0% or 100%")
  func percentages() {
    #expect(NumberText.percent(0.7224) == "72.2%")
    #expect(NumberText.percent(0) == "0%")
    #expect(NumberText.percent(1) == "100%")
    #expect(NumberText.percent(0.0001) == "<0.1%")
    #expect(NumberText.percent(0.9999) == ">99.9%")
  }

  @Test("Fixed and short numbers, counts and statistics")
  func numbers() {
    #expect(NumberText.fixed(-0.04, 1) == "0.0")
    #expect(NumberText.fixed(-1.25, 1) == "-1.2")
    #expect(NumberText.short(24) == "24")
    #expect(NumberText.short(12.50) == "12.5")
    #expect(NumberText.count(9999) == "9999")
    #expect(NumberText.count(1_234_567) == "1,234,567")
    #expect(NumberText.count(.min) == "-9,223,372,036,854,775,808")
    #expect(NumberText.chiSquared(3.294, degreesOfFreedom: 12) == "χ²₁₂ = 3.29")
    #expect(NumberText.exact(731) == "731")
    #expect(NumberText.exact(0.1) == "0.1")
    #expect(NumberText.points(0.152) == "+15.2")
    #expect(NumberText.points(-0.152) == "−15.2")
  }

  @Test("Fixed decimals are those of C to the digit, also about halfway between two of them")
  func likeC() {
    var generator = SeededGenerator(seed: 11)
    var values = [0, -0.0, 0.5, 1.5, 2.5, 0.05, 0.15, 0.25, 0.35, 99.95, 999_999.95, 1_000_000.05, 1e-9]
    for _ in 0..<20_000 {
      let size = pow(10, Double.random(in: -6...9, using: &generator))
      let value = Double.random(in: 0...1, using: &generator) * size
      values.append(value)
      let tenths = (value * 10).rounded() / 10
      values += [tenths, tenths + 0.05, (tenths + 0.05).nextUp, (tenths + 0.05).nextDown, tenths + 0.005]
    }
    for value in values + values.map({ -$0 }) {
      for decimals in 0...6 {
        let printed = String(format: "%.\(decimals)f", value)
        let isZero = printed.allSatisfy { "-0.".contains($0) }
        let wanted = isZero && printed.hasPrefix("-") ? String(printed.dropFirst()) : printed
        guard NumberText.fixed(value, decimals) != wanted else { continue }
        Issue.record("\(value) with \(decimals) decimals: \(NumberText.fixed(value, decimals))")
      }
    }
  }
}
