import Analysis
import Report
import TerminalGrid

/// A patient's card in lines: how each endpoint reads the patient, what was found about the row, then all values.
package struct PlacedCard: Sendable {
  enum Line: Sendable {
    case heading(String)
    case blank
    case warning(String)
    case pairs([Pair])
  }

  struct Pair: Sendable {
    var label: String
    var value: String
    var isUnknown = false
  }

  /// The place in the file, counted from 0.
  let number: Int
  let title: String
  let lines: [Line]
  /// The columns of a label, and of a label with its value.
  let labelWidth: Int
  let pairWidth: Int

  init(_ report: PatientCardReport, findings: [String], width: Int, charset: Charset) {
    number = report.card.number
    title = charset.spelled(report.name)
    let values = report.values.map {
      Pair(label: charset.spelled($0.label), value: charset.spelled($0.value), isUnknown: $0.isUnknown)
    }
    // Two patients' worth of columns are one patient's in half the lines.
    let count = width >= 100 ? 2 : 1
    pairWidth = (width - 2 * (count - 1)) / count
    labelWidth = min((values.map(\.label.columns).max() ?? 0) + 2, pairWidth * 3 / 5)
    var lines: [Line] = [.heading("How the endpoints read this patient")]
    lines += report.readings.map { .pairs([Pair(label: $0.endpoint, value: charset.spelled($0.text))]) }
    lines += [.blank, .heading("Findings")]
    let said = findings.filter { !report.isHidden($0) }
    lines += said.map { .warning(charset.spelled($0)) }
    if said.count < findings.count {
      lines.append(.warning("\(findings.count - said.count) that name the patient"))
    }
    if findings.isEmpty { lines.append(.pairs([Pair(label: "nothing unusual in this row", value: "")])) }
    lines += [.blank, .heading("\(values.count) values")]
    let half = (values.count + count - 1) / count
    lines += (0..<half).map { row in
      .pairs(
        (0..<count).compactMap { values.indices.contains($0 * half + row) ? values[$0 * half + row] : nil })
    }
    self.lines = lines
  }
}
