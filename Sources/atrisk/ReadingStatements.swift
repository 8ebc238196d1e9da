import ArgumentParser
import CohortModel
import Study

/// The options that say what a table's columns mean, where it is not to be found out or asked.
struct ReadingStatements: ParsableArguments {
  @Option(help: "The column with the time from the start to the event or the last contact.")
  var time: String?

  @Option(help: "The column that says whether the event happened.")
  var status: String?

  @Option(help: "The codes of the status that are the event: \"1\" or \"relapse,progression\".")
  var event: String?

  @Option(help: "The codes of events that compete with it.")
  var competing: String?

  @Option(help: "The codes that mean no event; where given, all codes that are not named are left out.")
  var censored: String?

  @Option(help: "The column with the time at which observation begins, where it is delayed.")
  var entry: String?

  @Option(help: "The column that says which patient a row belongs to.")
  var id: String?

  @Option(
    help:
      "Which of a patient's rows counts: first, last, each, agreeing, intervals, highest:COLUMN, or a condition."
  )
  var row: String?

  @Option(
    name: .customLong("time-unit"),
    help: "The unit in which times were recorded: days, weeks, months or years.")
  var timeUnit: TimeUnit?

  @Option(name: .customLong("time-zero"), help: "The column with the date from which time counts.")
  var timeZero: String?

  @Option(name: .customLong("date-order"), help: "Which comes first in dates such as 03/04/2019: dmy or mdy.")
  var dateOrder: DateOrder?

  @Option(
    name: .customLong("century-from"), help: "The first of the hundred years that two-digit years mean.")
  var centuryFrom: Int?

  @Option(help: "The sheet of an Excel workbook, by name or number; by default the first with cells.")
  var sheet: String?

  @Flag(help: "Take the best guess where something would be asked.")
  var accept = false

  func validate() throws {
    if row != nil, id == nil { throw ValidationError("--row needs --id, the column with the patients") }
    if let centuryFrom, !(1000...2999).contains(centuryFrom) {
      throw ValidationError("--century-from is \(centuryFrom); expected a year from 1000 to 2999")
    }
  }

  var stated: StatedReading {
    var stated = StatedReading()
    (stated.time, stated.status, stated.entry, stated.id) = (time, status, entry, id)
    (stated.events, stated.competing, stated.censored) = (codes(event), codes(competing), codes(censored))
    (stated.unit, stated.timeZero, stated.dateOrder, stated.centuryFrom) = (
      timeUnit, timeZero, dateOrder, centuryFrom
    )
    stated.isAccepted = accept
    stated.rows = row.map(Self.rule)
    return stated
  }

  var options: ReadingOptions { ReadingOptions(sheet: sheet) }

  private func codes(_ list: String?) -> [String] {
    (list ?? "").split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }.map(String.init).filter {
      !$0.isEmpty
    }
  }

  private static func rule(_ text: String) -> PatientDeclaration.Rule {
    switch text {
    case "first": .first
    case "last": .last
    case "each": .each
    case "agreeing": .agreeing
    case "intervals": .intervals
    case _ where text.hasPrefix("highest:"): .highest(String(text.dropFirst("highest:".count)))
    default: .condition(text)
    }
  }
}

extension TimeUnit: ExpressibleByArgument {}
extension DateOrder: ExpressibleByArgument {}
