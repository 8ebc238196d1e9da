/// Where the header and the rows of a table are, which not every program writes first and next.
struct TableLayout {
  let delimiter: Delimiter
  /// The names as they are written, and where.
  let header: RecordSample.Record
  /// Where the first row is, or an empty line before it.
  let rows: (position: Int, line: Int)
  /// Whether the first value of each row is a name for which the header has none, as R writes it.
  var namesRows = false
  /// What a row of units under the header says of each column; empty where there is none.
  var units: [String?] = []
  var findings: [Finding] = []

  /// Finds the delimiter that splits the first records into the most fields of which all have equally many, and the
  /// header.
  ///
  /// A delimiter counts only where it stands in the header. With `;` a comma is a decimal comma, and as such rarely
  /// stands in a header. A table of one column has no delimiter: then it is a comma.
  ///
  /// - Parameters:
  ///   - position: where to begin, on which line.
  ///   - isVerbatim: whether the first record is the header, and every other one a row.
  init?(_ text: UnsafeBufferPointer<UInt8>, from position: Int, line: Int, isVerbatim: Bool) {
    var start = (position: position, line: line)
    var (candidates, findings) = (Delimiter.sniffed, [Finding]())
    if !isVerbatim, position == 0, let stated = Delimiter(statedIn: text) {
      candidates = [stated]
      // The line itself, read as one of a table without that delimiter.
      let first = RecordSample(text, from: 0, line: 1, delimiter: stated == .bar ? .comma : .bar)
      start = first.nexts.first ?? start
      findings = [Finding(.note, lines: [1], message: "this line names the separator, \(stated.name)")]
    }
    var best: (sample: RecordSample, header: Int, agreeing: Double, width: Int)?
    for delimiter in candidates {
      let sample = RecordSample(text, from: start.position, line: start.line, delimiter: delimiter)
      guard !sample.records.isEmpty else { continue }
      let header = isVerbatim ? 0 : Self.header(sample.records)
      let width = sample.records[header].cells.count
      guard best == nil || width > 1 else { continue }
      let agreeing = width > 1 ? Self.agreement(sample.records[header...]) : 0
      if agreeing > best?.agreeing ?? -1 || (agreeing == best?.agreeing && width > best?.width ?? 0) {
        best = (sample, header, agreeing, width)
      }
    }
    if !isVerbatim, candidates.count > 1, best?.width ?? 1 == 1 {
      // Words with blanks between them may be anything; rows of equally many are a table.
      let sample = RecordSample(text, from: start.position, line: start.line, delimiter: .blank)
      if let width = sample.records.first?.cells.count, width > 1, sample.records.count > 2,
        Self.agreement(sample.records[...]) == 1
      {
        best = (sample, 0, 1, width)
        findings.append(Finding(.note, message: "values are separated by blanks"))
      }
    }
    guard let best else { return nil }
    delimiter = best.sample.delimiter
    header = best.sample.records[best.header]
    var rows = best.sample.nexts[best.header]
    if !isVerbatim {
      findings += Self.titles(start.line..<header.line)
      let below = Array(best.sample.records[(best.header + 1)...])
      if Self.isOrange(header, below, delimiter) {
        rows = best.sample.nexts[best.header + 2]
        findings.append(
          Finding(
            .note, lines: below[..<2].map(\.line),
            message: "the types and flags that Orange writes under the header are no rows"))
      } else if let units = UnitRow(below, width: header.cells.count) {
        rows = best.sample.nexts[best.header + 1]
        self.units = units.units
        findings.append(
          Finding(.note, lines: [below[0].line], message: "the line under the header holds units"))
      }
      namesRows = Self.namesRows(header, below)
    }
    (self.rows, self.findings) = (rows, findings)
  }

  /// The share of records with as many fields as the first, or with one more if all others have that.
  private static func agreement(_ records: ArraySlice<RecordSample.Record>) -> Double {
    guard let header = records.first else { return 0 }
    let equal = records.count { $0.cells.count == header.cells.count }
    let isShort =
      records.count > 2 && records.dropFirst().allSatisfy { $0.cells.count == header.cells.count + 1 }
    return isShort ? 1 : Double(equal) / Double(records.count)
  }

  /// Which record is the header: the first, unless it holds a single value, as a title does, and one soon after it
  /// reads like a header of what follows.
  private static func header(_ records: [RecordSample.Record]) -> Int {
    guard let index = records.prefix(20).firstIndex(where: { $0.valueCount > 1 }), index > 0 else { return 0 }
    let (cells, below) = (records[index].cells, records[(index + 1)...])
    let names = cells.filter { !$0.isEmpty }
    guard (cells.count - names.count) * 10 <= cells.count, Set(names).count == names.count,
      !names.contains(where: { WrittenNumber($0) != nil || DateText($0) != nil })
    else { return 0 }
    // All rows but a few agree with it; titles do not.
    let agreeing = below.count { $0.cells.count == cells.count || $0.cells.count == cells.count + 1 }
    return !below.isEmpty && agreeing * 10 >= below.count * 9 ? index : 0
  }

  private static func titles(_ lines: Range<Int>) -> [Finding] {
    guard !lines.isEmpty else { return [] }
    return [
      Finding(.note, lines: Array(lines), message: "what stands above the header is no part of the table")
    ]
  }

  /// Whether every row has one value more than the header has names, of which the first is like no other.
  ///
  /// So R writes row names. A separator after the last value of every row looks the same, but nothing follows it.
  private static func namesRows(_ header: RecordSample.Record, _ rows: [RecordSample.Record]) -> Bool {
    let width = header.cells.count + 1
    guard header.cells.count > 1, rows.count > 1, rows.allSatisfy({ $0.cells.count == width }) else {
      return false
    }
    return !rows.allSatisfy { $0.cells[width - 1].isEmpty }
      && Set(rows.map { $0.cells[0] }).count == rows.count
      && header.valueCount == header.cells.count
  }

  /// Whether two rows of types and flags are under the header, as in Orange's own tables.
  private static func isOrange(
    _ header: RecordSample.Record, _ rows: [RecordSample.Record], _ delimiter: Delimiter
  ) -> Bool {
    guard delimiter == .tab, rows.count >= 2, rows[0].cells.count == header.cells.count,
      rows[1].cells.count == header.cells.count
    else { return false }
    let types: Set<String> = ["continuous", "c", "discrete", "d", "string", "s", "time", "t", "basket", "b"]
    let flags: Set<String> = ["class", "meta", "ignore", "weight", "instance", "c", "m", "i", "w"]
    let isType = rows[0].cells.allSatisfy {
      types.contains($0.lowercased()) || $0.contains(" ") || $0.isEmpty
    }
    return isType && rows[0].cells.contains { types.contains($0.lowercased()) }
      && rows[1].cells.allSatisfy { cell in
        cell.split(separator: " ").allSatisfy {
          flags.contains($0.lowercased()) || $0.contains("=") || $0 == "-dc"
        }
      }
  }
}
