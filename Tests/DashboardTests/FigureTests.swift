import Dashboard
import TerminalGrid
import Testing

/// Figures as the screen prints them, against R 4.2.2 (survival 3.5-3, cmprsk 2.2-11) on the same file.
@Suite("Figures on the screen")
struct FigureTests {
  private func screen(_ commands: String...) async throws -> String {
    try await Screens.renderer(size: "140x44", commands: commands).grid.text
  }

  // survfit(Surv(dfs_months, dfs_event) ~ inotuzumab, conf.type = "log-log"), survdiff; phase CR2 or CR3
  @Test("Disease-free survival by inotuzumab beyond first remission")
  func diseaseFreeSurvival() async throws {
    let text = try await screen(
      "endpoint DFS", "where disease_phase in (CR2, CR3)", "by inotuzumab", "landmark 24")
    #expect(text.contains("86.7% (63.8–95.6)"))
    #expect(text.contains("59.5% (41.2–73.8)"))
    #expect(text.contains("log-rank χ²₁=3.30 P=.069"))
    #expect(text.contains("64 of 78 patients"))
    #expect(text.contains("78 → 64"))
  }

  // survfit(Surv(dfs_months, dfs_event) ~ 1, conf.type = "log-log")
  @Test("Disease-free survival of everybody")
  func everybody() async throws {
    #expect(try await screen("endpoint DFS", "landmark 24").contains("72.2% (59.1–81.8)"))
  }

  // cmprsk::cuminc(dfs_months, first_event, disease_phase), log-log interval on F with its variance
  @Test("Relapse by phase: nobody relapsed in first remission, and that is no 0.0–0.0")
  func relapseByPhase() async throws {
    let text = try await screen("endpoint CIR", "by disease_phase", "landmark 24")
    #expect(text.contains("32.6% (19.6–46.4)"))
    #expect(text.contains("Gray χ²₂=6.04 P=.049"))
    #expect(text.contains("0% (NE)"))
    #expect(!text.contains("0.0–0.0"))
  }

  @Test(
    "An interval of no width is never printed, on whatever scale",
    arguments: ["plain", "log", "log-log", "logit", "arcsine"])
  func noWidth(scale: String) async throws {
    for endpoint in ["CIR", "DFS"] {
      let text = try await screen(
        "endpoint \(endpoint)", "by disease_phase", "landmark 1", "interval \(scale)")
      #expect(text.contains(endpoint == "CIR" ? "0% (NE)" : "100% (NE)"))
      #expect(!text.contains("0.0–0.0"))
      #expect(!text.contains("100.0–100.0"))
    }
  }

  @Test(
    "Survival, relapse and death in remission add up to one at every landmark", arguments: [6.0, 12, 24, 36])
  func complement(landmark: Double) async throws {
    var renderer = try await Screens.renderer(commands: ["endpoint CIR"])
    let incidence = try #require(renderer.state.snapshot?.analysis.curves)
    try await renderer.perform(.command("endpoint DFS"))
    let survival = try #require(renderer.state.snapshot?.analysis.curves)
    let total = try (incidence + survival).reduce(0.0) { sum, curve in
      guard case .estimate(let value, _) = curve.reading(at: landmark) else { throw CancellationError() }
      return sum + value
    }
    #expect(abs(total - 1) < 1e-12)
  }

  @Test("An estimate past the end of follow-up is not estimable, and says when that was")
  func pastFollowUp() async throws {
    let text = try await screen("endpoint DFS", "by disease_phase", "landmark 60")
    #expect(text.contains("NE (last 42.2)"))
  }

  @Test("The test of a menu of strata is on the same rows as the plot: an emptied stratum leaves with its df")
  func emptiedStratum() async throws {
    let text = try await screen("endpoint DFS", "by disease_phase", "where disease_phase != CR1")
    #expect(text.contains("CR1 empty, left out"))
    #expect(text.contains("log-rank χ²₁="))
  }

  @Test("Days are shown as months and back without changing an estimate")
  func units() async throws {
    let months = try await screen("landmark 12")
    let years = try await screen("landmark 12", "unit years")
    #expect(months.contains("at 12 months"))
    #expect(years.contains("at 1 year "))
    let estimate = try #require(months.firstMatch(of: #/\d+\.\d% \(\d+\.\d–\d+\.\d\)/#)?.output)
    #expect(years.contains(estimate))
  }

  @Test("A stratifier that is known only after time zero carries a warning")
  func immortalTime() async throws {
    #expect(try await screen("by agvhd_any").contains("immortal time"))
    #expect(try await !screen("by sex").contains("immortal time"))
  }
}
