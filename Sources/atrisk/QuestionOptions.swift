import ArgumentParser
import CohortEngine
import Dashboard
import Foundation
import Study
import TerminalGrid

/// The options that every way of looking at a study shares.
struct QuestionOptions: ParsableArguments {
  @Argument(
    help:
      ArgumentHelp(
        "A table (.csv, .tsv, .xlsx, .sav, .dta, .sas7bdat, .xpt, .arff, also .gz) or a study file (.toml), or - for"
          + " the standard input; without it, the bundled sample study."),
    completion: .file(extensions: [
      "csv", "tsv", "txt", "toml", "xlsx", "sav", "dta", "sas7bdat", "xpt", "arff", "gz",
    ]))
  var file: String?

  @Option(
    help: "A study file that says what the columns of the table mean.",
    completion: .file(extensions: ["toml"]))
  var study: String?

  @OptionGroup(title: "What the columns mean") var statements: ReadingStatements

  @Option(help: "The endpoint to show, by name or label.")
  var endpoint: String?

  @Option(
    help: "The variable that divides the patients; a number may be followed by its cuts: \"age_years 4 12\".")
  var by: String?

  @Option(name: .customLong("where"), help: "Who is selected: \"age >= 12 and phase in (CR2, CR3)\".")
  var condition: String?

  @Option(help: "The time at which estimates are read, in the unit shown.")
  var landmark: Double?

  @Option(help: "The colours: the name of a theme, or a theme file.")
  var theme: String?

  @Option(help: "Curves and lines in unicode or ascii; by default what the locale can show.")
  var charset: Charset?

  /// The dashboard that the options describe.
  func state(size: Size) throws -> DashboardState {
    let choice = ThemeChoice(named: theme)
    let (study, isAnswered) = try openStudy()
    var state = DashboardState(study: study, size: size, themes: choice.themes)
    state.isConfirmed = state.isConfirmed || isAnswered
    state.theme = choice.chosen
    state.options.charset = charset ?? Locale.charset
    do {
      if let endpoint { _ = state.update(.endpoint(try Asking.endpoint(endpoint, in: state.cohort))) }
      if let by { _ = state.update(.stratify(try Asking.stratification(by, in: state.cohort))) }
    } catch {
      throw Failure.usage("\(error)")
    }
    if let condition {
      do {
        _ = state.update(.add(try FilterExpression(parsing: condition, variables: state.cohort.variables)))
      } catch {
        throw Failure.usage("--where \(condition.truncated(to: 80)): \(error)")
      }
    }
    if let landmark {
      guard landmark >= 0, landmark.isFinite else {
        throw Failure.usage("--landmark \(landmark): expected a time from 0 on")
      }
      _ = state.update(.landmark(landmark))
    }
    // What was asked on the command line is where undo ends.
    state.history = History(state.question)
    if let warning = choice.warnings.first { state.message = .error(warning) }
    return state
  }

  /// The study, with nothing left to ask about it.
  private func openStudy() throws -> (Study, isAnswered: Bool) {
    let path = try study ?? file ?? BundledFiles.sampleStudy()
    let opened: Study
    var isAnswered = false
    do {
      let table = self.study == nil ? nil : file
      let read = try ReadingLine.during { progress throws(StudyError) in
        try Study.open(
          path: path, table: table, stated: statements.stated, options: statements.options, progress: progress
        )
      }
      let canAsk = read.reading.verdict == .asks && Locale.hasTerminal && path != "-"
      opened =
        canAsk
        ? try ReadingDialogue(path: path, table: table, options: statements.options).answered(read) : read
      isAnswered = canAsk
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure.data("\(error)")
    }
    guard opened.reading.verdict == .opens, !opened.cohort.endpoints.isEmpty else {
      throw Failure.data(
        "\(StudyError.unanswered(path: opened.tablePath, question: opened.reading.sentence))")
    }
    return (opened, isAnswered)
  }
}

extension Charset: ExpressibleByArgument {}
