/// A reader of what comes from outside, for reading anything.
package protocol FuzzTarget: Sendable {
  /// The word for it on the command line.
  var name: String { get }
  /// Inputs to start from: good ones, then some that are odd.
  var seeds: [[UInt8]] { get }
  /// How many of the first are started from most of the time.
  var favoured: Int { get }
  /// Pieces of its language.
  var words: [String] { get }
  /// No input is longer.
  var longest: Int { get }

  /// Reads an input; whatever it holds, that ends in a value or an error that can be printed on one line.
  func read(_ input: [UInt8]) async throws(BrokenPromise)
}

extension FuzzTarget {
  package var favoured: Int { 2 }
}

/// What a reader did that it never does.
package struct BrokenPromise: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }
}

/// All readers.
package enum FuzzTargets {
  /// - Throws: where a study that the targets rest on cannot be read.
  package static func all() throws -> [any FuzzTarget] {
    [
      TableTarget(), FormatTarget(), StudyFileTarget(), ThemeTarget(), JobTarget(), try FilterTarget(),
      try CommandTarget(), try LogTarget(), KeyTarget(), try DashboardTarget(),
    ]
  }
}
