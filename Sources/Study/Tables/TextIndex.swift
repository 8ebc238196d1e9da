/// Finds the code of a text: open addressing, with the first bytes of short texts in the table itself.
struct TextIndex: Sendable {
  private struct Slot: Sendable {
    var word: UInt64 = 0
    var length: UInt32 = 0
    /// −1 where the slot is free.
    var code: Int32 = -1
  }

  /// A power of two long, and at most half full.
  private var slots: [Slot]
  private var count = 0

  /// - Parameter capacity: how many texts there is room for before the table grows.
  init(capacity: Int = 8) {
    guard capacity > 8 else {
      slots = Self.empty
      return
    }
    var count = 16
    while count / 2 < capacity { count *= 2 }
    slots = [Slot](repeating: Slot(), count: count)
  }

  /// Shared until a text comes, for a table may have very many columns.
  private static let empty = [Slot](repeating: Slot(), count: 16)

  /// Whether another text would make the table grow.
  var isFull: Bool { (count + 1) * 2 > slots.count }

  /// The code of a text.
  ///
  /// - Parameter matches: whether the text with a code is the one that is looked for, asked only of long texts.
  /// - Complexity: O(1) on average.
  @inline(__always)
  func code(of key: TextKey, where matches: (Int32) -> Bool) -> Int32? {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count &- 1
      var position = key.slot(mask)
      while slots[position].code >= 0 {
        let slot = slots[position]
        if slot.word == key.word, slot.length == key.length, key.isWhole || matches(slot.code) {
          return slot.code
        }
        position = (position &+ 1) & mask
      }
      return nil
    }
  }

  /// Takes in a text that is not there yet.
  ///
  /// - Complexity: O(1), amortized.
  mutating func insert(_ key: TextKey, _ code: Int32) {
    if isFull {
      let known = slots
      slots = [Slot](repeating: Slot(), count: slots.count * 2)
      for slot in known where slot.code >= 0 { place(slot) }
    }
    place(Slot(word: key.word, length: key.length, code: code))
    count += 1
  }

  private mutating func place(_ slot: Slot) {
    let mask = slots.count - 1
    var position = TextKey(word: slot.word, length: slot.length).slot(mask)
    while slots[position].code >= 0 { position = (position + 1) & mask }
    slots[position] = slot
  }
}
