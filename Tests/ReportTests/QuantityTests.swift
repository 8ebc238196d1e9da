import Report
import Testing

@Suite("Quantities")
struct QuantityTests {
  typealias Limits = Quantity.Limits

  @Test("A share with its interval, and never an interval of no width")
  func shares() {
    let share = Quantity.share(0.7224, Limits(0.5905, 0.8183))
    #expect(share.text == "72.2% (95% CI 59.1–81.8)")
    #expect(share.short == "72.2% (59.1–81.8)")
    #expect(share.text(.bare) == "72.2%")
    #expect(share.text(.spoken) == "72.2 per cent, 95 per cent confidence interval 59.1 to 81.8")
    #expect(Quantity.share(0, nil).short == "0% (NE)")
    #expect(Quantity.share(1, nil).short == "100% (NE)")
  }

  @Test("An estimate that too few are behind is marked in every form, and in words where it is heard")
  func uncertain() {
    let share = Quantity.share(0.5, Limits(0.2, 0.8), isUncertain: true)
    for form in [Quantity.Form.full, .cell, .bare] { #expect(share.text(form).hasSuffix("†")) }
    #expect(share.text(.spoken).hasSuffix("uncertain because few are at risk"))
    #expect(!share.text(.spoken).contains("†"))
  }

  @Test("Times carry one decimal, their unit in a sentence, and NR where a limit is not reached")
  func times() {
    let time = Quantity.time(46.27, Limits(21.5, nil), unit: "months")
    #expect(time.text == "46.3 months (95% CI 21.5–NR)")
    #expect(time.short == "46.3 (21.5–NR)")
    #expect(Quantity.time(nil, Limits(21.5, nil), unit: "months").text == "NR (95% CI 21.5–NR)")
    let unreached = Quantity.notReached(lower: 12.5, last: 33, left: 4, unit: "months")
    #expect(unreached.text == "NR (95% CI 12.5–NR), last 33.0 months with 4 at risk")
    #expect(unreached.short == "NR, lower 12.5 (last 33.0, 4 at risk)")
    #expect(unreached.text(.bare) == "NR")
    let past = Quantity.pastFollowUp(last: 80.6, left: 1, unit: "months")
    #expect(past.short == "NE (last 80.6, 1 at risk)")
    #expect(past.text(.spoken) == "not estimable, last observed at 80.6 months with 1 at risk")
    #expect(
      unreached.text(.spoken)
        == "not reached, lower limit 12.5 months, last observed at 33.0 months with 4 at risk")
  }

  @Test("Differences carry a true sign and no dash between signed limits")
  func differences() {
    #expect(Quantity.points(-0.1, Limits(-0.297, 0.097)).text == "−10.0 points (95% CI −29.7 to +9.7)")
    #expect(Quantity.points(0, nil).short == "0.0 (NE)")
    #expect(
      Quantity.timeDifference(-1.5, Limits(-5.1, 2.1), unit: "months").text
        == "−1.5 months (95% CI −5.1 to +2.1)")
    #expect(
      Quantity.points(-0.1, Limits(-0.2, 0.05)).text(.spoken)
        == "minus 10.0 points, 95 per cent confidence interval minus 20.0 to plus 5.0")
  }

  @Test("A count with its share of those known, and a median with its quartiles")
  func characteristics() {
    let part = Quantity.part(37, of: 64)
    #expect(part.short == "37 (57.8%)" && part.text(.bare) == "37")
    #expect(part.text(.spoken) == "37, 57.8 per cent")
    #expect(Quantity.part(0, of: 0).text == "0")
    #expect(Quantity.part(1, of: 12_500).short == "1 (<0.1%)")
    let age = Quantity.quartiles(median: 8.5, lower: 7, upper: 14, decimals: 1)
    #expect(age.short == "8.5 (7–14)" && age.text == "8.5 (IQR 7–14)" && age.text(.bare) == "8.5")
    #expect(age.text(.spoken) == "median 8.5, quartiles 7 to 14")
    #expect(Quantity.quartiles(median: -1, lower: -2, upper: 3, decimals: 0).short == "-1 (-2 to 3)")
  }

  @Test("Ratios, P and statistics")
  func others() {
    #expect(Quantity.ratio(0.294, Limits(0.07, 1.301)).text == "0.29 (95% CI 0.07–1.30)")
    #expect(Quantity.pValue(0.07).text == "P = .070")
    #expect(Quantity.pValue(0.07).short == ".070")
    #expect(Quantity.pValue(0.0001).text(.spoken) == "P less than 0.001")
    #expect(Quantity.pValue(0.07).text(.spoken) == "P 0.070")
    let statistic = Quantity.chiSquared(2.05, degreesOfFreedom: 2)
    #expect(statistic.text == "χ²₂ = 2.05")
    #expect(statistic.text(.spoken) == "chi-squared 2.05 with 2 degrees of freedom")
    #expect(Quantity.notEstimable(because: "no events").short == "NE (no events)")
    #expect(Quantity.notEstimable(because: "no events").text(.spoken) == "not estimable: no events")
  }

  @Test("No form of any quantity prints what is no number")
  func notNumbers() {
    let odd = [Double.nan, .infinity, -.infinity, 1e300]
    for value in odd {
      let limits = Limits(value, value)
      let quantities: [Quantity] = [
        .share(value, limits), .points(value, limits), .time(value, limits, unit: "days"),
        .ratio(value, limits),
        .pValue(value), .chiSquared(value, degreesOfFreedom: 1), .timeDifference(value, limits, unit: "days"),
      ]
      for quantity in quantities {
        for form in Quantity.Form.allCases {
          let text = quantity.text(form)
          #expect(
            !text.lowercased().contains("nan") && !text.lowercased().contains("inf") && text.count < 120)
        }
      }
    }
  }
}
