import Foundation

/// The case being read, in a file: a case that ends the program can be found in it.
struct CaseNote {
  struct Failure: Error { var path: String }

  private let file: Int32

  init(path: String) throws(Failure) {
    file = open(path, O_RDWR | O_CREAT, 0o600)
    guard file >= 0 else { throw Failure(path: path) }
  }

  func write(target: Int, number: Int) {
    var note = [Int64(target), Int64(number)]
    _ = pwrite(file, &note, 16, 0)
  }

  /// `nil` before the first case.
  func read() -> (target: Int, number: Int)? {
    var note: [Int64] = [0, 0]
    return pread(file, &note, 16, 0) == 16 ? (Int(note[0]), Int(note[1])) : nil
  }
}
