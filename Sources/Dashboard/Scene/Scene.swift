package import Analysis
package import CohortModel
package import Report
package import Session
import SurvivalStatistics
package import TerminalGrid

/// A question, its answer, and where every part of it lies on a screen of one size: what panels draw.
///
/// It is made off the main actor; drawing it takes a time that depends on the size of the screen alone.
package struct Scene: Sendable {
  /// Everything that a scene depends on.
  package struct Ask: Hashable, Sendable {
    package var question: Question
    /// Variables whose distributions are in sight.
    package var facets: Set<String>
    /// Without what only lies over the plot.
    package var display: Display
    package var unit: TimeUnit?
    package var size: Size
    /// Which patients are listed where these are shown.
    package var listing = PatientListing()
    /// How often the study has grown.
    var growth = 0
    /// The endpoint that is being built; `nil` while none is.
    var builder: BuilderAsk?

    package init(question: Question, facets: Set<String>, display: Display, unit: TimeUnit?, size: Size) {
      (self.question, self.facets, self.display) = (question, facets, display)
      (self.unit, self.size) = (unit, size)
    }
  }

  package let ask: Ask
  package let facets: [String: Facet]
  package let report: CurvesReport
  package let layout: CurvesLayout
  /// The curves with what can be seen of them in the layout's frame.
  package let curves: [PlotCurve]
  /// The areas of a stacked figure, which take the place of the curves.
  package let areas: [PlotArea]
  /// Small figures in the place of one; `nil` where one shows everything.
  package let panels: PanelsScene?
  /// The number of each curve's colour, dash and mark.
  package let series: [Int]
  /// What the height of the curves is.
  package let yTitle: String
  package let atRisk: NumbersAtRisk
  /// Read where the question reads the curves; at a cross-hair they are read anew.
  package let estimates: PlacedEstimates
  package let notes: [CurvesNote]
  /// What the Data view draws; `nil` while another view is shown, and without a file.
  package let data: DataScene?
  /// What the endpoint builder draws; `nil` while nobody builds.
  package let builder: BuilderScene?
  /// What the Univariable view draws; `nil` while another view is shown.
  package let factors: FactorsScene?
  /// What the Models view draws; `nil` while another view is shown.
  package let models: ModelsScene?
  /// What the Patients view draws; `nil` while another view is shown.
  package let patients: PatientsScene?
  /// Why there can be no list of patients.
  let whyNoPatients: String?
  /// Patients to be found on the curves.
  package let marked: [MarkedPatient]
  /// What the Characteristics view draws; `nil` while another view is shown.
  package let characteristics: CharacteristicsScene?

  /// What a view shows besides what all of them share.
  enum Content: Sendable {
    case curves([Panel])
    case univariable(Univariable)
    case models(Models)
    case noModels(because: String)
    case patients(PatientsScene.Listed)
    case noPatients(because: String)
    case characteristics(Characteristics)
    case noCharacteristics(because: String)
    case data(FileReading)
    case builder(BuilderScene)
  }

  /// - Complexity: O(distinct times of all curves).
  init(
    _ ask: Ask, curves found: Curves, facets: [String: Facet], words: VariableWords,
    content: Content = .curves([]), marked: [MarkedPatient] = [],
    adjusted: Result<AdjustedCurves, NamingError>? = nil
  ) {
    (self.ask, self.facets) = (ask, facets)
    factors =
      if case .univariable(let found) = content {
        FactorsScene(UnivariableReport(found, words: words, unit: ask.unit), ask)
      } else { nil }
    models =
      switch content {
      case .models(let found): ModelsScene(ModelsReport(found, words: words, unit: ask.unit), ask)
      case .noModels(let why): ModelsScene(nil, because: why, ask)
      default: nil
      }
    characteristics =
      switch content {
      case .characteristics(let found):
        CharacteristicsScene(CharacteristicsReport(found, words: words, unit: ask.unit), ask)
      case .noCharacteristics(let why): CharacteristicsScene(nil, because: why, ask)
      default: nil
      }
    whyNoPatients = if case .noPatients(let why) = content { why } else { nil }
    self.marked = marked
    let report = CurvesReport(found, words: words, unit: ask.unit)
    builder = if case .builder(let found) = content { found } else { nil }
    data = if case .data(let reading) = content { DataScene(DataReport(reading, report), ask) } else { nil }
    let figure = report.figure
    let layout = CurvesLayout(
      ask, report, figure, yTitle: Charset(ask.display.charset).spelled(figure.yTitle))
    (self.report, self.layout) = (report, layout)
    let standardised = (try? adjusted?.get()).map { AdjustedReport($0, words: words, unit: ask.unit) }
    var said = standardised.map(Self.notes) ?? []
    if case .failure(let error)? = adjusted {
      said = [CurvesNote(.danger, Sentence("no adjusted curves: \(error)"))]
    }
    notes = said + report.notes(isBrief: layout.hasBriefNotes)
    patients =
      if case .patients(let listed) = content {
        PatientsScene(listed, words: words, ask, curves: layout, steps: figure.tickSteps)
      } else { nil }
    areas = Self.areas(figure, in: layout.frame, Charset(ask.display.charset))
    panels = Self.panels(report, content, ask)
    let observed = figure.curves.map {
      Self.plotted($0, in: layout.frame, ask.display, isNamed: figure.curves.count > 1)
    }
    let numbers = figure.curves.map(\.series)
    if let standardised, !standardised.adjusted.arms.isEmpty {
      curves = Self.curves(observed, of: figure, adjusted: standardised, in: layout.frame, ask.display)
      series =
        numbers
        + figure.curves.filter { curve in
          curve.end != nil && standardised.adjusted.arms.contains { $0.name == curve.name.level }
        }.map(\.series)
    } else {
      (curves, series) = (observed, numbers)
    }
    yTitle = figure.yTitle
    atRisk = report.numbersAtRisk(at: layout.ticks)
    estimates = PlacedEstimates(
      report, at: ask.question.at, in: layout, charset: Charset(ask.display.charset))
  }

  /// What the numbers of the view are.
  package var headline: Sentence {
    factors?.report.headline ?? models?.report?.headline ?? characteristics?.report?.headline
      ?? patients?.headline ?? report.headline
  }

  /// Whether the P value of the arms' test is on the screen.
  package var hasPValue: Bool {
    ask.display.view == .curves && (panels?.showsWholeTest ?? true)
      && report.curves.tests.first?.result.pValue != nil
  }

  /// The hypotheses on factors or terms whose P values are shown beside each other.
  package func hypotheses(in schema: CohortSchema) -> [Question.Hypothesis] {
    if let panels { return panels.reports.flatMap { $0.curves.hypotheses(in: schema) } }
    if let factors { return factors.report.result.hypotheses(in: schema) }
    return models?.report?.models.hypotheses(in: schema) ?? []
  }

  private static func panels(_ report: CurvesReport, _ content: Content, _ ask: Ask) -> PanelsScene? {
    guard ask.display.view == .curves, report.emptiness == nil else { return nil }
    var (found, remarks) = (report.panels, [Remark]())
    if case .curves(let parts) = content, !parts.isEmpty {
      (found, remarks) = (report.panels(parts), report.panelRemarks(parts))
    }
    return found.isEmpty ? nil : PanelsScene(found, of: report, remarks: remarks, ask)
  }

  /// The hypotheses on characteristics whose P values are shown beside each other.
  var characteristicHypotheses: [Question.Hypothesis] {
    guard let characteristics, characteristics.table?.showsPValues == true else { return [] }
    return characteristics.report?.result.hypotheses ?? []
  }

  /// What can be seen of a curve in a frame: there may be many times more steps than columns.
  static func plotted(
    _ curve: Figure.Curve, in frame: PlotFrame, _ display: Display, isNamed: Bool
  ) -> PlotCurve {
    let end = curve.end?.time ?? -1
    let visible = frame.visibleSteps(times: curve.times, values: curve.values, until: end)
    let steps = visible.map { step in
      PlotCurve.Step(
        curve.times[step], curve.values[step], lower: curve.lower[step], upper: curve.upper[step],
        isFaint: curve.isUncertain[step])
    }
    let charset = Charset(display.charset)
    return PlotCurve(
      label: isNamed ? charset.spelled(curve.name.short) : "", start: curve.start, steps: steps, end: end,
      censorings: frame.visibleCensorings(times: curve.times, counts: curve.censored),
      style: Style(.series(curve.series)),
      band: display.showsIntervals ? .band(curve.series) : nil)
  }

  /// Where a cross-hair goes: to the next event that is drawn in another column, or ten columns on.
  ///
  /// - Parameter here: in the shown unit, as the result is.
  func crosshair(_ gesture: Gesture, from here: Double) -> Double? {
    let frame = layout.frame
    let events = Set(curves.flatMap { $0.steps.map(\.time) }).sorted().filter { $0 <= frame.horizon }
    let column = frame.column(of: here)
    func time(at column: Int) -> Double {
      frame.time(at: min(max(column, frame.area.x), frame.area.maxX - 1))
    }
    switch gesture {
    case .left: return events.last { frame.column(of: $0) < column } ?? 0
    case .right: return events.first { frame.column(of: $0) > column } ?? frame.horizon
    case .pageUp: return time(at: column - 10)
    case .pageDown: return time(at: column + 10)
    case .top: return 0
    case .bottom: return frame.horizon
    default: return nil
    }
  }
}

extension Charset {
  /// The glyphs that a session chose.
  init(_ chosen: Display.Charset) { self = chosen == .ascii ? .ascii : .unicode }
}
