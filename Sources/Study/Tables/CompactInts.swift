/// Whole numbers that fit 32 bits: an array of them in half the memory.
package struct CompactInts: Sendable, Equatable, RandomAccessCollection {
  private var numbers: [Int32]

  init(_ numbers: [Int32]) { self.numbers = numbers }

  package var startIndex: Int { 0 }
  package var endIndex: Int { numbers.count }

  package subscript(index: Int) -> Int { Int(numbers[index]) }
}
