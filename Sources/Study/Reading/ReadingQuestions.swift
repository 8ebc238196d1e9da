import CohortEngine
import CohortModel

/// Finds what to ask next about a table, with the best guess first.
struct ReadingQuestions {
  let columns: StudyColumns
  let stated: StatedReading
  /// The number of choices that a person can overlook.
  static let most = 12

  /// Which of the rows of a patient counts.
  ///
  /// - Parameter layers: endpoints below each other, which may all be meant.
  func rows(_ identifier: PatientIdentifier, layers: [EndpointDeclaration] = []) -> ReadingQuestion {
    let groups = PatientRows.groups(identifier, columns)
    let differing = PatientRows.differing(columns, groups)
    var choices: [(String, PatientDeclaration.Rule)] = []
    for index in differing.sorted() {
      let profile = columns.profiles[index]
      let name = columns.table.names[index]
      guard (2...4).contains(profile.present.count), columns.variables[index].kind != .number else {
        continue
      }
      let isUnique = groups.allSatisfy { group in
        Set(group.map { profile.column.codes[$0] }).count == group.count
      }
      guard isUnique else { continue }
      for code in profile.present {
        let value = profile.column.text(code)
        let condition = "\(EventCondition.quote(name)) in (\(EventCondition.quote(value)))"
        choices.append(("the row where \(name) is \(value)", .condition(condition)))
      }
    }
    choices.insert(("the first row of each patient", .first), at: 0)
    choices.append(("the last row of each patient", .last))
    for index in differing.sorted()
    where columns.variables[index].kind == .date
      || columns.variables[index].kind == .number && !TimeColumns.isRowNumber(columns.profiles[index])
    {
      choices.append(
        ("the row with the highest \(columns.table.names[index])", .highest(columns.table.names[index])))
    }
    if choices.count >= Self.most { choices.removeLast(choices.count - Self.most + 1) }
    choices.append(("every row is a patient of its own", .each))
    return ReadingQuestion(
      text: "Which row of a patient counts?",
      reason:
        "\(identifier.repeatedCount) of \(count(identifier.patientCount, "patient")) (\(identifier.column)) have several rows, and they differ",
      choices: layerChoices(layers)
        + choices.map { text, rule in
          var answer = stated
          (answer.id, answer.rows, answer.isAccepted) = (identifier.column, rule, false)
          return ReadingQuestion.Choice(text: text, stated: answer)
        },
      options: (layers.isEmpty ? "" : "--accept for an endpoint of each, or ")
        + "--id \(identifier.column) --row first, last, highest:COLUMN or a condition")
  }

  private func layerChoices(_ layers: [EndpointDeclaration]) -> [ReadingQuestion.Choice] {
    guard !layers.isEmpty else { return [] }
    var accepted = stated
    accepted.isAccepted = true
    let names = layers.prefix(6).map { $0.label ?? $0.name }.joined(separator: ", ")
    let more = layers.count > 6 ? ", …" : ""
    return [.init(text: "\(layers.count) endpoints below each other: \(names)\(more)", stated: accepted)]
  }

  /// How dates are written, where that keeps them from being read.
  func dates() -> ReadingQuestion? {
    for (index, name) in columns.table.names.enumerated() {
      let profile = columns.profiles[index]
      guard profile.holdsDates, columns.variables[index].kind != .date, DateNames.meaning(of: name) != nil
      else { continue }
      let dates = profile.dates.compactMap { $0 }
      let example = profile.present.first.map(profile.column.text) ?? ""
      let isShort = dates.contains { $0.isShort }
      if isShort, stated.centuryFrom == nil { return century(name, example) }
      if stated.dateOrder == nil { return order(name, example) }
    }
    return nil
  }

  private func century(_ name: String, _ example: String) -> ReadingQuestion {
    let choices = [1930, 1950, 1970, 1990, 2000, 1900].map { first in
      var answer = stated
      answer.centuryFrom = first
      return ReadingQuestion.Choice(text: "\(first)–\(first + 99)", stated: answer)
    }
    return ReadingQuestion(
      text: "Which years do two-digit years mean?",
      reason: "dates such as \(example.quoted) in \(name) do not say their century",
      choices: choices, options: "--century-from YEAR")
  }

  private func order(_ name: String, _ example: String) -> ReadingQuestion {
    let choices = [("day, month, year", DateOrder.dayFirst), ("month, day, year", .monthFirst)].map {
      text, order in
      var answer = stated
      answer.dateOrder = order
      return ReadingQuestion.Choice(text: text, stated: answer)
    }
    return ReadingQuestion(
      text: "Which comes first in dates?", reason: "\(example.quoted) in \(name) may be day or month first",
      choices: choices, options: "--date-order dmy or mdy")
  }

  /// Which of several days time counts from.
  func origin(_ doubt: String, chosen: String?) -> ReadingQuestion? {
    let origins = columns.variables.filter { variable in
      guard variable.kind == .date, case .origin? = DateNames.meaning(of: variable.name),
        case .numbers(let days) = variable.values
      else { return false }
      return days.values.count { !$0.isNaN } * 10 >= days.values.count * 9
    }
    guard origins.count > 1, stated.timeZero == nil else { return nil }
    let names = origins.map(\.name).sorted { a, b in (a == chosen ? 0 : 1, a) < (b == chosen ? 0 : 1, b) }
    return ReadingQuestion(
      text: "Which day does time count from?", reason: doubt,
      choices: names.map { name in
        var answer = stated
        answer.timeZero = name
        return ReadingQuestion.Choice(text: name, stated: answer)
      },
      options: "--time-zero COLUMN")
  }
}
