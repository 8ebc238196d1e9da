/// The distribution of the sum of whole-number scores of rows drawn without replacement, all draws being equally likely.
///
/// - SeeAlso: Streitberg & Röhmel (1986), Statistical Software Newsletter 12: 10–17.
struct ScoreSumDistribution {
  private let width: Int
  private var probabilities: [Double]

  /// - Complexity: O(*n* · `most` · Σ scores) for *n* rows.
  init(_ scores: [Int], upTo most: Int) {
    let width = scores.reduce(0, +) + 1
    self.width = width
    probabilities = [Double](repeating: 0, count: (most + 1) * width)
    probabilities[0] = 1
    // Counts of draws first: each score joins every draw made so far of one row less.
    probabilities.withUnsafeMutableBufferPointer { ways in
      var (reached, drawn) = (0, 0)
      for score in scores {
        (reached, drawn) = (reached + score, drawn + 1)
        for count in stride(from: min(most, drawn), through: 1, by: -1) {
          let (into, from) = (count * width, (count - 1) * width - score)
          for sum in score...reached { ways[into + sum] += ways[from + sum] }
        }
      }
      for count in 0...most {
        let row = count * width..<(count + 1) * width
        let all = ways[row].reduce(0, +)
        for index in row { ways[index] /= all }
      }
    }
  }

  /// The probability of each sum of so many rows, from 0 on.
  subscript(count: Int) -> ArraySlice<Double> { probabilities[count * width..<(count + 1) * width] }
}
