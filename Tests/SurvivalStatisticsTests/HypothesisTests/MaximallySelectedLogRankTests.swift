import SurvivalStatistics
import Testing

@Suite("Maximally selected log-rank statistics")
struct MaximallySelectedLogRankTests {
  private let times = [1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10]

  private func search(_ values: [Double], isEvent: [Bool]? = nil) throws -> MaximallySelectedLogRank {
    try MaximallySelectedLogRank(
      values: values,
      SurvivalData(
        times.indices.map { isEvent?[$0] ?? true ? .event(at: times[$0]) : .censored(at: times[$0]) }))
  }

  @Test("find the cut between those who fail early and those who fail late")
  func obviousCut() throws {
    let search = try search([10, 9, 8, 7, 1, 2, 3, 4, 5, 6].map { Double($0) })
    let best = try #require(search.best)
    #expect(best.cutpoint == 6 && best.lowerCount == 6)
    #expect(search.candidates.count == 9)
  }

  @Test("do not depend on the scale of the number")
  func monotoneTransform() throws {
    let values = [3.0, 1, 4, 1.5, 5, 9, 2, 6, 5.5, 3.5]
    let (plain, squared) = (try search(values), try search(values.map { $0 * $0 }))
    #expect(
      plain.best?.statistic == squared.best?.statistic && plain.candidates.count == squared.candidates.count)
    #expect(plain.lausenSchumacherPValue == squared.lausenSchumacherPValue)
  }

  @Test("repeat their permutations from the same seed")
  func reproducible() throws {
    let search = try search([3.0, 1, 4, 1.5, 5, 9, 2, 6, 5.5, 3.5])
    var (first, second) = (SeededGenerator(seed: 3), SeededGenerator(seed: 3))
    let p = search.permutationPValue(permutations: 200, using: &first)
    #expect(p == search.permutationPValue(permutations: 200, using: &second))
    #expect(try #require(p) >= 0 && #require(p) <= 1)
  }

  /// Over all 9! orders, 0.04761905 have a better cut and 0.01845238 one that is exactly as good.
  @Test("count permutations that are exactly as good one half")
  func tiedPermutations() throws {
    let table = try ReferenceTable(named: "tiny_exact")
    let search = try MaximallySelectedLogRank(
      values: table.numbers("x").compactMap(\.self), table.data(status: ["0", "1"]))
    var generator = SeededGenerator(seed: 11)
    let p = search.permutationPValue(permutations: 40_000, using: &generator)
    #expect(isClose(p, 0.05684524, within: 0.004))
  }

  @Test("have no cut for equal numbers, and none without failures")
  func degenerate() throws {
    let equal = try search(times.map { _ in 5 })
    #expect(equal.candidates.isEmpty && equal.best == nil && equal.improvedBonferroniPValue == nil)
    let censored = try search(times, isEvent: times.map { _ in false })
    #expect(censored.best == nil && censored.lausenSchumacherPValue == nil)
  }
}
