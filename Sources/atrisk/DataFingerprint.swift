import CCrypto
import Foundation

/// The SHA-256 of a file as it lies on disk, by which somebody can tell later whether an export is of the same data.
enum DataFingerprint {
  /// In lower-case hexadecimal; `nil` where there is no file to read again, as with the standard input.
  static func sha256(ofFile path: String) -> String? {
    guard path != "-", let file = FileHandle(forReadingAtPath: path), let context = EVP_MD_CTX_new() else {
      return nil
    }
    defer { EVP_MD_CTX_free(context) }
    guard EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else { return nil }
    do {
      while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
        let isTaken = piece.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
        guard isTaken == 1 else { return nil }
      }
    } catch {
      return nil
    }
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    guard EVP_DigestFinal_ex(context, &digest, &count) == 1 else { return nil }
    let digits = Array("0123456789abcdef")
    return String(digest.prefix(Int(count)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
