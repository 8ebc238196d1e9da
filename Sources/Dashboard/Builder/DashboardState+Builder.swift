import Analysis
import CohortModel
package import Session
import TerminalGrid

/// Building an endpoint: keys go to the draft until it is added or left.
extension DashboardState {
  mutating func openBuilder() {
    builder = EndpointDraft()
    overlay = nil
  }

  /// A name that no endpoint has: that of a well-known definition, where one was chosen.
  var unusedName: String {
    let names = Set(schema.endpoints.map(\.name))
    if let known = builder?.preset?.name, !names.contains(known) { return known }
    let stem = builder?.preset.map { $0.name + "_" } ?? "endpoint_"
    let first = builder?.preset == nil ? 1 : 2
    return (first...).lazy.map { "\(stem)\($0)" }.first { !names.contains($0) } ?? ""
  }

  /// What the draft comes to; `nil` until it is known what there is to choose from.
  var drafted: Result<EndpointDefinition, EndpointDraft.Unfinished>? {
    guard let builder, let candidates = scene?.builder?.candidates else { return nil }
    return builder.definition(candidates, unused: unusedName)
  }

  mutating func type(_ key: Key, into draft: EndpointDraft) -> Effect? {
    var draft = draft
    draft.error = nil
    message = nil
    guard key != .escape else {
      builder = nil
      return nil
    }
    guard let candidates = scene?.builder?.candidates else { return nil }
    let lines = draft.lines(candidates)
    let here = lines.firstIndex(of: draft.line) ?? 0
    var effect: Effect?
    switch key {
    case .up, .backTab: draft.line = lines[max(0, here - 1)]
    case .down, .tab: draft.line = lines[min(lines.count - 1, here + 1)]
    case .pageUp: draft.line = lines[0]
    case .pageDown: draft.line = lines[lines.count - 1]
    case .left, .right:
      if draft.line == .name || draft.line == .label {
        _ = draft.type(key)
      } else {
        draft.change(by: key == .left ? -1 : 1, candidates)
      }
    case .enter: effect = add(&draft, candidates, saves: false)
    case .control("s"): effect = add(&draft, candidates, saves: true)
    case .character(" ") where draft.line != .name && draft.line != .label:
      draft.change(by: 1, candidates)
    default:
      if draft.type(key) { break }
      switch key {
      case .character("S"): effect = add(&draft, candidates, saves: true)
      case .character("k"): draft.line = lines[max(0, here - 1)]
      case .character("j"): draft.line = lines[min(lines.count - 1, here + 1)]
      case .character("h"): draft.change(by: -1, candidates)
      case .character("l"): draft.change(by: 1, candidates)
      case .character(":"): overlay = .commandLine(commandLine("event-add "))
      default: break
      }
    }
    builder = draft
    return effect
  }

  private mutating func add(
    _ draft: inout EndpointDraft, _ candidates: EndpointCandidates, saves: Bool
  ) -> Effect? {
    switch draft.definition(candidates, unused: unusedName) {
    case .success(let definition):
      guard schema.endpoint(definition.name) == nil else {
        draft.error = "an endpoint is called \(definition.name) already"
        return nil
      }
      return .add(.addEndpoint(definition), saves: saves)
    case .failure(let unfinished):
      draft.error = unfinished.why
      return nil
    }
  }

  /// Goes on with the study that an endpoint or event was added to: an endpoint is asked about at once.
  package mutating func adopt(_ grown: GrownStudy, by command: Command) {
    grow(grown.study, grown.analyst.schema)
    do { try record(command) } catch { message = .error("\(error)") }
    guard case .addEndpoint(let definition) = command else {
      message = .note("Added; endpoints can be made of it")
      return
    }
    builder = nil
    run(.endpoint(definition.name))
    if display.view == .data { run(.view(.curves)) }
    message = .note("Added \(definition.name); S in the Data view writes it into the study file")
  }

  /// An endpoint or event could not be added.
  package mutating func refuse(_ error: any Error) {
    if builder != nil { builder?.error = "\(error)" } else { message = .error("\(error)") }
  }
}
