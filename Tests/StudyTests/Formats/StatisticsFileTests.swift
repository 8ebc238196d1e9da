import CohortEngine
import CohortModel
import Testing

@testable import Study

/// Files of statistics programs give the tables that other programs read in them.
struct StatisticsFileTests {
  @Test("SPSS files as PSPP writes and reads them", arguments: ["pspp.sav", "pspp.zsav", "pspp-plain.sav"])
  func spss(_ name: String) throws {
    let table = try Fixtures.table(name)
    try table.expectEqual(Fixtures.truth("pspp"))
    #expect(table.lines == (1...24).map { Int32($0) })
  }

  @Test func portableFilesHoldShortNamesAndPlainLetters() throws {
    let table = try Fixtures.table("pspp.por")
    var truth = try Fixtures.truth("pspp")
    truth = Fixtures.Truth(
      names: truth.names, columns: truth.columns, labels: truth.labels.filter { $0.key != "town" },
      levels: truth.levels)
    try table.expectEqual(
      truth, name: { $0.uppercased().prefix(8).description }, without: ["remark", "town"])
    #expect(
      table.findings.filter { $0.column == nil }.map(\.message) == [
        "the file holds letters that portable files cannot say; they are read as blanks"
      ])
  }

  @Test func whatSPSSDeclaresMissingIsListed() throws {
    let table = try Fixtures.table("pspp.sav")
    #expect(
      table.findings("lab") == [
        "note: declared missing in the file: -9 in 3 rows, -2 in 3 rows, 99 “not done” in 3 rows"
          + " [1, 2, 3, 9, 10, 11, 17, 18, 19]"
      ])
    #expect(
      table.findings("status") == ["note: declared missing in the file: 2 “lost” in 4 rows [5, 10, 15, 20]"])
    #expect(
      table.findings("site") == [
        "note: declared missing in the file: “X” in 8 rows [3, 6, 9, 12, 15, 18, 21, 24]"
      ])
  }

  @Test func labelsAmongNumbersAreListed() throws {
    let table = try Fixtures.table("pspp.sav")
    #expect(
      table.findings("age") == ["warning: counts as missing by its label: 999 “unknown” in 2 rows [4, 12]"])
    #expect(
      table.findings("pain") == [
        "warning: 0 “none” in 8 rows, 10 “worst” in 4 rows have labels where 3 other values have none;"
          + " all are read as numbers [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23]"
      ])
    #expect(try table.annotation("pain").type == "NUMBER")
    #expect(try table.annotation("age").type == "NUMBER")
  }

  @Test func weightsAreNotApplied() throws {
    #expect(
      try Fixtures.table("pspp.zsav").findings("weight") == [
        "warning: the file weights its rows by this column; the weights are not applied []"
      ])
  }

  @Test("Stata files as pandas writes and reads them", arguments: [114, 117, 118])
  func stata(_ version: Int) throws {
    try Fixtures.table("pandas-\(version).dta").expectEqual(Fixtures.truth("pandas-dta"))
  }

  @Test func longTextsOfManyVariablesAreRefused() {
    #expect(
      Fixtures.error("pandas-119.dta")
        == "pandas-119.dta: this Stata file cannot be read: its version 119 holds long texts (strL);"
        + " save it with fewer than 32,768 variables")
  }

  @Test func taggedValuesAreMissing() throws {
    let table = try Fixtures.table("haven-tagged.dta")
    #expect(
      try table.texts("score") == ["1.5", nil, "2", nil, nil, nil, "0.3333333333333333", "10000000000"])
    #expect(
      table.findings("score") == [
        "note: declared missing in the file: .a “refused” in 2 rows, .z “not asked” in 1 row [2, 4, 6]"
      ])
    #expect(try table.annotation("score") == ColumnAnnotation(label: "Score", type: "NUMBER"))
    #expect(
      try table.texts("month")
        == ["2019m4", "2019m5", "2019m6", "2019m7", "2019m8", "2019m9", nil, "2019m11"])
    #expect(
      try Fixtures.table("haven-tagged.xpt").findings("score") == [
        "note: declared missing in the file: .A in 2 rows, .Z in 1 row [2, 4, 6]"
      ])
  }

  @Test func filesOfRForeign() throws {
    let table = try Fixtures.table("foreign-10.dta")
    #expect(try table.texts("arm") == ["A", "B", "A", "B", "A", "B", "A", "B"])
    #expect(try table.annotation("arm").levels == ["B", "A", "C"])
    #expect(try table.texts("months").prefix(3) == ["3.1", "5.47", "7.84"])
  }

  @Test("SAS files as R writes and pandas reads them", arguments: ["haven.sas7bdat", "haven-5.xpt"])
  func sas(_ name: String) throws {
    var truth = try Fixtures.truth(name)
    truth = Fixtures.Truth(
      names: truth.names, columns: truth.columns, labels: ["MONTHS": "Follow-up, months"], levels: [:])
    try Fixtures.table(name).expectEqual(truth)
  }

  @Test func bothVersionsOfTransportFilesAreAlike() throws {
    let (five, eight) = (try Fixtures.table("haven-5.xpt"), try Fixtures.table("haven-8.xpt"))
    #expect(five.names == eight.names)
    for name in five.names { #expect(try five.texts(name) == eight.texts(name)) }
  }

  @Test func onlyTheFirstDataSetOfALibraryIsRead() throws {
    let table = try Fixtures.table("two-members.xpt")
    #expect(table.rowCount == 24)
    #expect(table.names == (try Fixtures.table("haven-5.xpt").names))
    #expect(
      table.findings.map(\.message) == ["only the first data set of the file is read; left out: “TAGGED”"])
  }

  @Test func otherCharacterSets() throws {
    #expect(
      try Fixtures.table("foreign-latin1.dta").texts("town") == ["Zürich", "Zürich", "Zürich", "Zürich"])
    // The same bytes in a transport file, which does not name a character set.
    var bytes = try Fixtures.bytes("haven-5.xpt")
    let town = try #require(bytes.firstRange(of: Array("Zürich ".utf8)))
    bytes.replaceSubrange(town, with: Array("Z".utf8) + [0xFC] + Array("rich  ".utf8))
    let table = try #require(try Table.read(path: "t.xpt", bytes: bytes))
    #expect(try table.texts("TOWN").first == "Zürich")
    #expect(
      table.findings.map(\.message) == [
        "the file holds text that its character set does not have; it was read as WINDOWS-1252"
      ])
  }

  @Test func kindsFollowTheDictionary() throws {
    let study = try Study.open(path: Fixtures.path("pspp.sav"))
    #expect(try study.variable("ecog").kind == .ordered)
    #expect(
      try study.levels("ecog")
        == ["fully active", "restricted", "no work", "bed half the day", "bed all day"])
    #expect(try study.variable("smoker").kind == .yesNo)
    #expect(try study.levels("smoker") == ["No", "Yes"])
    #expect(try study.variable("risk").kind == .categorical)
    #expect(try study.levels("risk") == ["other (1)", "high", "other (3)"])
    #expect(try study.texts("risk")[4] == nil)
    #expect(try study.variable("diagnosed").kind == .date)
    #expect(try study.variable("pain").kind == .number)
    #expect(try study.variable("months").label == "Follow-up, months")
    let endpoint = try study.endpoint("OS")
    #expect(endpoint.name == "OS")
  }

  @Test func aStudyFileMayNameADataSet() throws {
    let directory = try TemporaryDirectory()
    _ = try directory.file("cohort.sav", try Fixtures.bytes("pspp.sav"))
    let path = try directory.file("study.toml", "[study]\ndata = \"cohort.sav\"\n")
    #expect(try Study.open(path: path).cohort.rowCount == 24)
  }
}
