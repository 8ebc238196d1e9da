import Testing

@testable import Study

struct StudyReportTests {
  @Test func `The report of a small table says what was understood`() throws {
    let csv = """
      id,age,phase,os_months,os_status
      p1,4,CR1,1.5,0
      p2,,CR2,2.5,1
      p3,9,CR1,3.0,9
      p4,12,CR2,4.0,1
      p5,30,CR1,5.0,0

      """
    let directory = try TemporaryDirectory()
    let report = StudyReport(try Study.open(path: try directory.file("table.csv", csv)))
    let text = report.text.replacing(directory.path + "/", with: "")
    #expect(
      text == """
        table.csv
          table       table.csv
          patients    5
          time        months

        Endpoints (1)
          OS: Overall survival (survival, months)
            guessed from the names of two columns: os_months, os_status
            values: 0 = censored (2), 1 = death (2), 9 = unknown (1)
            counts: 2 death, 2 censored, 1 not usable

        Findings (1)
          warning  os_status: OS: the status “9” has no known meaning; the rows are not used [line 4]

        Variables (5)
          id         identifier                 5 distinct values
          age        number       1 missing     4 to 30, median 10.5
          phase      ordered                    CR1 3, CR2 2
          os_months  number                     1.5 to 5, median 3 months
          os_status  number                     0 to 9, median 1

        """)
  }

  @Test(arguments: ["blinatumomab-hsct.csv", "blinatumomab-hsct.toml"])
  func `No line is wider than a hundred columns`(name: String) throws {
    let report = StudyReport(try Study.open(path: sampleData + "/" + name))
    #expect(report.lines.allSatisfy { $0.count <= StudyReport.usualWidth })
    #expect(report.lines.contains { $0.contains("(synthetic)") })
  }

  @Test(arguments: [40, 60, 80, 132])
  func `A report of any width says the same in lines that fit`(width: Int) throws {
    let long = "a_column_whose_name_is_longer_than_what_is_shown_of_it"
    let csv = "\(long),os_months,os_status\nsome words,1,0\nothers,2,1\nsome words,3,9\n"
    for study in [try study(csv: csv), try Study.open(path: sampleData + "/blinatumomab-hsct.toml")] {
      let report = StudyReport(study, width: width)
      #expect(report.lines.allSatisfy { $0.count <= width })
      #expect(report.lines.contains { $0.count > width - 15 })
      // Long words, such as paths, are cut where the line ends.
      let letters = { (report: StudyReport) in report.text.filter { !$0.isWhitespace } }
      #expect(letters(report) == letters(StudyReport(study)))
    }
  }

  @Test func `A width that leaves no room is taken for the least one`() throws {
    let study = try study(csv: "os_months,os_status\n1,0\n2,1\n")
    for width in [Int.min, 0, 1, StudyReport.leastWidth] {
      #expect(StudyReport(study, width: width).lines == StudyReport(study, width: 40).lines)
    }
  }

  @Test func `A long word is cut into lines, never lost`() throws {
    let long = (0..<250).map { "\($0)" }.joined()
    let report = StudyReport(
      try study(
        toml: "[study]\ndata = \"data.csv\"\ntitle = \"\(long)\"\n", csv: "os_months,os_status\n1,0\n2,1\n"))
    #expect(report.lines.allSatisfy { $0.count <= StudyReport.usualWidth })
    #expect(report.lines.prefix { !$0.hasPrefix(" ") }.joined() == long)
  }
}
