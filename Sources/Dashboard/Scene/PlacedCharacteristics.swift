package import Report
import TerminalGrid

/// A listing of characteristics in as many columns and words as a width has room for.
package struct PlacedCharacteristics: Sendable {
  package enum Content: Hashable, Sendable {
    case stratum(Int)
    case unknown, difference, picture, pValue, test
  }

  package struct Column: Hashable, Sendable {
    package var content: Content
    /// Two lines: what the column is of, and how many they are.
    package var heading: [String]
    package var width: Int

    var isNumber: Bool { content != .test && content != .picture }
  }

  package let listing: CharacteristicsListing
  package let nameWidth: Int
  package let columns: [Column]
  /// How much of the cells is said.
  let form: Form
  /// The arms without a column.
  package let omitted: [String]

  /// From the most on.
  enum Form: Hashable, Sendable {
    case full
    /// Medians whose quartiles would take many columns stand alone.
    case brief
    /// Percentages, and medians alone.
    case medians
    /// Counts and medians alone.
    case bare
  }

  package var lines: [CharacteristicsListing.Line] { listing.lines }
  var isBare: Bool { form == .bare }
  package var showsPValues: Bool { columns.contains { $0.content == .pValue } }

  /// The columns before the name of a variable, for its tick, and before that of a level.
  static let (tick, margin) = (4, 6)
  static let gap = 2
  /// Fewer columns could not tell 0.1 from 0.25; more would only be longer to look along.
  private static let pictureWidths = 13...31

  /// - Parameters:
  ///   - width: how many columns there are.
  ///   - showsPValues: whether P values are wanted, where there is room.
  init(_ listing: CharacteristicsListing, width: Int, showsPValues: Bool, charset: Charset) {
    self.listing = listing
    let places = Placing(listing, charset: charset, showsPValues: showsPValues)
    let least = min(places.widestName(shortest: true), max(18, width * 28 / 100))
    let plan = places.plans.first { places.width($0) + Self.gap + least <= width } ?? places.plans.last
    let chosen = plan ?? Plan()
    var columns = places.columns(chosen)
    var left = width - places.width(chosen) - Self.gap
    if let picture = columns.firstIndex(where: { $0.content == .picture }) {
      let spare = left - places.widestName(shortest: false)
      let wider = min(max(0, spare), Self.pictureWidths.upperBound - columns[picture].width) / 2 * 2
      columns[picture].width += wider
      left -= wider
    }
    (self.columns, form) = (columns, chosen.form)
    nameWidth = max(4, min(left, places.widestName(shortest: false)))
    omitted = listing.strata.dropFirst(1 + chosen.armCount).map(\.name.full)
  }

  /// What a cell says.
  package func text(of line: CharacteristicsListing.Line, _ stratum: Int) -> String {
    line.cells.indices.contains(stratum) ? line.text(stratum, form) : ""
  }

  /// What is shown of a listing.
  private struct Plan {
    var armCount = 0
    var showsAll = true
    var heads = Heads.full
    var form = Form.full
    var showsUnknown = true
    var showsDifference = false
    var showsPicture = false
    var showsPValues = false
    var showsTest = false

    enum Heads { case full, short, cut }
  }

  private struct Placing {
    let listing: CharacteristicsListing
    let charset: Charset
    let showsPValues: Bool

    init(_ listing: CharacteristicsListing, charset: Charset, showsPValues: Bool) {
      (self.listing, self.charset, self.showsPValues) = (listing, charset, showsPValues)
    }

    private func columns(_ text: String) -> Int { charset.spelled(text).columns }

    /// From the fullest on: the test's name goes first, for a note says it too, then headings give way, then the
    /// picture, everybody beside the arms, percentages, P, the difference, the unknown, and at last arms.
    var plans: [Plan] {
      let arms = listing.strata.count - 1
      guard arms > 0 else { return [Plan(), Plan(form: .bare), Plan(form: .bare, showsUnknown: false)] }
      let compares = arms > 1
      var plan = Plan(
        armCount: arms, showsDifference: compares, showsPicture: compares,
        showsPValues: compares && showsPValues, showsTest: compares && showsPValues)
      var plans = [plan]
      func then(_ change: (inout Plan) -> Void) {
        change(&plan)
        plans.append(plan)
      }
      then { $0.heads = .short }
      then { $0.showsTest = false }
      then { $0.heads = .cut }
      then { $0.showsPicture = false }
      then { ($0.showsAll, $0.showsPicture) = (false, compares) }
      then { $0.showsPicture = false }
      then { $0.form = .brief }
      then { $0.form = .medians }
      then { $0.showsPValues = false }
      then { $0.form = .bare }
      then { $0.showsDifference = false }
      then { $0.showsUnknown = false }
      for fewer in stride(from: arms - 1, through: 1, by: -1) { then { $0.armCount = fewer } }
      return plans
    }

    /// The widest name of a line that has cells beside it, with what is drawn before it.
    func widestName(shortest: Bool) -> Int {
      listing.lines.map { line in
        if let level = line.level { return PlacedCharacteristics.margin + columns(level) }
        guard line.measure != nil else { return 0 }
        let name = (shortest ? line.names.last : line.names.first) ?? ""
        let measure = shortest ? 0 : 2 + (line.measure.map { columns($0.full) } ?? 0)
        return PlacedCharacteristics.tick + columns(name) + measure
      }.max() ?? 0
    }

    func width(_ plan: Plan) -> Int {
      columns(plan).reduce(-PlacedCharacteristics.gap) { $0 + $1.width + PlacedCharacteristics.gap }
    }

    func columns(_ plan: Plan) -> [Column] {
      var made = strata(plan)
      func add(_ content: Content, _ heading: String, _ texts: KeyPath<CharacteristicsListing.Line, String>) {
        let width = listing.lines.map { columns($0[keyPath: texts]) }.max() ?? 0
        made.append(Column(content: content, heading: ["", heading], width: max(width, columns(heading))))
      }
      if plan.showsUnknown {
        add(.unknown, plan.form == .full || plan.form == .brief ? "unknown" : "unkn.", \.unknown)
      }
      if plan.showsDifference { add(.difference, "SMD", \.difference) }
      if plan.showsPicture {
        made.append(Column(content: .picture, heading: ["", ""], width: pictureWidths.lowerBound))
      }
      if plan.showsPValues { add(.pValue, "P", \.pValue) }
      if plan.showsTest { add(.test, "test", \.test) }
      return made
    }

    private func strata(_ plan: Plan) -> [Column] {
      let shown = listing.strata.indices.prefix(1 + plan.armCount).dropFirst(plan.showsAll ? 0 : 1)
      let widths = shown.map { stratum in
        listing.lines.map { line in
          line.cells.indices.contains(stratum) ? columns(line.text(stratum, plan.form)) : 0
        }.max() ?? 0
      }
      let counts = shown.map { listing.strata[$0].count }
      let room = zip(widths, counts).map { max($0, columns($1)) }.max() ?? 0
      let names = shown.map { listing.strata[$0].name }
      let heads: [String] =
        switch plan.heads {
        case .full: names.map(\.full)
        case .short: names.map(\.short)
        case .cut: names.texts(fitting: max(9, room)) { columns($0) }
        }
      return shown.enumerated().map { place, stratum in
        let heading = [heads[place], counts[place]]
        return Column(
          content: .stratum(stratum), heading: heading,
          width: max(widths[place], heading.map { columns($0) }.max() ?? 0))
      }
    }
  }
}

extension CharacteristicsListing.Line {
  /// Quartiles that take more columns than a count with its percentage and a little give way.
  private static let widestBrief = 14

  fileprivate func text(_ stratum: Int, _ form: PlacedCharacteristics.Form) -> String {
    says(form) ? cells[stratum].full : cells[stratum].bare
  }

  /// Whether the cells say more than a count or a median.
  func says(_ form: PlacedCharacteristics.Form) -> Bool {
    switch form {
    case .full: true
    case .brief: measure == nil || cells.allSatisfy { $0.full.columns <= Self.widestBrief }
    case .medians: measure == nil
    case .bare: false
    }
  }
}
