import ArgumentParser
import CohortEngine
import CohortModel
import Foundation
import Session
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
    help:
      "The cause whose incidence is shown, of an endpoint with competing causes; all for each beside the other."
  )
  var cause: String?

  @Option(
    help:
      "one cause, all beside each other, or stacked with the event-free part; a composite is taken apart by what came first."
  )
  var causes: String?

  @Option(help: "A second factor, a panel for each of its values.")
  var panels: String?

  @Option(
    help: "The variable that divides the patients; a number may be followed by its cuts: \"age_years 4 12\".")
  var by: String?

  @Option(name: .customLong("where"), help: "Who is selected: \"age >= 12 and phase in (CR2, CR3)\".")
  var condition: String?

  @Option(help: "The time at which the curves are read: 24, in the unit shown, or 24mo, 730d, 2y.")
  var at: String?

  @Option(
    help:
      "A landmark analysis: only those event-free and under observation at this time, with the clock restarted."
  )
  var landmark: String?

  @Option(name: .customLong("censor-at"), help: "End everybody's follow-up at this time.")
  var censorAt: String?

  @Option(
    name: .customLong("known-later"),
    help: ArgumentHelp(
      "Arms and filters known only after time zero: refuse them, time-dependent (Simon–Makuch curves, Mantel–Byar"
        + " test), or override, which shows them under a banner."))
  var knownLater: String?

  @Option(help: "Show the curves up to this time; no number changes.")
  var until: String?

  @Option(help: "Show times in days, weeks, months or years.")
  var unit: String?

  @Option(help: "The scale of confidence intervals: log-log, log, plain, logit or arcsine.")
  var interval: String?

  @Option(help: "What enters the regressions: \"age_years per 10, disease_phase ref CR2, inotuzumab\".")
  var covariates: String?

  @Flag(help: "Firth's penalised ratios where a level has no event.")
  var firth = false

  @Option(help: "The colours: the name of a theme, or a theme file.")
  var theme: String?

  @Option(help: "Curves and lines in unicode or ascii; by default what the locale can show.")
  var charset: Display.Charset?

  @Option(
    help:
      "A log of commands, a line each, to carry out after the options, as render --log prints it: \"where age >= 12\", \"by inotuzumab\", \"at 24 months\".",
    completion: .file())
  var replay: String?

  /// The session that the options begin and the log goes on with.
  func session(in context: SessionContext) throws -> Session {
    guard let replay else { return Session(context) }
    do {
      let bytes = try FileBytes.read(replay, most: Self.longestLog)
      return try Session.replay(text: String(decoding: bytes, as: UTF8.self), in: context)
    } catch {
      throw Failure.data("\(replay): \(error)")
    }
  }

  /// More bytes than anybody's log has.
  private static let longestLog = 10_000_000

  /// What the options ask, in an order in which each finds what it needs: the unit before times are read in it.
  func commands(_ study: Study, theme: String, in context: SessionContext) throws -> [Command] {
    let asked: [(CommandWord, String?, option: String)] = [
      (.unit, unit, "unit"), (.endpoint, endpoint, "endpoint"), (.by, by, "by"), (.cause, cause, "cause"),
      (.causes, causes, "causes"), (.panels, panels, "panels"),
      (.narrow, condition, "where"), (.at, at, "at"), (.landmark, landmark, "landmark"),
      (.censorAt, censorAt, "censor-at"), (.knownLater, knownLater, "known-later"),
      (.until, until, "until"), (.interval, interval, "interval"), (.covariates, covariates, "covariates"),
      (.firth, firth ? "on" : nil, "firth"),
    ]
    var commands: [Command] = [.theme(theme), .charset(charset ?? Locale.charset)]
    if let landmark = study.landmark { commands.append(.landmark(landmark)) }
    if study.declarations.hidesIdentifiers { commands.append(.identifiers(false)) }
    var session = Session(context)
    do {
      for command in commands { session = try session.applying(command, in: context) }
    } catch {
      throw Failure.data("\(error)")
    }
    for (word, value, option) in asked {
      guard let value else { continue }
      do {
        let command = try Command(
          parsing: "\(word.rawValue) \(value)", in: context, unit: session.unit(in: context))
        session = try session.applying(command, in: context)
        commands.append(command)
      } catch {
        throw Failure.usage("--\(option) \(value.truncated(to: 80)): \(error)")
      }
    }
    return commands
  }

  /// The study, with nothing left to ask about it.
  func openStudy() throws -> (Study, isAnswered: Bool) {
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

extension Display.Charset: ExpressibleByArgument {}
