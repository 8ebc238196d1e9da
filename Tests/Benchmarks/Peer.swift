import CohortEngine
import CohortModel
import Foundation

/// The same questions put to R, where it is installed: it times its own work and prints the seconds.
enum Peer {
  /// Survival by phase with test and risk table of those aged 4 to 40, as a statistician's script computes them.
  static let script = """
    suppressMessages(library(survival)); d <- read.csv(commandArgs(TRUE)[1])
    once <- function() { s <- d[d$age >= 4 & d$age <= 40, ]
      f <- survfit(Surv(time, status > 0) ~ phase, s, conf.type = "log-log")
      t <- survdiff(Surv(time, status > 0) ~ phase, s)
      r <- summary(f, times = seq(0, 3600, 365), extend = TRUE); c(length(f$time), t$chisq, length(r$time)) }
    invisible(once()); cat(median(replicate(5, system.time(once())[["elapsed"]])), "\\n")
    """

  /// Survival by phase, sex, donor, residual disease and age together.
  static let regression = """
    suppressMessages(library(survival)); d <- read.csv(commandArgs(TRUE)[1])
    d$phase <- factor(d$phase); d$donor <- factor(d$donor)
    once <- function() coxph(Surv(time, status > 0) ~ phase + sex + donor + mrd + age, d)
    invisible(once()); cat(median(replicate(5, system.time(once())[["elapsed"]])), "\\n")
    """

  /// Seconds, or `nil` without R.
  static func seconds(_ cohort: Cohort, script: String = script) throws -> Double? {
    var names: [String] = []
    var columns: [[String]] = []
    for variable in cohort.variables {
      names.append(variable.variable.name)
      switch variable.values {
      case .levels(let levels): columns.append(levels.codes.map { "\($0)" })
      case .numbers(let numbers): columns.append(numbers.values.map { "\($0)" })
      default: return nil
      }
    }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "atrisk-bench-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let endpoint = cohort.endpoints[0]
    var lines = [(["time", "status"] + names).joined(separator: ",")]
    for row in 0..<cohort.rowCount {
      let outcome = ["\(endpoint.times[row])", "\(endpoint.status[row])"]
      lines.append((outcome + columns.map { $0[row] }).joined(separator: ","))
    }
    try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["Rscript", "-e", script, file.path]
    let output = Pipe()
    (process.standardOutput, process.standardError) = (output, FileHandle.nullDevice)
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus == 0 ? Double(text.trimmingCharacters(in: .whitespacesAndNewlines)) : nil
  }
}
