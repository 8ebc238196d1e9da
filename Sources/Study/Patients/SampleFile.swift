import Foundation

/// The two clinical files of a cBioPortal study: patients with their follow-up, and samples with what was found in them.
enum SampleFile {
  private static let patients = "data_clinical_patient"
  private static let samples = "data_clinical_sample"

  /// A patient file's table with the columns of the sample file beside it.
  ///
  /// Of a patient with several samples only what all of them share is taken; patients stay the rows.
  static func joined(_ table: Table) -> Table {
    guard let path = sibling(of: table.path, from: patients, to: samples),
      let source = (try? FileBytes.read(path)).flatMap({ try? SourceText(path: path, contents: $0) }),
      let other = try? TableReader(source).table(),
      let key = other.column(named: "PATIENT_ID"), let own = table.column(named: "PATIENT_ID")
    else { return table }
    return table.joining(other, on: own, key)
  }

  /// The patient file beside a table of samples.
  static func patientFile(beside path: String) -> String? { sibling(of: path, from: samples, to: patients) }

  private static func sibling(of path: String, from: String, to: String) -> String? {
    let url = URL(fileURLWithPath: path)
    guard url.lastPathComponent.hasPrefix(from) else { return nil }
    let name = to + url.lastPathComponent.dropFirst(from.count)
    let beside = url.deletingLastPathComponent().appendingPathComponent(name).path
    return FileBytes.isRegular(beside) ? beside : nil
  }
}

extension Table {
  /// The table with the columns of another whose rows belong to its own by a key.
  ///
  /// - Complexity: O(rows of both × columns).
  fileprivate func joining(_ other: Table, on own: Int, _ key: Int) -> Table {
    var rows: [String: [Int]] = [:]
    for (row, code) in other.columns[key].codes.enumerated() {
      rows[other.columns[key].text(Int(code)), default: []].append(row)
    }
    let keys = (0..<columns[own].distinctCount).map { rows[columns[own].text($0)] ?? [] }
    var added: [(Int, CodedColumn)] = []
    var differing: [String] = []
    for index in other.names.indices where index != key && column(named: other.names[index]) == nil {
      let column = other.columns[index]
      var differs = false
      let shared = keys.map { rows -> Int in
        let codes = Set(rows.map { column.codes[$0] })
        if codes.count > 1 { differs = true }
        return codes.count == 1 ? rows[0] : -1
      }
      if differs { differing.append(other.names[index]) }
      added.append((index, column.picking(rows: columns[own].codes.map { shared[Int($0)] })))
    }
    guard !added.isEmpty else { return self }
    let file = other.path.split(separator: "/").last.map(String.init) ?? other.path
    var joined = self
    joined = Table(
      path: path, names: names + added.map { other.names[$0.0] }, columns: columns + added.map(\.1),
      lines: lines,
      delimiter: delimiter, encoding: encoding, annotations: annotations(with: other, added.map(\.0)),
      blankLines: blankLines, findings: findings)
    joined.findings.append(
      Finding(.note, message: "\(count(added.count, "column")) of \(file) joined by \(names[own])"))
    if !differing.isEmpty {
      let message = "differs between the samples of a patient, and is missing there"
      joined.findings.append(Finding(.note, column: differing.joined(separator: ", "), message: message))
    }
    return joined
  }

  private func annotations(with other: Table, _ added: [Int]) -> [ColumnAnnotation] {
    guard !annotations.isEmpty || !other.annotations.isEmpty else { return [] }
    let own = annotations.isEmpty ? names.map { _ in ColumnAnnotation() } : annotations
    return own + added.map { other.annotations.isEmpty ? ColumnAnnotation() : other.annotations[$0] }
  }
}
