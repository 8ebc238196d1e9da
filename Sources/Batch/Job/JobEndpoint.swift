internal import Study

/// The columns that tell when and how observation ended, and which codes are events.
struct JobEndpoint: Sendable, Equatable {
  let name: String
  let time: String
  let status: String
  /// The column with the start of observation, where entry is delayed.
  let entry: String?
  /// The column that says whose row it is, where one subject has several.
  let id: String?
  /// Codes of the event.
  let event: [ListedCode]
  /// Codes of competing events; any other code is censored.
  let competing: [ListedCode]

  init(name: String, _ fields: inout Fields, _ frame: DataFrame) throws(JobError) {
    self.name = name
    time = try fields.column("time", frame)
    status = try fields.column("status", frame)
    entry = try fields.optionalColumn("entry", frame)
    id = try fields.optionalColumn("id", frame)
    _ = try fields.optionalText("label")
    // As they are written, statuses are numbers.
    let column = frame.table.mode == .inferred ? frame[status] : nil
    guard let event = try fields.codes("event", textsOf: column), !event.isEmpty else {
      throw fields.mistake("event", "no code is listed; expected at least one, like [1]")
    }
    self.event = event
    competing = try fields.codes("competing", textsOf: column) ?? []
    try fields.refuseOthers()
    let codes = event + competing
    for (index, code) in codes.enumerated() {
      let isCompeting = index >= event.count
      let place = isCompeting ? index - event.count : index
      let field = isCompeting ? "competing" : "event"
      if codes[..<index].contains(code) {
        throw fields.mistake(field, at: place, "code \(code) is listed twice; expected it once")
      }
      if code == .number(0) {
        throw fields.mistake(field, at: place, "code 0 means censored; expected a code of an event")
      }
    }
  }

  /// Codes of the event, then the competing ones.
  var codes: [ListedCode] { event + competing }
  /// The columns that a row must have.
  var columns: [String] { [time, status] + [entry, id].compactMap(\.self) }
}
