import Foundation
import Testing

@testable import CohortModel

@Suite("What can be said of a cohort without its patients")
struct SchemaTests {
  @Test("Days since 1970 agree with Foundation, from the first Gregorian day in 1582 on")
  func calendarDays() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for days in stride(from: -141_427, through: 200_000, by: 73) {
      let date = Date(timeIntervalSince1970: Double(days) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day], from: date)
      let (year, month, day) = (try #require(parts.year), try #require(parts.month), try #require(parts.day))
      #expect(CalendarDay(year: year, month: month, day: day)?.daysSince1970 == days)
      #expect(CalendarDay(CalendarDay(daysSince1970: days).description)?.daysSince1970 == days)
    }
  }

  @Test(
    "Days that no calendar has are refused",
    arguments: ["2023-02-29", "1900-02-29", "2020-13-01", "2020-00-10", "2020-1", "20-01-01", "2020-04-31"])
  func impossibleDays(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test("A tick gives the very double of the decimal it was read from")
  func ticksAreExact() {
    let scale = TimeScale(unit: .months, ticksPerUnit: 100)
    #expect(scale.time(9263) == 92.63)
    #expect(scale.time(7) == 0.07)
    #expect(scale.ticks(0.07) == 7)
  }

  @Test("Histogram bins have round edges, cover every value, and whole numbers get whole bins")
  func bins() {
    let ages = HistogramBins(1...25, isWhole: true)
    #expect(ages.edges.allSatisfy { $0 == $0.rounded() })
    #expect(ages.count <= 26)
    #expect((1...25).allSatisfy { ages.bin(of: Double($0)) != nil })
    #expect(HistogramBins(0...2, isWhole: true).edges == [0, 1, 2, 3])
    #expect(HistogramBins(4...4, isWhole: true).count == 1)
    let small = HistogramBins(0.001...0.02, isWhole: false)
    #expect(small.bin(of: 0.001) == 0)
    #expect(small.bin(of: 0.02) == small.count - 1)
  }

  static let extremes: [[Double]] = [
    [1e308, -1e308], [.greatestFiniteMagnitude, -.greatestFiniteMagnitude, 0, 5], [1e308, 1.5e308],
    (0..<20).map { 1e17 + Double($0) }, (0..<20).map { -9.2e18 - Double($0) },
    [.leastNonzeroMagnitude, 0, 1000 * .leastNonzeroMagnitude], [.leastNonzeroMagnitude], [1e308],
    [0.1, 1e308], [-0.0, 0], [1e16 + 2, 1e16 + 4], [4_503_599_627_370_495.5, 4_503_599_627_370_496.5],
  ]

  @Test(
    "Bins of numbers at the ends of what a number can be are few, in order, and hold every value",
    arguments: extremes)
  func extremeBins(values: [Double]) throws {
    let bins = try #require(NumberDistribution(values)).bins
    #expect((1...25).contains(bins.count))
    #expect(bins.edges.allSatisfy { $0.isFinite })
    #expect(zip(bins.edges, bins.edges.dropFirst()).allSatisfy { $0 < $1 })
    for value in values {
      let bin = bins.bin(of: value)
      #expect(bin.map { (0..<bins.count).contains($0) } ?? false)
    }
  }

  @Test("What fits no calendar or scale is the nearest that does")
  func clamping() {
    #expect(CalendarDay(daysSince1970: .max).description == "9999-12-31")
    #expect(CalendarDay(daysSince1970: .min).description == "0001-01-01")
    #expect(CalendarDay("9999-12-31")?.daysSince1970 == 2_932_896)
    #expect(CalendarDay("0001-01-01")?.daysSince1970 == -719_162)
    let scale = TimeScale(unit: .days, ticksPerUnit: 1000)
    #expect(scale.ticks(1e300) == .max)
    #expect(scale.ticks(-.infinity) == .min)
    #expect(scale.ticks(.nan) == 0)
    #expect([-1.9, 1.9, 3e9, -3e9, .nan].map { Int32(clamping: $0) } == [-1, 1, .max, .min, 0])
  }

  @Test("The nearest name is found for a slip of the finger and not for another word")
  func nearestName() {
    let names = ["age_years", "sex", "disease_phase"]
    #expect(NearestName.of("age_yaers", among: names) == "age_years")
    #expect(NearestName.of("Disease_Phase", among: names) == "disease_phase")
    #expect(NearestName.of("weight", among: names) == nil)
  }

  @Test("Where no spelling is near, a name or label that begins so or has the word is suggested")
  func suggestsByWord() {
    let variables = [
      Variable(name: "donor_type", label: "Donor", kind: .text, domain: .text),
      Variable(name: "year", label: "Year of transplantation", kind: .text, domain: .text),
      Variable(name: "age_years", label: "Age at HSCT", kind: .text, domain: .text),
    ]
    for (typed, meant) in [
      ("age", "age_years"), ("AGE", "age_years"), ("transplantation", "year"), ("type", "donor_type"),
      ("yaer", "year"), ("donor typ", "donor_type"),
    ] {
      #expect(NearestName.of(typed, among: variables) == meant, "\(typed)")
    }
    for typed in ["", "weight", "plant"] { #expect(NearestName.of(typed, among: variables) == nil) }
  }
}
