/// The AND of all filters, and of all but any one of them, from prefix and suffix ANDs: O(filters · words) together.
struct Selections: Sendable {
  /// `prefixes[i]` is the AND of the first *i* filters.
  private let prefixes: [Bitmap]
  /// `suffixes[i]` is the AND of the filters from *i* on.
  private let suffixes: [Bitmap]

  init(_ filters: [Bitmap], rowCount: Int) {
    let everybody = Bitmap(rowCount: rowCount, filled: true)
    prefixes = filters.reduce(into: [everybody]) { $0.append($0[$0.count - 1].intersection($1)) }
    let backwards = filters.reversed().reduce(into: [everybody]) {
      $0.append($0[$0.count - 1].intersection($1))
    }
    suffixes = backwards.reversed()
  }

  /// Rows that all filters let through.
  var all: Bitmap { prefixes[prefixes.count - 1] }

  /// Rows that all filters but one let through.
  func leavingOut(_ filter: Int?) -> Bitmap {
    guard let filter else { return all }
    return prefixes[filter].intersection(suffixes[filter + 1])
  }

  /// Rows left after each filter in turn, everybody first.
  var flow: [Int] { prefixes.map(\.count) }
}
