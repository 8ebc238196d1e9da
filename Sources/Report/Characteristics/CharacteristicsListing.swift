import Analysis
import CohortModel

/// The table of characteristics line by line, as a screen shows it: below each variable its levels.
package struct CharacteristicsListing: Hashable, Sendable {
  /// How much its cells say.
  package struct Style: Hashable, Sendable {
    /// Whether the least and the largest number stand beside a median, instead of the quartiles.
    package var showsRange = false
    package var showsPercents = true

    package init(showsRange: Bool = false, showsPercents: Bool = true) {
      (self.showsRange, self.showsPercents) = (showsRange, showsPercents)
    }

    /// What is said of a number.
    fileprivate var measure: String { showsRange ? "median (range)" : "median (IQR)" }
  }

  package struct Stratum: Hashable, Sendable {
    package var name: ArmName
    /// `n = 38`.
    package var count: String
  }

  package struct Cell: Hashable, Sendable {
    package var full: String
    /// The count or the median alone, for a cell of few columns.
    package var bare: String
  }

  package struct Line: Hashable, Sendable {
    /// The variable's name.
    package var variable: String
    /// `nil` for the variable itself.
    package var level: String?
    /// What the line is called, the widest first.
    package var names: [String]
    /// What its cells are, where they are no counts.
    package var measure: Cell?
    /// What must be known of the variable, beside its name.
    package var aside = ""
    /// One for each stratum; none above levels.
    package var cells: [Cell] = []
    /// Patients without a value, the difference, the P value and its test: nothing on a line of a level.
    package var unknown = ""
    package var difference = ""
    package var pValue = ""
    package var test = ""
    /// The difference to be drawn.
    package var drawn: Double?
  }

  package let style: Style
  /// Everybody first, then the arms.
  package let strata: [Stratum]
  package let lines: [Line]
}

extension CharacteristicsReport {
  package func listing(_ style: CharacteristicsListing.Style) -> CharacteristicsListing {
    CharacteristicsListing(
      style: style,
      strata: result.strata.map { stratum in
        CharacteristicsListing.Stratum(
          name: stratum.arm.map(name) ?? ArmName(full: "All", short: "All", level: "All"),
          count: "n = \(NumberText.count(stratum.patientCount))")
      }, lines: result.variables.flatMap { lines(of: $0, style) })
  }

  private func lines(
    of described: Characteristics.Described, _ style: CharacteristicsListing.Style
  ) -> [CharacteristicsListing.Line] {
    let variable = described.variable
    var heading = CharacteristicsListing.Line(
      variable: variable.name, names: [variable.label, words.shortLabel(variable.name)])
    heading.aside =
      variable.knownAt != nil ? "known only later" : isChosenBy(described) ? "chosen by" : ""
    heading.unknown = NumberText.count(described.unknownCounts.first ?? 0)
    if comparesArms, heading.aside.isEmpty {
      heading.difference = described.difference.map { NumberText.fixed($0, 2) } ?? "NE"
      heading.drawn = described.difference
      heading.pValue = described.test.map { NumberText.pValue($0.pValue) } ?? "NE"
      heading.test = described.test.map { Self.shortName(of: $0.method) } ?? ""
    }
    switch described.values {
    case .numbers(let summaries):
      let unit = words.unit(of: variable)
      heading.names = unit.isEmpty ? heading.names : heading.names.map { "\($0),\(unit)" } + heading.names
      heading.measure = CharacteristicsListing.Cell(full: style.measure, bare: "median")
      heading.cells = summaries.map { summary in
        let ends =
          style.showsRange
          ? (summary.minimum, summary.maximum) : (summary.lowerQuartile, summary.upperQuartile)
        let quantity = Self.quantity(summary, between: ends, of: variable)
        return CharacteristicsListing.Cell(full: quantity.text(.cell), bare: quantity.text(.bare))
      }
      return [heading]
    case .levels(let levels, let counts):
      return [heading]
        + zip(levels, counts).map { level, counts in
          var line = CharacteristicsListing.Line(variable: variable.name, level: level, names: [level])
          line.cells = counts.enumerated().map { stratum, count in
            let part = Quantity.part(count, of: known(described, stratum))
            return CharacteristicsListing.Cell(
              full: part.text(style.showsPercents ? .cell : .bare), bare: part.text(.bare))
          }
          return line
        }
    }
  }

  /// In as few letters as its cell has.
  private static func shortName(of method: CharacteristicsTest.Method) -> String {
    switch method {
    case .fisher: "Fisher"
    case .chiSquared: "χ²"
    case .rankSum: "rank-sum"
    case .kruskalWallis: "Kruskal–Wallis"
    }
  }

  /// What a screen says below the listing: what a reader must know, the gravest first, then how it is made, and at last
  /// by which tests.
  ///
  /// - Parameters:
  ///   - isBare: whether counts stand alone for want of room.
  ///   - isMedian: whether medians do.
  ///   - isTested: whether P values are shown.
  package func notes(
    _ style: CharacteristicsListing.Style, isBare: Bool, isMedian: Bool, isTested: Bool
  ) -> [Remark] {
    let count = isBare || !style.showsPercents ? "n of those known" : "n (%) of those known"
    let median =
      isMedian ? "median" : style.showsRange ? "median (least–largest)" : "median (IQR, R's type 7)"
    let cells = Sentence.Part("\(count), \(median)", .subject)
    var notes = remarks(withPValues: isTested)
    guard comparesArms else { return notes + [Remark(.note, Sentence([cells]))] }
    notes.append(Remark(.note, Sentence([cells, differenceConvention])))
    guard isTested, !usedMethods.isEmpty else { return notes }
    let tests = usedMethods.map { Self.name(of: $0) }.joined(separator: ", ")
    let short = usedMethods.map { Self.shortName(of: $0) }.joined(separator: ", ")
    return notes + [Remark(.note, "P: \(tests)", shorter: ["P: \(short)"])]
  }
}
