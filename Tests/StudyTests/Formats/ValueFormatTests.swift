import CohortEngine
import CohortModel
import Testing

@testable import Study

/// Stored numbers read by the formats of their programs.
struct ValueFormatTests {
  private static let cases: [(StatisticsFormat, String, Double, String)] = [
    (.spss, "DATE11", 13_775_097_600, "2019-04-20"), (.spss, "ADATE10", 0, "1582-10-14"),
    (.spss, "DATETIME20", 13_775_097_600.5, "2019-04-20T00:00:00.500"),
    (.spss, "DATETIME20", 13_775_097_600, "2019-04-20"), (.spss, "DTIME11.2", 100_000.25, "27:46:40.250"),
    (.spss, "TIME8", -60, "-00:01:00"), (.spss, "F8.2", 12.50, "12.5"), (.spss, "PCT5", 50, "50"),
    (.spss, "QYR8", 13_775_097_600, "2019-04-20"), (.spss, "DATE11", 1e300, "1e+300"),
    (.stata, "%td", 21_642, "2019-04-03"), (.stata, "%-td", 21_642.9, "2019-04-03"),
    (.stata, "%d", -1, "1959-12-31"), (.stata, "%tdDD/NN/CCYY", 0, "1960-01-01"),
    (.stata, "%tc", 1_869_868_800_000, "2019-04-03"),
    (.stata, "%tcHH:MM", 1_869_868_860_000, "2019-04-03T00:01:00"),
    (.stata, "%tC", 1_869_868_827_000, "2019-04-03"), (.stata, "%tC", 0, "1960-01-01"),
    (.stata, "%tm", 711, "2019m4"), (.stata, "%tm", -1, "1959m12"), (.stata, "%tq", 237, "2019q2"),
    (.stata, "%th", 118, "2019h1"), (.stata, "%tw", 3_081, "2019w14"), (.stata, "%ty", 2019, "2019"),
    (.stata, "%9.0g", 1e17, "100000000000000000"), (.stata, "%td", 1e9, "1000000000"),
    (.stata, "%tm", 1.5, "1.5"),
    (.sas, "DATE9", 21_642, "2019-04-03"), (.sas, "YYMMDD10.", 21_642, "2019-04-03"),
    (.sasTransport, "E8601DA10", 21_642, "2019-04-03"),
    (.sas, "DATETIME20", 1_869_868_805, "2019-04-03T00:00:05"),
    (.sas, "DTDATE9", 1_869_868_805, "2019-04-03"), (.sas, "MONYY7", 21_642, "2019-04-03"),
    (.sas, "TIME8", 3_661, "01:01:01"), (.sas, "BEST12", 0.1, "0.1"), (.sas, "SEXFMT", 1, "1"),
  ]

  @Test(arguments: cases)
  func text(_ format: StatisticsFormat, _ written: String, _ number: Double, _ text: String) {
    #expect(ValueFormat(written, of: format).text(number) == text)
  }

  @Test func numbersFarOutAreNoDates() {
    let far = [-0x1p63, 0x1p63, -0x1p63 / 1000, 1e308, .infinity, -.infinity]
    // The days after 31 December 9999 and before 1 January 1.
    for day in [2_936_550.0, -715_510, 5e6, -5e6] {
      #expect(ValueFormat("%td", of: .stata).text(day) == ValueFormat.digits(day))
    }
    #expect(ValueFormat("%td", of: .stata).text(2_936_549) == "9999-12-31")
    #expect(ValueFormat("%td", of: .stata).text(-715_509) == "0001-01-01")
    for written in ["%td", "%tc", "%tC", "%tm", "%tw"] {
      for number in far {
        #expect(ValueFormat(written, of: .stata).text(number) == ValueFormat.digits(number))
      }
    }
    for written in ["DATE11", "DATETIME20", "TIME8", "MOYR8"] {
      for number in far {
        #expect(ValueFormat(written, of: .spss).text(number) == ValueFormat.digits(number))
      }
    }
  }

  @Test func monthsStoredAsFirstDaysAreMonths() {
    let format = ValueFormat("MONYY7", of: .sas)
    #expect(format.isFirstOfPeriod(21_640))
    #expect(!format.isFirstOfPeriod(21_642))
    #expect(format.text(21_640, isWholePeriod: true) == "2019m4")
    let quarters = ValueFormat("QYR8", of: .spss)
    #expect(quarters.text(13_773_456_000, isWholePeriod: true) == "2019q2")
  }

  @Test func floatsHaveTheirOwnShortestText() {
    #expect(ValueFormat.digits(Double(Float(0.1)), isFloat: true) == "0.1")
    #expect(ValueFormat.digits(Double(Float(0.1))) == "0.10000000149011612")
  }
}
