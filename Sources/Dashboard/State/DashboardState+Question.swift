import CohortEngine
import Study

extension DashboardState {
  mutating func ask(_ action: Action) {
    switch action {
    case .stratify(let stratification): ask { $0.stratification = stratification }
    case .endpoint(let index): change(endpoint: index)
    case .landmark(let time): ask { $0.landmark = time }
    case .transform(let transform): ask { $0.transform = transform }
    case .nextSavedView: flip(by: 1)
    case .previousSavedView: flip(by: -1)
    case .savedView(let index): show(savedView: index)
    default: break
    }
  }

  /// Another endpoint may be recorded in another unit: the landmark stays the same time.
  private mutating func change(endpoint index: Int) {
    guard cohort.endpoints.indices.contains(index) else { return }
    let before = timeDisplay
    var next = question
    next.endpoint = index
    let after = timeDisplay(of: next)
    if let old = before.shown, let new = after.shown, old != new {
      next.landmark = next.landmark.map { $0 * old.days / new.days }
      crosshair = nil
    }
    history.set(next)
  }

  mutating func changeUnit(_ unit: CohortEngine.TimeUnit) {
    guard endpoint.scale.unit != nil else {
      message = .error("The unit of these times is not known; say it in a study file (time_unit)")
      return
    }
    let before = timeDisplay
    options.unit = unit
    let ratio = (before.shown?.days ?? unit.days) / unit.days
    options.horizon = options.horizon.map { $0 * ratio }
    crosshair = crosshair.map { $0 * ratio }
    ask({ $0.landmark = $0.landmark.map { $0 * ratio } }, merging: true)
  }

  private mutating func flip(by step: Int) {
    guard !savedViews.isEmpty else {
      message = .note("This study has no saved views")
      return
    }
    let count = savedViews.count
    let next = savedView.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    show(savedView: next)
  }

  private mutating func show(savedView index: Int) {
    guard savedViews.indices.contains(index) else { return }
    let view = savedViews[index]
    do {
      var next = question
      next.filters = FilterSet()
      next.stratification = nil
      if let name = view.endpoint { next.endpoint = try Asking.endpoint(name, in: cohort) }
      if let name = view.by { next.stratification = try Asking.stratification(name, in: cohort) }
      if let condition = view.filter {
        next.filters = FilterSet(try FilterExpression(parsing: condition, variables: cohort.variables))
      }
      let display = timeDisplay(of: next)
      next.landmark = (view.landmark ?? study.landmark).map(display.shown) ?? next.landmark
      history.set(next)
      savedView = index
      message = .note("View \(index + 1) of \(savedViews.count): \(view.name)")
    } catch {
      message = .error("View “\(view.name)”: \(error)")
    }
    clampCursor()
  }

  mutating func toggleCrosshair() {
    guard crosshair == nil else {
      crosshair = nil
      return
    }
    crosshair = question.landmark ?? snapshot.map { timeDisplay.shown($0.analysis.horizon) / 2 }
    focus = .plot
  }
}
