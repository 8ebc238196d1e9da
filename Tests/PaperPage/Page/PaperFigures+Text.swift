import Analysis
import CohortModel
import SurvivalStatistics

/// The figures of the running text.
extension PaperFigures {
  mutating func text() async throws {
    let text = published["text"]
    try await outcomes(text["overall"], text["cr_status"])
    try await graftVersusHost(text["gvhd"])
    try await relapse(text)
    try await blinatumomab(text["blinatumomab"])
    try await patients(text)
    try await immunoglobulin(text["ivig_independence"])
  }

  private func everybody(
    _ endpoint: String, at time: TimePoint = PaperFigures.twoYears, interval: ConfidenceTransform = .logLog,
    of cohort: PaperCohort? = nil
  ) async throws -> Reading {
    let cohort = cohort ?? sample
    let curves = try await cohort.analyst.curves(cohort.question(endpoint, at: time, interval: interval))
    return Reading(try curves.everybody, at: curves.readingTime ?? .nan)
  }

  private mutating func outcomes(_ overall: PublishedValue, _ remission: PublishedValue) async throws {
    let place = "Text: overall"
    try add(place, "DFS 24 months", .overall, overall["dfs_24"], try await everybody("DFS"))
    try add(place, "OS 24 months", .overall, overall["os_24"], try await everybody("OS"))
    try add(place, "CIR 24 months", .overall, overall["cir_24"], try await everybody("CIR"))
    // The estimate has relapse competing, the interval is that of one minus Kaplan–Meier.
    var mortality = try await everybody("NRM_alone", of: alone).complement
    mortality.value = try await everybody("NRM").value
    try add(place, "NRM 24 months", .overall, overall["nrm_24"], mortality)
    try add(place, "GRFS 24 months", .overall, overall["grfs_24"], try await everybody("GRFS"))
    let late = try await everybody("OS", at: TimePoint(48, .months), interval: .plain)
    try add(place, "OS 48 months", .overall, overall["os_48"], late)

    for (title, key, endpoint) in [("DFS", "dfs", "DFS"), ("CIR", "cir", "CIR")] {
      let curves = try await sample.analyst.curves(
        sample.question(endpoint, by: "cr_at_hsct", at: Self.twoYears))
      try add(
        "Text: CR2/3", title, .subgroup, remission["\(key)_24_CR2_3"],
        Reading(try curves.curve("CR2/3"), at: 24))
      let test = title == "DFS" ? "P log-rank DFS" : "P Gray CIR"
      try add("Text: CR1 vs. CR2/3", test, .pValue, remission["\(key)_p"].number, curves.pValue)
    }
  }

  private mutating func graftVersusHost(_ printed: PublishedValue) async throws {
    let place = "Text: GvHD"
    let acute = try await everybody("aGvHD_2_4", at: TimePoint(100, .days))
    try add(place, "aGvHD 2-4 (day 100)", .overall, printed["agvhd_g2_4"], acute)
    try add(place, "cGvHD 24 months", .overall, printed["cgvhd_24"], try await everybody("cGvHD"))
    let severe = try await everybody("severe_cGvHD_alone", of: alone).complement
    try add(place, "moderate-severe cGvHD", .overall, printed["cgvhd_moderate_severe_24"], severe)
    for (title, key, endpoint) in [
      ("aGvHD", "agvhd_by_cycles", "aGvHD"), ("cGvHD", "cgvhd_by_cycles", "cGvHD"),
    ] {
      let curves = try await sample.analyst.curves(
        sample.question(endpoint, by: "blina_cycles", at: Self.twoYears))
      for cycles in ["1", "2"] {
        try add(
          "Text: blinatumomab cycles \(cycles)", title, .subgroup, printed[key][cycles],
          Reading(try curves.curve(cycles), at: 24))
      }
      // Of acute GvHD the paper prints “<0.01” only.
      try add(
        "Text: blinatumomab cycles", "P Gray \(title)", .pValue, printed[key]["p"].number, curves.pValue)
    }
  }

  private mutating func relapse(_ text: PublishedValue) async throws {
    let printed = text["relapse"]
    try add(
      "Text: time to relapse (months)", printed["time_months"],
      try await alone.numbers("relapse_months", where: "relapse = 1"))
    try add(
      "Text: follow-up (months)", text["follow_up_months"], try await alone.numbers("follow_up_months"))
    let after = try await everybody("OS_after_relapse", interval: .plain)
    try add("Text: relapse", "post-relapse OS 24 months", .overall, printed["post_relapse_os_24"], after)
    try await addCount("Text: relapse", "relapses", printed["n"], where: "relapse = 1")
    try await addCount("Text: deaths", "all", text["deaths"]["os_events"], where: "status = dead")
    try await addCount("Text: deaths", "in remission", text["deaths"]["nrm"], where: "first_event = nrm")
    let salvage = printed["salvage"]
    try await addCount("Text: salvage", "CAR-T", salvage["CAR_T"], where: "salvage = CAR-T")
    try await addCount(
      "Text: salvage", "CAR-T CR", salvage["CAR_T_morphological_CR"], where: "car_t_response = CR")
    try await addCount("Text: salvage", "inotuzumab", salvage["inotuzumab"], where: "salvage = inotuzumab")
    for (site, key) in [
      ("BM", "isolated_BM"), ("BM+CNS", "BM_CNS"), ("CNS", "isolated_CNS"), ("eye+testis", "eye_testis"),
      ("skin+pancreas", "skin_pancreas"),
    ] {
      try await addCount(
        "Text: relapse site", site, printed["sites"][key], where: "relapse_site = \"\(site)\"")
    }
  }

  private mutating func blinatumomab(_ printed: PublishedValue) async throws {
    try add("Text: days to HSCT", printed["days_to_hsct"], try await sample.numbers("days_blina_to_hsct"))
    try await addCount("Text: cycles", "one", printed["cycles"]["1"], where: "blina_cycles = 1")
    try await addCount("Text: cycles", "two", printed["cycles"]["2"], where: "blina_cycles = 2")
    let indication = printed["indication"]
    try await addCount(
      "Text: indication", "refractory", indication["refractory"], where: "blina_indication = refractory")
    for kind in ["mrd_negativization", "consolidation"] {
      let all = "blina_indication = \(kind)"
      try await addCount("Text: indication", kind, indication[kind]["n"], where: all)
      for phase in ["CR1", "CR2", "CR3"] {
        try await addCount(
          "Text: indication", "\(kind) \(phase)", indication[kind][phase],
          where: "\(all) and disease_phase = \(phase)")
      }
    }
    // One primary refractory patient and two after relapse would leave 13 in CR1 at HSCT, not 14.
    try add(
      "Text: refractory", "primary (transplanted in CR1)", .count,
      printed["refractory_detail"]["primary"].number,
      try await sample.count(where: "blina_indication = refractory and disease_phase = CR1"),
      isContradicted: true)
    let place = "Text: MRD"
    try await addCount(
      place, "positive before blinatumomab", printed["mrd_positive_before"], where: "mrd_pre_blina = positive"
    )
    try await addCount(
      place, "Ph+ among 6 positive at HSCT", printed["mrd_after_in_positive"]["ph_positive"],
      where: "mrd_pre_hsct = positive and cytogenetics = BCR-ABL1")
    try await addCount(
      place, "negative after, of the 26", printed["mrd_negative_after_of_26"],
      where: "mrd_pre_blina = positive and mrd_pre_hsct = negative")
  }

  private mutating func patients(_ text: PublishedValue) async throws {
    try await addCount("Text: inotuzumab", "n", text["inotuzumab_n"], where: "inotuzumab = yes")
    try await addCount(
      "Text: inotuzumab", "and chemotherapy-free", text["inotuzumab_blina_chemo_free_n"],
      where: "inotuzumab = yes and chemo_free = yes")
    try await addCount(
      "Text: AB0 major", "with TCD graft", text["ab0"]["tcd_unscreened"],
      where: "ab0_major_mismatch = yes and graft = TCD")
  }

  private mutating func immunoglobulin(_ printed: PublishedValue) async throws {
    let place = "Text: IVIG independence"
    let curves = try await sample.analyst.curves(sample.question("IVIG_independence"))
    let curve = try curves.everybody
    try add(place, "median months", .time, printed["median_months"].number, curve.median?.time)
    try add(place, "median CI low", .time, printed["median_ci"][0].number, curve.median?.lower)
    try add(place, "median CI high", .time, printed["median_ci"][1].number, curve.median?.upper)
    let late = Reading(curve, at: 48).complement
    try add(place, "at 48 months", .overall, printed["at_48_months"].number, late.value)
  }
}
