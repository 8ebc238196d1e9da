import CReadStat

/// Takes what ReadStat finds in a file.
final class DictionaryCollector {
  private(set) var variables: [DictionaryVariable] = []
  /// The labels of codes, by the key that variables name them with.
  private(set) var labels: [String: [DictionaryVariable.Value: String]] = [:]
  /// The name of the variable by which the rows are weighted.
  private(set) var weight: String?
  /// Why we stopped the parser.
  private(set) var failure: FormatError?
  /// Whether some text was no UTF-8.
  private(set) var holdsOtherText = false
  /// Whether the file has to be parsed with its character set under another name.
  private(set) var needsAlias = false

  private let format: StatisticsFormat
  private let isAliased: Bool
  private var isUTF8 = false
  private var version: Int32 = 0
  private var cells = 0
  /// The place in ``variables`` of each of ReadStat's indices.
  private var places: [Int32: Int] = [:]

  init(_ format: StatisticsFormat, isAliased: Bool) { (self.format, self.isAliased) = (format, isAliased) }

  func attach(to parser: UnsafeMutablePointer<readstat_parser_t>) {
    readstat_set_metadata_handler(parser) { DictionaryCollector.from($1)?.take(metadata: $0) ?? 1 }
    readstat_set_variable_handler(parser) {
      DictionaryCollector.from($3)?.take(variable: $1, labels: $2) ?? 1
    }
    readstat_set_fweight_handler(parser) { DictionaryCollector.from($1)?.take(weight: $0) ?? 1 }
    readstat_set_value_handler(parser) { DictionaryCollector.from($3)?.take(row: $0, $1, $2) ?? 1 }
    readstat_set_value_label_handler(parser) {
      DictionaryCollector.from($3)?.take(label: $2, of: $1, in: $0) ?? 1
    }
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> DictionaryCollector? {
    context.map { Unmanaged<DictionaryCollector>.fromOpaque($0).takeUnretainedValue() }
  }

  private func stop(_ error: FormatError) -> Int32 {
    if failure == nil { failure = error }
    return 1
  }

  private func take(metadata: UnsafeMutablePointer<readstat_metadata_t>?) -> Int32 {
    let columns = Int(readstat_get_var_count(metadata))
    // A file that does not say how many rows it has is counted as it is read.
    let rows = max(0, Int(readstat_get_row_count(metadata)))
    version = readstat_get_file_format_version(metadata)
    isUTF8 = DictionaryVariable.text(readstat_get_file_encoding(metadata)) == "UTF-8"
    let (cells, overflow) = max(1, columns).multipliedReportingOverflow(by: rows)
    guard !overflow, cells <= Table.mostCells, columns <= Table.mostColumns else {
      return stop(
        .tooLarge(format: format.name, reason: Table.tooManyCells(rows: rows, columns: columns)))
    }
    return 0
  }

  private func take(
    variable: UnsafeMutablePointer<readstat_variable_t>?, labels: UnsafePointer<CChar>?
  ) -> Int32 {
    guard let variable else { return 1 }
    // ReadStat 1.1.8 counts wrongly where a long UTF-8 text holds zeros; under another name it takes them as they are.
    if format == .spss, isUTF8, !isAliased, readstat_variable_get_storage_width(variable) > 255 {
      needsAlias = true
      return 1
    }
    // ReadStat 1.1.8 finds none of the long texts of this version, and says nothing; it gives their width as zero.
    if format == .stata, version >= 119, readstat_variable_get_storage_width(variable) == 0 {
      return stop(
        .damaged(
          format: format.name,
          reason: "its version 119 holds long texts (strL); save it with fewer than 32,768 variables"))
    }
    guard variables.count < Table.mostColumns else {
      return stop(
        .tooLarge(format: format.name, reason: Table.tooManyCells(rows: 0, columns: variables.count + 1)))
    }
    let set =
      format == .sas || format == .sasTransport ? nil : DictionaryVariable.text(labels, most: longestLabelSet)
    places[readstat_variable_get_index(variable)] = variables.count
    variables.append(DictionaryVariable(variable, labelSet: set, format: format))
    return 0
  }

  /// ReadStat 1.1.8 gives the name of a set of labels as it stands in a file of Stata, of which no zero ends the last.
  private var longestLabelSet: Int {
    guard format == .stata else { return .max }
    return version < 110 ? 9 : version < 118 ? 33 : 129
  }

  private func take(weight variable: UnsafeMutablePointer<readstat_variable_t>?) -> Int32 {
    weight = DictionaryVariable.text(variable.flatMap { readstat_variable_get_name($0) })
    return 0
  }

  private func take(
    row: Int32, _ variable: UnsafeMutablePointer<readstat_variable_t>?, _ value: readstat_value_t
  ) -> Int32 {
    guard let variable, let place = places[readstat_variable_get_index(variable)],
      variables[place].values.codes.count == Int(row)
    else { return stop(.damaged(format: format.name, reason: "its values are out of order")) }
    cells += 1
    guard cells <= Table.mostCells else {
      return stop(
        .tooLarge(
          format: format.name, reason: Table.tooManyCells(rows: Int(row) + 1, columns: variables.count)))
    }
    if !variables[place].append(value) { holdsOtherText = true }
    return 0
  }

  private func take(
    label: UnsafePointer<CChar>?, of value: readstat_value_t, in set: UnsafePointer<CChar>?
  ) -> Int32 {
    guard let set = DictionaryVariable.text(set), let text = DictionaryVariable.text(label) else { return 0 }
    let code: DictionaryVariable.Value
    if readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING {
      guard let key = readstat_string_value(value) else { return 0 }
      var written = String(cString: key)[...]
      while written.last == " " { written.removeLast() }
      code = .text(String(written))
    } else if readstat_value_is_tagged_missing(value) != 0 {
      code = .tagged(UInt8(bitPattern: readstat_value_tag(value)))
    } else {
      let number = readstat_double_value(value)
      code = number.isNaN ? .missing : .number(number == 0 ? 0 : number)
    }
    if code != .missing, labels[set]?[code] == nil { labels[set, default: [:]][code] = text }
    return 0
  }
}
