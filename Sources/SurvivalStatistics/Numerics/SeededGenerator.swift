/// A source of random numbers that repeats itself: the same seed gives the same sequence on every machine.
///
/// For permutation tests whose answer must not change between two looks at the same data.
///
/// ```swift
/// var generator = SeededGenerator(seed: 7)
/// print([1, 2, 3, 4, 5].shuffled(using: &generator))
/// // [2, 1, 5, 3, 4]
/// ```
///
/// - SeeAlso: Steele, Lea & Flood (2014), OOPSLA: 453–472 (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts a sequence.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
