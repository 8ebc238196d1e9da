/// An endpoint as somebody builds it from the columns of a file, or from the events of its study.
///
/// It is said in the words of the study file, and its text reads back to the same value:
/// `OS2 time=os_months status=os_event codes=(0=censored, 1=death)`, `GRFS2 events=(relapse, death)`.
package struct EndpointDefinition: Hashable, Sendable {
  package enum Source: Hashable, Sendable {
    /// A column of times, or of dates that count from those of another column, and one that says what happened.
    case columns(time: String, from: String?, status: String, codes: [Code])
    /// The first of some events, else the end of follow-up.
    case events
  }

  /// What a value of a status column means; a value of which nothing is said leaves the patient out.
  package struct Code: Hashable, Sendable {
    package enum Meaning: Hashable, Sendable {
      case censored
      case event(String)
      case unknown
    }

    package var value: String
    package var meaning: Meaning

    package init(_ value: String, _ meaning: Meaning) { (self.value, self.meaning) = (value, meaning) }
  }

  package var name: String
  package var label: String?
  package var source: Source
  /// What counts; with competing events all of them are one cause.
  package var events: [String]
  package var competing: [String]
  /// Events at which observation ends: patients are censored there.
  package var censoring: [String]
  /// The column with the end of follow-up, where it is not the study's.
  package var followUp: String?

  package init(
    name: String, label: String? = nil, source: Source = .events, events: [String], competing: [String] = [],
    censoring: [String] = [], followUp: String? = nil
  ) {
    (self.name, self.label, self.source, self.events) = (name, label, source, events)
    (self.competing, self.censoring, self.followUp) = (competing, censoring, followUp)
  }
}

/// Something that happens to some patients, as somebody adds it to a study:
/// `gvhd time=agvhd_months when="agvhd_grade >= 3"`.
package struct EventDefinition: Hashable, Sendable {
  package var name: String
  package var label: String?
  /// The column that says when.
  package var time: String
  /// A condition that is true where it happened; without one it happened wherever there is a time.
  package var when: String?

  package init(name: String, label: String? = nil, time: String, when: String? = nil) {
    (self.name, self.label, self.time, self.when) = (name, label, time, when)
  }
}

/// Why a definition cannot be read.
package enum DefinitionError: Error, Equatable, Sendable, CustomStringConvertible {
  case syntax(FilterSyntaxError)
  case noName
  case unknownKey(String, known: [String])
  case twice(String)
  case expected(String, after: String)
  case missing(String)
  /// An event of no code.
  case noCode(event: String)
  /// A word that means something else.
  case reserved(String)
  /// An event that would be two things.
  case twoParts(event: String)

  package var description: String {
    switch self {
    case .syntax(let error): error.description
    case .noName: "a name was expected first"
    case .unknownKey(let key, let known):
      "“\(key)” means nothing here; expected \(known.joined(separator: ", "))"
    case .twice(let key): "\(key) is said twice"
    case .expected(let what, let key): "\(what) was expected after \(key)"
    case .missing(let key): "\(key) is missing"
    case .noCode(let event): "no code means “\(event)”"
    case .reserved(let name): "no event can be called “\(name)”"
    case .twoParts(let event): "“\(event)” cannot be two things at once"
    }
  }
}
