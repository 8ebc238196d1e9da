internal import PrintableText
package import Study

/// Why a job file cannot be answered at all: the first mistake in it, and where.
///
/// It prints as one line. A question that the data cannot answer is no such mistake: it has a record that says so.
package enum JobError: Error, Equatable, Sendable {
  /// The job file or its table cannot be read.
  case unreadable(StudyError)
  /// The path is that of a directory.
  case isDirectory(path: String)
  /// The file is no JSON.
  case syntax(Place, message: String)
  /// A value that should be another; `path` is its JSON path, such as `$.analyses[3].endpoint`.
  case mistake(file: String, path: String, message: String)
}

extension JobError: CustomStringConvertible {
  package var description: String { words.onOneLine }

  private var words: String {
    switch self {
    case .unreadable(let error): "\(error)"
    case .isDirectory(let path): "\(path): this is a directory; expected a job file (.json)"
    case .syntax(let place, let message): "\(place): \(message)"
    case .mistake(let file, let path, let message): "\(file): \(path): \(message)"
    }
  }
}
