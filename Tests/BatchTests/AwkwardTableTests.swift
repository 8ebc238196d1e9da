import Batch
import Foundation
import Testing

@Suite("Questions to awkward tables")
struct AwkwardTableTests {
  @Test("are all answered, with numbers or with the reason why not", arguments: AwkwardTable.all)
  func answered(_ table: AwkwardTable) throws {
    let results = try ScratchFolder().results(job: AwkwardTable.job, table: table.csv)
    #expect(results.analyses.count == 24)
    for analysis in results.analyses {
      #expect((analysis.status == .ok) == (analysis.reason == nil), "\(analysis.id)")
      #expect(analysis.reason?.contains("\n") != true)
      if analysis.status == .ok { #expect(Self.hasMainValues(analysis, of: table), "\(analysis.id)") }
    }
    #expect(!results.json.contains("nan"))
    // Nothing but JSON is written, infinities included.
    let decoded = try ReferenceResults(json: Data(results.json.utf8))
    #expect(decoded.analyses.map(\.id) == results.analyses.map(\.id))
  }

  /// What an analysis that is `ok` must have found.
  private static func hasMainValues(_ analysis: AnalysisResult, of table: AwkwardTable) -> Bool {
    func all(_ suffixes: String...) -> Bool {
      suffixes.allSatisfy { suffix in
        let values = analysis.values.filter { $0.key.hasSuffix(suffix) }.values
        return !values.isEmpty && values.allSatisfy { $0 != .null }
      }
    }
    func any(_ suffix: String) -> Bool {
      analysis.values.contains { $0.key.hasSuffix(suffix) && $0.value != .null }
    }
    switch analysis.type {
    case "kaplan_meier": return all("/n", "/events")
    case "risk_table": return all("/n_risk@3")
    case "cumulative_incidence": return all("/events")
    case "gray_test": return any("/chisq") && any("/p")
    case "logrank_test": return all("logrank/chisq", "logrank/df", "logrank/p", "/observed", "/expected")
    case "cox": return all("/coef", "/se", "/z", "loglik", "lr_chisq", "wald_chisq", "score_chisq")
    case "fine_gray": return all("/coef", "/se", "/z", "/p", "loglik")
    case "cutpoint": return all("cutpoint", "statistic", "p[Lau92]", "p[Lau94]")
    case "contingency": return all("chisq/statistic", "chisq/p")
    case "rank_sum": return all("W", "p", "method")
    case "kruskal_wallis": return all("H", "p")
    case "spearman": return all("rho")
    case "conditional_survival":
      // Nobody is followed past any of the times that are given.
      if ["negative times", "time zero"].contains(table.name) { return analysis.values.isEmpty }
      return any("/cond_surv@0")
    case "summary": return all("/x/n", "/x/missing", "/group/missing")
    default: return false
    }
  }

  private func statuses(_ name: String) throws -> [String: AnalysisStatus] {
    let table = try #require(AwkwardTable.all.first { $0.name == name })
    let results = try ScratchFolder().results(job: AwkwardTable.job, table: table.csv)
    return Dictionary(uniqueKeysWithValues: results.analyses.map { ($0.id, $0.status) })
  }

  @Test("name the reason: nobody failed")
  func noEvents() throws {
    let statuses = try statuses("zero events")
    for id in ["gray", "logrank", "cox.x", "fg", "cut"] { #expect(statuses[id] == .noEvents, "\(id)") }
    for id in ["km", "risk", "cif", "summary", "kruskal"] { #expect(statuses[id] == .ok, "\(id)") }
  }

  @Test("name the reason: one group, dependent columns, a coefficient without bound, late entry")
  func reasons() throws {
    let alone = try statuses("one group")
    for id in ["gray", "logrank", "table", "ranks", "kruskal"] { #expect(alone[id] == .singleGroup, "\(id)") }
    let dependent = try statuses("collinear and constant covariates")
    #expect(dependent["cox.xy"] == .collinear && dependent["fg"] == .collinear)
    let separated = try statuses("separated")
    #expect(separated["cox.x"] == .infiniteCoefficient)
    #expect(try statuses("delayed entry")["fg.late"] == .delayedEntry)
    #expect(try statuses("thirty levels")["ranks"] == .notTwoGroups)
  }

  @Test("name the reason: no rows")
  func noRows() throws {
    for name in ["no rows", "all missing"] {
      #expect(try statuses(name).values.allSatisfy { $0 == .noRows || $0 == .ok })
      #expect(try statuses(name)["km"] == .noRows)
    }
  }

  @Test("count a row without any value as one left out")
  func blankRows() throws {
    let results = try ScratchFolder().results(
      job: AwkwardTable.job,
      table: "entry,time,status,group,other,x,y\n0,1,1,A,u,1,2\n,,,,,,\n0,2,1,B,u,2,1\n")
    let curve = try #require(results.analyses.first)
    #expect(curve.n == 2 && curve.missingCount == 1)
  }

  @Test("name the line of a text where a number should be, and answer the rest")
  func textAmongNumbers() throws {
    let results = try ScratchFolder().results(
      job: AwkwardTable.job, table: "entry,time,status,group,other,x,y\n0,1,1,A,u,1,2\n0,2,1,B,u,low,1\n")
    let byID = Dictionary(uniqueKeysWithValues: results.analyses.map { ($0.id, $0) })
    let spearman = try #require(byID["spearman"])
    #expect(spearman.status == .invalid && spearman.values.isEmpty)
    #expect(spearman.reason == "data.csv:3: x is \"low\"; expected a number")
    #expect(byID["km"]?.status == .ok)
  }

  @Test("name the line of a row that ends before it begins")
  func emptyInterval() throws {
    let results = try ScratchFolder().results(
      job: AwkwardTable.job, table: "entry,time,status,group,other,x,y\n0,1,1,A,u,1,2\n3,2,1,B,u,1,1\n")
    let risk = try #require(results.analyses.first { $0.id == "risk" })
    #expect(risk.status == .invalid)
    #expect(risk.reason == "data.csv:3: observation ends at 2, but begins at 3; expected it to begin earlier")
  }

  @Test("name the line of a level that the job does not list")
  func unknownLevel() throws {
    let job = AwkwardTable.job.replacingOccurrences(
      of: "{\"file\": \"data.csv\"}",
      with:
        "{\"file\": \"data.csv\", \"variables\": {\"group\": {\"type\": \"categorical\", \"levels\": [\"B\", \"C\"]}}}"
    )
    let results = try ScratchFolder().results(
      job: job, table: "entry,time,status,group,other,x,y\n0,1,1,B,u,1,2\n0,2,1,A,u,1,1\n")
    let logRank = try #require(results.analyses.first { $0.id == "logrank" })
    #expect(logRank.reason == "data.csv:3: group is \"A\"; expected one of B, C")
  }
}
