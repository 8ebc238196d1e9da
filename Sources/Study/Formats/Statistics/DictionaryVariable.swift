import PrintableText
import CReadStat
import Foundation

/// A variable as the dictionary of a statistics file describes it, with its values as they are stored.
struct DictionaryVariable {
  let name: String
  let label: String?
  let format: ValueFormat
  let isText: Bool
  /// Whether its numbers are stored with the precision of `Float`.
  let isFloat: Bool
  /// Whether the file says that its values are names, or ranks; programs other than SPSS do not.
  let isNominal: Bool
  let isOrdinal: Bool
  /// The key of its labels, which may be shared with other variables.
  let labelSet: String?
  let declaredMissing: [MissingRange]
  /// How many bytes a value takes in the file.
  let storageWidth: Int
  /// The stored values: texts, or the bytes of a `Double`; one byte is the tag of a missing value, none a value that
  /// is simply missing.
  var values = CodedColumn(staysCoded: true)

  /// A value of an SPSS variable that its author declared missing, or a range of such values.
  enum MissingRange {
    case numbers(from: Double, through: Double)
    case texts(from: String, through: String)
  }

  enum Value: Hashable {
    case missing
    case tagged(UInt8)
    case number(Double)
    case text(String)
  }

  init(_ variable: UnsafePointer<readstat_variable_t>, labelSet: String?, format: StatisticsFormat) {
    name = Self.text(readstat_variable_get_name(variable))?.onOneLine ?? ""
    label = Self.text(readstat_variable_get_label(variable))
    let type = readstat_variable_get_type(variable)
    isText = readstat_type_class(type) == READSTAT_TYPE_CLASS_STRING
    isFloat = type == READSTAT_TYPE_FLOAT
    let measure = readstat_variable_get_measure(variable)
    isNominal = format == .spss && measure == READSTAT_MEASURE_NOMINAL
    isOrdinal = format == .spss && measure == READSTAT_MEASURE_ORDINAL
    self.labelSet = labelSet
    storageWidth = Int(clamping: readstat_variable_get_storage_width(variable))
    let written = Self.text(readstat_variable_get_format(variable)) ?? ""
    self.format = isText ? .plain : ValueFormat(written, of: format)
    let isText = isText
    declaredMissing = (0..<readstat_variable_get_missing_ranges_count(variable)).compactMap { index in
      let low = readstat_variable_get_missing_range_lo(variable, index)
      let high = readstat_variable_get_missing_range_hi(variable, index)
      guard isText else {
        return .numbers(from: readstat_double_value(low), through: readstat_double_value(high))
      }
      guard let from = Self.text(readstat_string_value(low)),
        let through = Self.text(readstat_string_value(high))
      else { return nil }
      return .texts(from: from, through: through)
    }
  }

  /// Adds the value of the next row.
  ///
  /// - Returns: whether it is text in UTF-8, or no text.
  mutating func append(_ value: readstat_value_t) -> Bool {
    if isText {
      guard let text = readstat_string_value(value) else {
        append([])
        return true
      }
      var length = strlen(text)
      while length > 0, text[length - 1] == 0x20 { length -= 1 }
      return text.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
        let field = UnsafeBufferPointer(start: bytes, count: length)
        let known = values.distinctCount
        values.append(field)
        return values.distinctCount == known || field.allSatisfy { $0 < 0x80 }
          || String(validating: field, as: UTF8.self) != nil
      }
    }
    if readstat_value_is_tagged_missing(value) != 0 {
      append([UInt8(bitPattern: readstat_value_tag(value))])
      return true
    }
    let number = readstat_double_value(value)
    if number.isNaN {
      append([])
    } else {
      // Minus zero is zero.
      var bits = (number == 0 ? 0 : number).bitPattern
      withUnsafeBytes(of: &bits) { values.append($0.assumingMemoryBound(to: UInt8.self)) }
    }
    return true
  }

  private mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { values.append($0) } }

  /// The distinct value with this code.
  func value(_ code: Int) -> Value {
    if isText {
      let text = values.text(code)
      return text.isEmpty ? .missing : .text(text)
    }
    return values.withText(code) { bytes in
      if bytes.count == 1 { return .tagged(bytes[0]) }
      guard bytes.count == 8 else { return .missing }
      return .number(Double(bitPattern: UnsafeRawBufferPointer(bytes).loadUnaligned(as: UInt64.self)))
    }
  }

  func isDeclaredMissing(_ value: Value) -> Bool {
    declaredMissing.contains { range in
      switch (range, value) {
      case (.numbers(let from, let through), .number(let number)): from <= number && number <= through
      case (.texts(let from, let through), .text(let text)):
        // SPSS compares bytes; Swift compares characters.
        !text.utf8.lexicographicallyPrecedes(from.utf8) && !through.utf8.lexicographicallyPrecedes(text.utf8)
      default: false
      }
    }
  }

  /// A text of the dictionary without the white space around it; `nil` where there is none.
  ///
  /// - Parameter length: how many bytes it has at most, where no zero may follow it.
  static func text(_ pointer: UnsafePointer<CChar>?, most length: Int = .max) -> String? {
    guard let pointer else { return nil }
    let bytes = UnsafeRawBufferPointer(start: pointer, count: strnlen(pointer, length))
    let text = String(decoding: bytes, as: UTF8.self).trimmingBlanks
    return text.isEmpty ? nil : text
  }
}
