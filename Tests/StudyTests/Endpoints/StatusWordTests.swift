import Testing

@testable import Study

struct StatusWordTests {
  @Test(arguments: [
    "Alive", "ALIVE", "living", "0:LIVING", "0 = alive", "NED", "Presumed alive", "No relapse, alive",
    "never transplanted, alive", "Death: No",
    "No evidence of disease", "alive without disease", "lebt", "am Leben", "vivo", "Vivante", "en vie",
    "in vita", "levend",
    "żyje", "levande", "not dead", "nicht verstorben", "survived", "vivo/a",
  ])
  func `Words of life`(text: String) { #expect(StatusWord(text) == .alive) }

  @Test(arguments: [
    "dead", "Deceased", "1:DECEASED", "died", "Death", "Exitus", "verstorben", "tot", "décédé", "DÉCÉDÉE",
    "mort", "deceduto",
    "morta", "fallecido", "muerto", "óbito", "falecido", "overleden", "død", "avliden", "zmarł", "expired",
    "not alive",
  ])
  func `Words of death`(text: String) {
    guard case .dead(let cause) = StatusWord(text) else {
      Issue.record("\(text): \(StatusWord(text))")
      return
    }
    // The shorthand DOD reads like the Danish word for dead.
    #expect(cause == nil || text == "død")
  }

  @Test(arguments: [
    "DOD", "DOC", "died of disease", "Dead of other causes", "Dead-Disease", "death from cancer",
    "1:DEAD WITH TUMOR",
    "Died of Other Causes", "No relapse, died", "Non-relapse death", "ohne Rezidiv verstorben",
    "Dead (attributable to this cancer dx)",
  ])
  func `Deaths with a cause`(text: String) {
    guard case .dead(of: .some) = StatusWord(text) else {
      Issue.record("\(text): \(StatusWord(text))")
      return
    }
  }

  @Test(arguments: [
    "lost to FU", "Lost to follow-up", "lost to follow up", "LTFU", "emigrated", "Withdrew consent",
    "withdrawn",
    "consent withdrawn", "perdu de vue", "moved abroad", "Loss to follow-up", "ausgewandert", "lost",
  ])
  func `Words of loss`(text: String) { #expect(StatusWord(text) == .lost) }

  @Test(arguments: [
    "censored", "0:CENSORED", "DiseaseFree", "0:DiseaseFree", "disease free", "event-free", "no event",
    "Not Recurred",
    "no relapse", "none", "progression-free", "kein Rezidiv", "sin recaída", "not progressed", "zensiert",
    "relapse: no",
  ])
  func `Words for nothing that happened`(text: String) { #expect(StatusWord(text) == .noEvent) }

  @Test(arguments: [
    "Relapse", "1:Recurred/Progressed", "Progression", "Rezidiv", "recidiva", "transplanted", "event", "ltx",
  ])
  func `Words for other events`(text: String) { #expect(StatusWord(text) == .event) }

  @Test(arguments: [
    "[Discrepancy]", "2:UNKNOWN", "OS_STATUS", "red", "graft lost", "pending", "not known to be dead", "?",
    "unknown whether dead",
    "awaiting transplant", "progression not evaluable", "", "stable disease",
    "alive/dead",
    "withdraw",
  ])
  func `Words that nobody understands`(text: String) { #expect(StatusWord(text) == .notUnderstood) }

  @Test(arguments: [
    "AWD", "Alive with disease", "AliveWithDisease", "alive with recurrence", "alive after relapse",
  ])
  func `Alive, but not free of disease`(text: String) { #expect(StatusWord(text) == .aliveWithDisease) }

  @Test func `Alive or dead of something else is what registries put against deaths from one disease`() {
    #expect(StatusWord("0:ALIVE OR DEAD TUMOR FREE") == .aliveOrOtherDeath)
    #expect(StatusWord("Alive or dead of other cause") == .aliveOrOtherDeath)
  }
}
