import Analysis
import CohortModel
import Dashboard
import Report
import Session
import TerminalGrid
import Testing

/// Figures as the screen prints them, against R 4.2.2 (survival 3.5-3, cmprsk 2.2-11) on the same file.
@Suite("Figures on the screen")
struct FigureTests {
  private func screen(_ commands: String..., size: String = "140x44") async throws -> String {
    try await Screens.renderer(size: size, commands: commands).text
  }

  // survfit(Surv(dfs_months, dfs_event) ~ inotuzumab, conf.type = "log-log"), survdiff; phase CR2 or CR3
  @Test("Disease-free survival by inotuzumab beyond first remission")
  func diseaseFreeSurvival() async throws {
    let text = try await screen(
      "endpoint DFS", "where disease_phase in (CR2, CR3)", "by inotuzumab", "at 24")
    #expect(text.contains("86.7% (63.8–95.6)"))
    #expect(text.contains("59.5% (41.2–73.8)"))
    #expect(text.contains("log-rank χ²₁ = 3.30, P = .069"))
    #expect(text.contains("64 of 78 analysed, 17 events"))
  }

  // survfit(Surv(dfs_months, dfs_event) ~ 1, conf.type = "log-log")
  @Test("Disease-free survival of everybody")
  func everybody() async throws {
    #expect(try await screen("endpoint DFS", "at 24").contains("72.2% (59.1–81.8)"))
  }

  // cmprsk::cuminc(dfs_months, first_event, disease_phase), log-log interval on F with its variance
  @Test("Relapse by phase: nobody relapsed in first remission, and that is no 0.0–0.0")
  func relapseByPhase() async throws {
    let text = try await screen("endpoint CIR", "by disease_phase", "at 24")
    #expect(text.contains("32.6% (19.6–46.4)"))
    #expect(text.contains("Gray χ²₂ = 6.04, P = .049"))
    #expect(text.contains("0% (NE)"))
    #expect(!text.contains("0.0–0.0"))
  }

  @Test(
    "An interval of no width is never printed, on whatever scale",
    arguments: ["plain", "log", "log-log", "logit", "arcsine"])
  func noWidth(scale: String) async throws {
    for endpoint in ["CIR", "DFS"] {
      let text = try await screen("endpoint \(endpoint)", "by disease_phase", "at 1", "interval \(scale)")
      #expect(text.contains(endpoint == "CIR" ? "0% (NE)" : "100% (NE)"))
      #expect(!text.contains("0.0–0.0"))
      #expect(!text.contains("100.0–100.0"))
    }
  }

  @Test("An estimate past the end of follow-up is not estimable, and says when that was")
  func pastFollowUp() async throws {
    #expect(try await screen("endpoint DFS", "by disease_phase", "at 60").contains("NE (last 42.2"))
  }

  @Test("An emptied arm leaves the test with its degree of freedom, and that is said")
  func emptiedArm() async throws {
    let text = try await screen("endpoint DFS", "by disease_phase", "where disease_phase != CR1")
    #expect(text.contains("nobody in CR1"))
    #expect(text.contains("log-rank χ²₁ = "))
  }

  @Test("Another unit changes no estimate and not the time at which it is read")
  func units() async throws {
    var renderer = try await Screens.renderer(size: "140x44", commands: ["at 12"])
    #expect(renderer.text.contains("at 12 months"))
    let estimate = try #require(renderer.text.firstMatch(of: #/\d+\.\d% \(\d+\.\d–\d+\.\d\)/#)?.output)
    let before = renderer.state.question
    for (unit, shown) in [("years", "at 1 year "), ("days", "at 365.2"), ("months", "at 12 months")] {
      try await renderer.ask("unit \(unit)")
      #expect(renderer.text.contains(shown))
      #expect(renderer.text.contains(estimate))
      #expect(renderer.state.question == before)
    }
  }
}
