import CohortModel
import TerminalGrid

/// An endpoint while somebody builds it: what was chosen so far, and the line under the cursor.
package struct EndpointDraft: Hashable, Sendable {
  package enum Line: Hashable, Sendable {
    case kind, preset, time, from, status, followUp, name, label
    /// A value of the status column.
    case value(String)
    /// An event of the study.
    case event(String)
  }

  /// What a value of the status or an event of the study is to the endpoint.
  package enum Role: Hashable, Sendable, CaseIterable {
    case event, competing, censored
    /// The patient cannot be used; an event of the study is not looked at.
    case none
  }

  package var isOfEvents = false
  package var preset: EndpointPreset?
  package var time: String?
  package var from: String?
  package var status: String?
  package var followUp: String?
  /// By value of the status.
  package var values: [String: Role] = [:]
  /// What the event of a value is called, where somebody typed it.
  package var names: [String: LineEditor] = [:]
  /// By event of the study.
  package var events: [String: Role] = [:]
  package var name = LineEditor()
  package var label = LineEditor()
  package var line = Line.kind
  /// Why it was not added.
  package var error: String?

  package init() {}

  package func lines(_ candidates: EndpointCandidates) -> [Line] {
    if isOfEvents {
      return [.kind, .preset] + candidates.events.map { .event($0.name) } + [.followUp, .name, .label]
    }
    let isDate = candidates.times.first { $0.name == time }?.isDate ?? false
    let values = candidates.statuses.first { $0.name == status }?.values ?? []
    return [.kind, .time] + (isDate ? [.from] : []) + [.status] + values.map { .value($0.text) }
      + [.name, .label]
  }

  func eventName(_ value: String) -> String {
    if let typed = names[value], !typed.text.isEmpty { return typed.text }
    // A number is no name.
    return value.contains(where: \.isLetter) ? value.lowercased() : "event"
  }

  /// What was chosen, once it is an endpoint; until then what is still to be chosen.
  func definition(_ candidates: EndpointCandidates, unused: String) -> Result<EndpointDefinition, Unfinished>
  {
    let name = self.name.text.isEmpty ? unused : self.name.text
    let label = self.label.text.isEmpty ? preset?.label : self.label.text
    let made = isOfEvents ? ofEvents(name, label, candidates) : ofColumns(name, label, candidates)
    return made.flatMap { definition in
      do throws(DefinitionError) {
        try definition.check()
        return .success(definition)
      } catch {
        return .failure(Unfinished(why: "\(error)"))
      }
    }
  }

  /// What is still to be chosen.
  struct Unfinished: Error { var why: String }

  private func ofEvents(
    _ name: String, _ label: String?, _ candidates: EndpointCandidates
  ) -> Result<EndpointDefinition, Unfinished> {
    guard !candidates.events.isEmpty else {
      return .failure(
        Unfinished(
          why: "The study names no events; add one by :event-add NAME time=COLUMN when=\"CONDITION\""))
    }
    func those(_ role: Role) -> [String] { candidates.events.map(\.name).filter { events[$0] == role } }
    guard !those(.event).isEmpty else { return .failure(Unfinished(why: "Choose the events that count")) }
    guard candidates.hasFollowUp || followUp != nil else {
      return .failure(Unfinished(why: "Choose the column where follow-up ends"))
    }
    return .success(
      EndpointDefinition(
        name: name, label: label, events: those(.event), competing: those(.competing),
        censoring: those(.censored), followUp: followUp))
  }

  private func ofColumns(
    _ name: String, _ label: String?, _ candidates: EndpointCandidates
  ) -> Result<EndpointDefinition, Unfinished> {
    guard let time, let column = candidates.times.first(where: { $0.name == time }) else {
      return .failure(Unfinished(why: "Choose the column of the times"))
    }
    if column.isDate, from == nil {
      return .failure(Unfinished(why: "Choose the date that time counts from"))
    }
    guard let status, let found = candidates.statuses.first(where: { $0.name == status }) else {
      return .failure(Unfinished(why: "Choose the column that says what happened"))
    }
    var (codes, events, competing) = ([EndpointDefinition.Code](), [String](), [String]())
    for value in found.values {
      let role = values[value.text] ?? .none
      let name = eventName(value.text)
      switch role {
      case .event: if !events.contains(name) { events.append(name) }
      case .competing: if !competing.contains(name) { competing.append(name) }
      case .censored, .none: break
      }
      let meaning: EndpointDefinition.Code.Meaning =
        role == .none ? .unknown : role == .censored ? .censored : .event(name)
      codes.append(.init(value.text, meaning))
    }
    guard !events.isEmpty else { return .failure(Unfinished(why: "Choose the value that is the event")) }
    return .success(
      EndpointDefinition(
        name: name, label: label,
        source: .columns(time: time, from: column.isDate ? from : nil, status: status, codes: codes),
        events: events, competing: competing))
  }
}

extension EndpointDraft {
  /// Takes what the words of a status column leave no doubt about.
  mutating func choose(status: EndpointCandidates.Status) {
    (self.status, values, names) = (status.name, [:], [:])
    for value in status.values {
      switch value.meaning {
      case .censored: values[value.text] = .censored
      case .event(let name):
        values[value.text] = .event
        names[value.text] = LineEditor(name)
      case .unknown, nil: break
      }
    }
  }

  /// Takes what a well-known endpoint is made of, as far as the study has it.
  mutating func choose(preset: EndpointPreset?, _ candidates: EndpointCandidates) {
    (self.preset, events) = (preset, [:])
    for name in preset?.proposal(among: candidates.events).events ?? [] { events[name] = .event }
  }

  /// The next or last of what a line can be.
  mutating func change(by step: Int, _ candidates: EndpointCandidates) {
    func next<Value: Equatable>(_ value: Value?, of all: [Value]) -> Value? {
      guard !all.isEmpty else { return nil }
      guard let here = value.flatMap(all.firstIndex) else { return step > 0 ? all.first : all.last }
      return all[(here + step + all.count) % all.count]
    }
    switch line {
    case .kind: isOfEvents.toggle()
    case .preset:
      let all: [EndpointPreset?] = [nil] + EndpointPreset.allCases
      let here = all.firstIndex(of: preset) ?? 0
      choose(preset: all[(here + step + all.count) % all.count], candidates)
    case .time:
      time = next(time, of: candidates.times.map(\.name))
      from = nil
    case .from: from = next(from, of: candidates.times.filter { $0.isDate && $0.name != time }.map(\.name))
    case .status:
      let name = next(status, of: candidates.statuses.map(\.name))
      if let found = candidates.statuses.first(where: { $0.name == name }) { choose(status: found) }
    case .followUp:
      let all: [String?] =
        (candidates.hasFollowUp ? [nil] : []) + candidates.times.filter { !$0.isDate }.map(\.name)
      followUp = next(.some(followUp), of: all) ?? nil
    case .value(let value): values[value] = next(values[value] ?? Role.none, of: Role.allCases)
    case .event(let event): events[event] = next(events[event] ?? Role.none, of: Role.allCases)
    case .name, .label: break
    }
  }

  /// Types into what the line under the cursor names; `false` where it names nothing.
  mutating func type(_ key: Key) -> Bool {
    switch line {
    case .name: return name.type(key)
    case .label: return label.type(key)
    case .value(let value):
      guard values[value] == .event || values[value] == .competing else { return false }
      var editor = names[value] ?? LineEditor()
      let isTaken = editor.type(key)
      names[value] = editor
      return isTaken
    default: return false
    }
  }
}
