import Report

/// How the lines of the Curves view are shared out between plot, tables and notes.
///
/// The plot takes what is left. It is to be so high that a share can be read off to within a point of a hundred, or at
/// least two: for that the headings move beside the axis one after the other, and the notes say the same in fewer words.
struct CurvesPlan {
  /// A plot of fewer rows cannot show a share to within one point of a hundred.
  static let exact = 22
  /// A lower plot cannot show a share to within two points of a hundred.
  static let lowestReadable = 12
  private static let lowest = 5

  /// What the lines are shared by.
  struct Needs {
    var height: Int
    var arms: Int
    var curves: Int
    /// The risk table's lines for each arm.
    var rowsPerArm: Int
    var notes: [CurvesNote]
    var briefNotes: [CurvesNote]
    /// Whether the numbers at risk can do without a heading of their own.
    var canMergeHeading: Bool
    /// What the height is in lines beside the axis; `nil` where these have no room.
    var titleBeside: (_ plan: CurvesPlan) -> [String]?
  }

  private let needs: Needs
  /// Whether the estimates stand in the rows of the risk table.
  private(set) var isOneBlock = false
  private(set) var hasBriefNotes = false
  /// The heading of the numbers at risk stands before the times of the axis.
  private(set) var isHeadingInAxis = false
  /// The times of the axis stand in its line.
  private(set) var hasOneAxisRow = false
  /// What the height is, beside the axis; `nil` where it has a line above the plot.
  private(set) var titleBeside: [String]?
  private(set) var rowsPerArm: Int
  private(set) var noteLines: Int
  /// How many arms and curves the tables have room for.
  private(set) var armLimit: Int
  private(set) var curveLimit: Int

  /// The plan for a view of so many lines.
  static func plan(_ needs: Needs) -> CurvesPlan {
    let plain = CurvesPlan(needs)
    if let exact = plain.reaching(exact, by: Measure.allCases) { return exact }
    if let readable = plain.reaching(lowestReadable, by: [.heading, .title]) { return readable }
    // Curves of causes have no rows in the risk table beside which their estimates could stand.
    var block = plain
    block.isOneBlock = needs.arms == needs.curves
    if let readable = block.reaching(lowestReadable, by: Measure.allCases) { return readable }
    block.rowsPerArm = 1
    return block.reaching(lowestReadable, by: Measure.allCases) ?? block.lowered
  }

  private init(_ needs: Needs) {
    self.needs = needs
    (rowsPerArm, noteLines) = (needs.rowsPerArm, needs.notes.count)
    (armLimit, curveLimit) = (needs.arms, needs.curves)
  }

  /// What wins a line for the plot, what is missed least first.
  private enum Measure: CaseIterable { case heading, title, axis, notes }

  private mutating func take(_ measure: Measure) {
    switch measure {
    case .heading: isHeadingInAxis = needs.canMergeHeading
    case .title: titleBeside = needs.titleBeside(self)
    case .axis: hasOneAxisRow = isHeadingInAxis
    case .notes: (hasBriefNotes, noteLines) = (true, needs.briefNotes.count)
    }
  }

  /// The first measures that win a plot of so many rows; `nil` if all do not.
  private func reaching(_ rows: Int, by measures: [Measure]) -> CurvesPlan? {
    var plan = self
    for measure in measures where plan.plotLines < rows { plan.take(measure) }
    // A higher plot may have more ticks, between which the title has less room.
    if plan.titleBeside != nil { plan.take(.title) }
    return plan.plotLines < rows ? nil : plan
  }

  /// The plan for a plot that is fitted to its curves, since it cannot be readable otherwise.
  private var lowered: CurvesPlan {
    var plan = self
    for measure in [Measure.heading, .notes] { plan.take(measure) }
    let essential = max(1, needs.briefNotes.count { $0.kind.isEssential })
    while plan.plotLines < Self.lowestReadable, plan.noteLines > essential { plan.noteLines -= 1 }
    // An arm without numbers would be worse.
    while plan.plotLines < Self.lowest, max(plan.armLimit, plan.curveLimit) > 2 {
      if plan.isOneBlock || plan.armLimit >= plan.curveLimit { plan.armLimit -= 1 }
      if plan.isOneBlock || plan.curveLimit > plan.armLimit { plan.curveLimit -= 1 }
    }
    return plan
  }

  // MARK: Lines

  var titleLines: Int { titleBeside == nil ? 1 : 0 }
  var axisLines: Int { hasOneAxisRow ? 1 : 2 }
  /// The heading and the rows of the risk table.
  var blockLines: Int { (isHeadingInAxis ? 0 : 1) + armLimit * rowsPerArm }
  var estimateLines: Int { isOneBlock ? 0 : curveLimit + 1 }
  var plotLines: Int {
    needs.height - titleLines - axisLines - blockLines - estimateLines - noteLines
  }
}
