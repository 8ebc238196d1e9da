/// Times a piece of work over several runs.
struct Stopwatch {
  /// The median of the runs, in seconds, after one that does not count.
  static func median(runs: Int = 15, _ work: () async throws -> Void) async rethrows -> Double {
    let clock = ContinuousClock()
    try await work()
    var seconds: [Double] = []
    for _ in 0..<runs {
      let start = clock.now
      try await work()
      let (whole, fraction) = (clock.now - start).components
      seconds.append(Double(whole) + Double(fraction) / 1e18)
    }
    return seconds.sorted()[runs / 2]
  }
}
