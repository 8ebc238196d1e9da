import ArgumentParser

/// `atrisk`: survival and competing risks of a cohort, in a terminal.
struct Atrisk: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "atrisk",
    abstract: "Browse a cohort: survival, competing risks, filters, risk tables, tests.",
    discussion: """
      Without a file it opens the bundled sample study, whose patients are invented. Where standard output is no \
      terminal, one frame is printed.
      """,
    version: Version.text,
    subcommands: [
      Open.self, Render.self, TableCommand.self, FigureCommand.self, Inspect.self, BatchRun.self,
    ],
    defaultSubcommand: Open.self)
}

/// What `--version` prints.
enum Version {
  static let text = "atrisk 0.1.0"
}
