/// What finds a text among others: up to eight bytes as they are, of longer ones a hash.
struct TextKey: Equatable {
  let word: UInt64
  let length: UInt32

  /// Whether the key says all about its text.
  var isWhole: Bool { length <= 8 }

  /// - Parameter limit: the end of the memory around the text that may be read.
  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, limit: UnsafePointer<UInt8>? = nil) {
    length = UInt32(truncatingIfNeeded: text.count)
    guard let base = text.baseAddress, text.count > 0 else {
      word = 0
      return
    }
    if text.count > 8 {
      word = Self.hash(base, text.count)
    } else if let limit, base + 8 <= limit {
      word = Self.load(base) & (UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- text.count &* 8))
    } else {
      var bytes: UInt64 = 0
      for index in text.indices { bytes |= UInt64(text[index]) &<< UInt64(truncatingIfNeeded: index &* 8) }
      word = bytes
    }
  }

  init(word: UInt64, length: UInt32) { (self.word, self.length) = (word, length) }

  /// Where in a table of slots, whose count is a power of two, to begin to look.
  @inline(__always)
  func slot(_ mask: Int) -> Int { Int(truncatingIfNeeded: hash) & mask }

  /// All bits of the text, mixed.
  @inline(__always)
  var hash: UInt64 {
    let product = (word ^ Self.secret.0).multipliedFullWidth(by: Self.secret.1 ^ UInt64(length))
    return product.high ^ product.low
  }

  /// Drawn anew in every run, so that no file can be made to have its texts collide.
  private static let secret = (
    UInt64.random(in: .min ... .max) | 1, UInt64.random(in: .min ... .max) | 1 << 63
  )

  private static func hash(_ base: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    var (hash, position) = (secret.1, 0)
    while position + 8 < count {
      hash = mix(hash ^ load(base + position))
      position += 8
    }
    return mix(hash ^ load(base + count - 8))
  }

  @inline(__always)
  private static func mix(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: secret.0)
    return product.high ^ product.low
  }

  @inline(__always)
  private static func load(_ base: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(as: UInt64.self))
  }
}
