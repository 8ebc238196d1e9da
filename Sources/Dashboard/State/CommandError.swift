/// Why a typed command was not carried out.
enum CommandError: Error, CustomStringConvertible {
  case noSuch(String, known: [String])
  case notATime(String)

  var description: String {
    switch self {
    case .noSuch(let word, let known): "“\(word)” is none of \(known.joined(separator: ", "))"
    case .notATime(let text): "“\(text)” is no time; expected a number from 0 on"
    }
  }
}
