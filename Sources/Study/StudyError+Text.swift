import CohortModel
import PrintableText

extension StudyError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noSuchFile(let path), .isDirectory(let path), .isDevice(let path), .notPermitted(let path),
      .unreadable(let path, _), .notWritable(let path, _), .tooLarge(let path, _), .damaged(let path, _),
      .cancelled(let path), .statement(let path, _, _, _), .unanswered(let path, _), .format(let path, _):
      "\(path.onOneLine): \(message)"
    default:
      "\((place.map(\.description) ?? "").onOneLine): \(message)"
    }
  }

  /// Where in the file it is; `nil` where the file could not be read at all.
  package var place: Place? {
    switch self {
    case .noSuchFile, .isDirectory, .isDevice, .notPermitted, .unreadable, .notWritable, .tooLarge, .damaged,
      .cancelled, .statement, .unanswered, .format:
      nil
    case .empty(let place), .utf16(let place), .binary(let place), .unsupported(let place, _),
      .headerOnly(let place), .tooManyColumns(let place, _, _),
      .unnamedColumn(let place, _), .repeatedName(let place, _, _, _), .raggedRow(let place, _, _),
      .unclosedQuote(let place), .strayQuote(let place, _), .syntax(let place, _),
      .missingKey(let place, _, _), .wrongValue(let place, _, _, _), .unknownName(let place, _, _, _),
      .expression(let place, _), .landmarkAlone(let place):
      place
    }
  }

  /// What is wrong, on one line.
  package var message: String {
    switch self {
    case .noSuchFile: "there is no such file"
    case .isDirectory: "this is a directory; expected a table (.csv, .tsv) or a study file (.toml)"
    case .isDevice: "this is a device; expected a file or a pipe"
    case .tooLarge(_, let most): "this is larger than \(Self.size(most)), the most that is read"
    case .damaged(_, let reason): "the file is damaged: \(reason)"
    case .cancelled: "reading was stopped"
    case .notPermitted: "no permission to read this file"
    case .unreadable(_, let reason): "cannot be read: \(reason.onOneLine)"
    case .notWritable(_, let reason): "cannot be written: \(reason.onOneLine)"
    case .empty: "the file is empty; expected a header line and a line for each patient"
    case .utf16: "the file is UTF-16 text; save it as UTF-8 (in Excel: “CSV UTF-8”)"
    case .unsupported(_, let format): format.refusal
    case .binary: "there is a NUL byte: the file is not text; save the table as CSV"
    case .tooManyColumns(_, let number, let most): "there are \(number) columns; at most \(most) are read"
    case .headerOnly: "there is a header but no patient"
    case .unnamedColumn(_, let number):
      "column \(number) has no name; expected one (from R, write with row.names = FALSE)"
    case .repeatedName(_, let name, let first, let second):
      "columns \(first) and \(second) are both called \(name.quoted); expected a name of its own for each"
    case .raggedRow(_, let fields, let expected):
      "this row has \(count(fields, "value")) where the header has \(expected)"
    case .unclosedQuote: "the quote that opens here is never closed"
    case .strayQuote(_, let field):
      "a quote inside \(field.quoted); expected the whole value in quotes, and quotes in it doubled"
    case .format(_, let error): error.message
    case .syntax(_, let message): message.onOneLine
    case .missingKey(_, let key, let expected): "\(key) is missing; expected \(expected)"
    case .wrongValue(_, let key, let value, let expected):
      "\(key) is \(value.quoted); expected \(expected)"
    case .unknownName(_, let kind, let name, let nearest):
      "there is no \(kind) called \(name.quoted)" + (nearest.map { "; did you mean \($0.quoted)?" } ?? "")
    case .expression(_, let error): "\(error)".onOneLine
    case .landmarkAlone:
      "landmark now means a landmark analysis (patients still event-free then, clock restarted); the time at "
        + "which curves are read is called at; a landmark analysis says both"
    case .statement(_, let option, let value, let expected):
      "\(option) is \(value.quoted); expected \(expected)"
    case .unanswered(_, let question): question.onOneLine
    }
  }
}

extension StudyError {
  /// A number of bytes in the largest binary unit that gives a whole number.
  private static func size(_ bytes: Int) -> String {
    var (number, units) = (bytes, ["bytes", "KiB", "MiB", "GiB"][...])
    while number >= 1024, number % 1024 == 0, units.count > 1 {
      (number, units) = (number / 1024, units.dropFirst())
    }
    return "\(number) \(units.first ?? "bytes")"
  }
}

/// A count with its noun: `1 value`, `2 values`.
func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

extension String {
  /// The text in quotes, on one line and cut where it is long.
  var quoted: String { "“\(shortened)”" }

  /// The text on one line, cut where it is long.
  var shortened: String {
    // Cut first: of a long text only the beginning has to be made printable.
    let shown = String(prefix(61)).onOneLine
    return shown.count > 60 ? shown.prefix(57) + "…" : shown
  }
}
