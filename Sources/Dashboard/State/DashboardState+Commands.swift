import CohortEngine
import Foundation
import SurvivalStatistics
import TerminalGrid

extension DashboardState {
  /// Carries out a typed command such as `where age > 12`.
  mutating func run(command text: String) -> Effect? {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    let argument = words.count > 1 ? words[1].trimmingCharacters(in: .whitespaces) : ""
    do {
      return try run(words.first ?? "", argument)
    } catch {
      message = .error("\(text.truncated(to: 40)): \(error)")
      return nil
    }
  }

  private mutating func run(_ word: String, _ argument: String) throws -> Effect? {
    switch word {
    case "where":
      return update(.add(try FilterExpression(parsing: argument, variables: cohort.variables)))
    case "by":
      return update(
        .stratify(argument.lowercased() == "none" ? nil : try Asking.stratification(argument, in: cohort)))
    case "endpoint": return update(.endpoint(try Asking.endpoint(argument, in: cohort)))
    case "landmark": return update(.landmark(try time(argument)))
    case "at":
      (view, focus) = (.curves, .plot)
      return update(.crosshair(try time(argument)))
    case "until":
      let time = try time(argument)
      return update(.horizon(time > 0 ? time : nil))
    case "unit": return update(.unit(try choice(argument, of: TimeUnit.allCases) { $0.rawValue }))
    case "interval":
      return update(.transform(try choice(argument, of: ConfidenceTransform.allCases) { $0.name }))
    case "charset": return update(.charset(try choice(argument, of: Charset.allCases) { $0.rawValue }))
    case "theme":
      let name = try choice(argument, of: themes) { $0.name }.name
      return update(.theme(themes.firstIndex { $0.name == name } ?? theme))
    case "view":
      guard let index = savedViews.indices.first(where: { $0 + 1 == Int(argument) }) else {
        throw CommandError.noSuch(argument, known: savedViews.indices.map { String($0 + 1) })
      }
      return update(.savedView(index))
    case "confirm": return update(.confirmReading)
    case "clear": return update(.clearFilters)
    case "quit": return update(.quit)
    default: throw CommandError.noSuch(word, known: Command.all.map(\.word))
    }
  }

  private func time(_ text: String) throws -> Double {
    guard let time = Double(text), time.isFinite, time >= 0 else { throw CommandError.notATime(text) }
    return time
  }

  private func choice<Value>(_ text: String, of values: [Value], name: (Value) -> String) throws -> Value {
    let wanted = text.lowercased()
    if let exact = values.first(where: { name($0).lowercased() == wanted }) { return exact }
    let begun = values.filter { name($0).lowercased().hasPrefix(wanted) }
    guard begun.count == 1, !wanted.isEmpty else { throw CommandError.noSuch(text, known: values.map(name)) }
    return begun[0]
  }
}
