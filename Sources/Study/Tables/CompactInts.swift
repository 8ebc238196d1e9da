/// Whole numbers that fit 32 bits: an array of them in half the memory.
struct CompactInts: Sendable, Equatable, RandomAccessCollection {
  private var numbers: [Int32]

  init(_ numbers: [Int32]) { self.numbers = numbers }

  var startIndex: Int { 0 }
  var endIndex: Int { numbers.count }

  subscript(index: Int) -> Int { Int(numbers[index]) }
}
