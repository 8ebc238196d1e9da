/// The lines of a text with their numbers, without the LF, CR or CR LF that ends them.
struct ARFFLines: Sequence, IteratorProtocol {
  let bytes: [UInt8]
  private var position = 0
  private var number = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> (number: Int, line: ArraySlice<UInt8>)? {
    guard position < bytes.count else { return nil }
    let start = position
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
    let end = position
    let isPair = position + 1 < bytes.count && bytes[position] == 0x0D && bytes[position + 1] == 0x0A
    position = Swift.min(bytes.count, position + (isPair ? 2 : 1))
    number += 1
    return (number, bytes[start..<end])
  }
}
