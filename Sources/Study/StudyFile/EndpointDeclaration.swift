/// What an endpoint is made of.
package struct EndpointDeclaration: Sendable, Equatable {
  package enum Source: Sendable, Equatable {
    /// The first of some declared events, else the end of follow-up.
    case events
    /// A column of times and a column of statuses.
    case columns(time: String, status: String, codes: [StatusCode])
  }

  package var name: String
  package var label: String?
  package var source: Source
  /// The events that count, all of them together; with competitors, they are one cause.
  package var events: [String]
  package var competing: [String]
  /// Events at which observation ends: patients are censored there.
  ///
  /// At a tie the events that count come first.
  package var censoring: [String] = []
  /// The column of dates from which those of the time column count, where they are dates.
  package var from: String?
  /// An event from which time counts; only patients who had it take part.
  package var origin: String?
  /// Where patients without an event are censored, if not where the study says.
  package var followUp: TimeReference?
  /// A column with the time at which observation begins.
  package var entry: String?
  /// In tables with several rows a patient, a filter expression for the row that holds this endpoint's columns.
  package var row: String?

  package init(
    name: String, label: String? = nil, source: Source = .events, events: [String], competing: [String] = [],
    origin: String? = nil, followUp: TimeReference? = nil, entry: String? = nil, row: String? = nil
  ) {
    (self.name, self.label, self.source, self.events) = (name, label, source, events)
    (self.competing, self.origin, self.followUp, self.entry) = (competing, origin, followUp, entry)
    self.row = row
  }
}

/// What one value of a status column means.
package struct StatusCode: Sendable, Equatable {
  package enum Meaning: Sendable, Equatable {
    case censored
    /// The event with this name.
    case event(String)
    /// Nobody knows: the patient cannot be used for this endpoint.
    case unknown
  }

  /// The text in the file.
  package var code: String
  package var meaning: Meaning

  package init(_ code: String, _ meaning: Meaning) { (self.code, self.meaning) = (code, meaning) }
}
