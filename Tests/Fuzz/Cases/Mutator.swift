import SurvivalStatistics

/// Makes inputs from seeds: cut, doubled, nested, and with what parsers stumble over.
///
/// The same seed and number make the same input.
package struct Mutator {
  private let seeds: [[UInt8]]
  private let words: [[UInt8]]
  private let longest: Int
  private let favoured: Int
  private var generator = SeededGenerator(seed: 0)

  package init(_ target: some FuzzTarget) {
    (seeds, longest, favoured) = (target.seeds, target.longest, target.favoured)
    words = (target.words + Self.trouble).map { Array($0.utf8) } + Self.bytes
  }

  /// The input of a case: one of the seeds after a few changes; the first cases are the seeds themselves.
  package mutating func input(_ number: Int, seed: UInt64) -> [UInt8] {
    if seeds.indices.contains(number) { return seeds[number] }
    generator = SeededGenerator(seed: seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(number))
    var input = seeds.isEmpty ? [] : seeds[below(below(4) == 0 ? seeds.count : min(favoured, seeds.count))]
    // Mostly one or two changes, so that much of what is read makes sense.
    var changes = 1
    while changes < 24, below(5) > 1 { changes += 1 }
    for _ in 0..<changes {
      change(&input)
      if input.count > longest { input.removeLast(input.count - longest) }
    }
    return input
  }

  private mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<max(1, limit), using: &generator) }

  /// A piece of the input, mostly short.
  private mutating func piece(of input: [UInt8]) -> Range<Int> {
    let start = below(input.count + 1)
    let length = below(8) == 0 ? below(input.count + 1) : below(24)
    return start..<min(input.count, start + length)
  }

  private mutating func change(_ input: inout [UInt8]) {
    let piece = piece(of: input)
    switch below(17) {
    case 0: flip(&input)
    case 1: input.removeSubrange(piece)
    case 2: input.insert(contentsOf: input[piece], at: below(input.count + 1))
    case 3: input.replaceSubrange(piece, with: word())
    case 4, 5: input.insert(contentsOf: word(), at: below(input.count + 1))
    case 6, 7: replaceNumber(&input)
    case 8: nest(&input, piece)
    case 9: splice(&input)
    case 10: swapLines(&input)
    case 11: input.removeLast(below(input.count + 1))
    case 12: input.insert(contentsOf: repeated(input[piece]), at: piece.lowerBound)
    case 13...15: exchangeName(&input)
    default: replaceField(&input)
    }
  }

  private mutating func word() -> [UInt8] { words[below(words.count)] }

  private mutating func flip(_ input: inout [UInt8]) {
    guard !input.isEmpty else { return }
    let position = below(input.count)
    input[position] = below(2) == 0 ? input[position] ^ 1 << UInt8(below(8)) : UInt8(below(256))
  }

  /// Puts a number that is hard to hold in the place of one.
  private mutating func replaceNumber(_ input: inout [UInt8]) {
    let digits = input.indices.filter { (0x30...0x39).contains(input[$0]) }
    guard !digits.isEmpty else { return }
    var start = digits[below(digits.count)]
    var end = start
    while start > 0, (0x30...0x39).contains(input[start - 1]) { start -= 1 }
    while end < input.count, (0x30...0x39).contains(input[end]) { end += 1 }
    input.replaceSubrange(start..<end, with: Self.numbers[below(Self.numbers.count)].utf8)
  }

  /// Puts another name of the input, or a word, in the place of a name: what remains is mostly well formed.
  private mutating func exchangeName(_ input: inout [UInt8]) {
    guard let range = name(in: input) else { return }
    let other = name(in: input).map { Array(input[$0]) } ?? []
    input.replaceSubrange(range, with: below(3) == 0 ? word() : other)
  }

  /// A run of letters, digits and underscores.
  private mutating func name(in input: [UInt8]) -> Range<Int>? {
    func isName(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F || byte > 0x7F
    }
    guard !input.isEmpty, let start = input[below(input.count)...].firstIndex(where: isName) else {
      return nil
    }
    var (lower, upper) = (start, start)
    while lower > 0, isName(input[lower - 1]) { lower -= 1 }
    while upper < input.count, isName(input[upper]) { upper += 1 }
    return lower..<upper
  }

  private mutating func nest(_ input: inout [UInt8], _ piece: Range<Int>) {
    let (open, close) = Self.brackets[below(Self.brackets.count)]
    let depth = below(3) == 0 ? 1 << below(11) : 1 + below(4)
    let opening = Array(repeatElement(Array(open.utf8), count: depth).joined())
    let closing = Array(
      repeatElement(Array(close.utf8), count: below(4) == 0 ? below(depth + 1) : depth).joined())
    input.replaceSubrange(piece, with: opening + input[piece] + closing)
  }

  /// Goes on with another seed.
  private mutating func splice(_ input: inout [UInt8]) {
    guard !seeds.isEmpty else { return }
    let other = seeds[below(seeds.count)]
    input = Array(input.prefix(below(input.count + 1)) + other.dropFirst(below(other.count + 1)))
  }

  private mutating func swapLines(_ input: inout [UInt8]) {
    var lines = input.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    lines.swapAt(below(lines.count), below(lines.count))
    input = Array(lines.joined(separator: [0x0A]))
  }

  private mutating func repeated(_ piece: ArraySlice<UInt8>) -> [UInt8] {
    let most = max(1, longest / max(1, 4 * piece.count))
    return Array(repeatElement(piece, count: below(4) == 0 ? below(most) : below(6)).joined())
  }

  /// Puts a word in the place of what lies between two separators.
  private mutating func replaceField(_ input: inout [UInt8]) {
    let separators = input.indices.filter { [0x2C, 0x3B, 0x09, 0x0A, 0x20, 0x3D, 0x22].contains(input[$0]) }
    guard separators.count > 1 else { return }
    let first = below(separators.count - 1)
    input.replaceSubrange(separators[first] + 1..<separators[first + 1], with: word())
  }
}
