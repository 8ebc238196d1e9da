/// An ending with one line for standard error.
struct Failure: Error {
  var message: String
  var status: Int32

  /// The data cannot be used.
  static func data(_ message: String) -> Failure { Failure(message: message, status: 1) }
  /// The command line asks for what is not there.
  static func usage(_ message: String) -> Failure { Failure(message: message, status: 2) }
}
