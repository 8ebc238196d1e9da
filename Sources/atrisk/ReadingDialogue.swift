import CohortEngine
import CohortModel
import Foundation
import PrintableText
import Study

/// Asks about a table in plain lines before the dashboard opens: a question, its choices by number, the best guess first.
///
/// What the choices are and what each of them means comes from the reading; here they are only shown.  The counts are
/// shown before they are taken, and the answers are kept in a study file, so that they are not asked again.
struct ReadingDialogue {
  let path: String
  /// The table in place of the one that a study file names.
  let table: String?
  let options: ReadingOptions
  /// The width of the terminal, less a margin.
  private var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 78 }
    return min(100, Int(size.ws_col) - 2)
  }

  /// The study after all questions are answered.
  ///
  /// - Throws: ``Failure`` where the user leaves.
  func answered(_ first: Study) throws -> Study {
    var (study, earlier) = (first, [Study]())
    say("\(first.title.onOneLine), \(counted(first)): something in it can be read in more than one way.")
    while true {
      guard study.reading.verdict == .asks, let question = study.reading.question else {
        guard study.reading.verdict == .opens else { throw left(study) }
        guard try confirms(study) else {
          (study, earlier) = (first, [])
          continue
        }
        keep(study)
        return study
      }
      switch try answer(to: question, canGoBack: !earlier.isEmpty) {
      case .choice(let number):
        do {
          let next = try Study.open(
            path: path, table: table, stated: question.choices[number].stated, options: options)
          earlier.append(study)
          study = next
        } catch {
          say("\(error)")
        }
      case .back: if let last = earlier.popLast() { study = last }
      }
    }
  }

  private enum Answer {
    case choice(Int)
    case back
  }

  private func answer(to question: ReadingQuestion, canGoBack: Bool) throws -> Answer {
    say("")
    say(question.reason)
    say(question.text)
    for (index, choice) in question.choices.enumerated() {
      let number = String(index + 1)
      say(choice.text, after: String(repeating: " ", count: max(0, 4 - number.count)) + number + "  ")
    }
    let last = question.choices.count
    while true {
      ask("1–\(last) (Enter: 1\(canGoBack ? ", b: back" : ""), q: leave) ")
      guard let line = readLine()?.trimmingCharacters(in: .whitespaces).lowercased(), line != "q" else {
        throw Failure.data("\(path): nothing was answered; \(question.options) says it without asking")
      }
      if line.isEmpty { return .choice(0) }
      if line == "b", canGoBack { return .back }
      if let number = Int(line), (1...last).contains(number) { return .choice(number - 1) }
      say("Expected a number from 1 to \(last).")
    }
  }

  private func confirms(_ study: Study) throws -> Bool {
    say("")
    say("\(counted(study)):")
    for (endpoint, origin) in zip(study.cohort.endpoints, study.endpointOrigins) {
      let causes = endpoint.causes.enumerated().map { index, cause in
        "\(endpoint.status.count { Int($0) == index + 1 }) \(cause)"
      }
      let censored = endpoint.status.count { $0 == EndpointColumn.censored }
      let unusable = origin.unusableCount > 0 ? ", \(origin.unusableCount) left out" : ""
      let unit = endpoint.scale.unit.map { " (\($0.rawValue))" } ?? ""
      let counts = "\(causes.joined(separator: ", ")), \(censored) censored\(unusable)"
      say("\(endpoint.label): \(counts), by \(origin.columns.joined(separator: ", "))\(unit)", after: "    ")
    }
    while true {
      ask("Enter: take it, s: start again, q: leave ")
      guard let line = readLine()?.trimmingCharacters(in: .whitespaces).lowercased(), line != "q" else {
        throw Failure.data("\(path): nothing was taken")
      }
      if line.isEmpty { return true }
      if line == "s" { return false }
      say("Expected Enter, s or q.")
    }
  }

  private func keep(_ study: Study) {
    do {
      say("Kept in \(try ReadingFile.write(study)); it is not asked again.")
    } catch {
      say("Not kept: \(error)")
    }
  }

  private func counted(_ study: Study) -> String {
    let (patients, rows) = (study.cohort.rowCount, study.reading.rowCount)
    return patients == rows ? "\(rows) rows" : "\(patients) patients in \(rows) rows"
  }

  private func left(_ study: Study) -> Failure {
    .data("\(StudyError.unanswered(path: path, question: study.reading.sentence))")
  }

  /// Prints a line, broken at blanks under its own beginning.
  private func say(_ line: String, after start: String = "") {
    var shown = start
    for word in line.onOneLine.split(separator: " ") {
      let isFirst = shown.allSatisfy { $0 == " " } || shown == start
      if !isFirst, shown.count + 1 + word.count > width {
        print(shown)
        shown = String(repeating: " ", count: start.count) + word
      } else {
        shown += isFirst ? String(word) : " " + word
      }
    }
    print(shown)
  }

  private func ask(_ line: String) {
    print(line.onOneLine, terminator: "")
    fflush(nil)
  }
}
