import SurvivalStatistics
import Testing

@Suite("Simon–Makuch tables and the Mantel–Byar test")
struct SimonMakuchTests {
  @Test("move a subject from the one table to the other when the state begins")
  func switching() throws {
    let tables = try SimonMakuch(rows([4, 6, 9], [1, 1, 0]), onsets: [nil, 2, 9])
    #expect(tables.without.times == [2, 4, 9] && tables.without.atRisk == [3, 2, 1])
    #expect(tables.without.censored == [1, 0, 1] && tables.without.events == [[0, 1, 0]])
    #expect(tables.with.times == [2, 6] && tables.with.atRisk == [0, 1] && tables.with.entered == [1, 0])
    #expect(tables.switchCount == 1)
  }

  @Test("take a state present at the start as there all along, and one at the end as never")
  func bounds() throws {
    let tables = try SimonMakuch(rows([3, 5], [1, 1]), onsets: [0, 5 + 1e-12])
    #expect(tables.with.times == [3] && tables.with.startCount == 1 && tables.with.entered == [0])
    #expect(tables.without.times == [5] && tables.without.atRisk == [1] && tables.switchCount == 0)
  }

  @Test("let a late entrant be in the state from entry")
  func lateEntry() throws {
    let tables = try SimonMakuch([.event(at: 7, enteredAt: 3)], onsets: [2])
    #expect(
      tables.with.times == [3, 7] && tables.with.entered == [1, 0] && tables.without.subjectCount == 0)
  }

  @Test("give the P value that R gives for the start–stop rows of the heart transplants")
  func heartTransplants() throws {
    let table = try ReferenceTable(named: "heart")
    let columns = (
      id: table.text("id"), stop: table.numbers("stop"), status: table.numbers("status"),
      transplant: table.text("transplant")
    )
    var (order, times, status, onsets) = ([String](), [Double](), [Int](), [Double?]())
    for row in 0..<table.rowCount {
      let (id, stop) = (try #require(columns.id[row]), try #require(columns.stop[row]))
      let failed = try #require(columns.status[row]) == 1 ? 1 : 0
      if order.last == id, columns.transplant[row] == "yes" {
        onsets[onsets.count - 1] = times[times.count - 1]
        (times[times.count - 1], status[status.count - 1]) = (stop, failed)
      } else {
        order.append(id)
        times.append(stop)
        status.append(failed)
        onsets.append(columns.transplant[row] == "yes" ? 0 : nil)
      }
    }
    let test = MantelByarTest(try SimonMakuch(rows(times, status), onsets: onsets))
    let statistic = try #require(test.statistic)
    // survdiff-type log-rank on survival::heart, R 4.2.2.
    #expect(isClose(statistic, 0.175085839672177, within: 1e-12))
    #expect(test.logRank.observed == [30, 45])
  }
}
