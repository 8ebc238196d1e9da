// Built with --sanitize=fuzzer and -DLIBFUZZER, the program is libFuzzer's: it chooses inputs by what they cover.
#if LIBFUZZER
  import Dispatch
  import Foundation
  import FuzzCases

  private let target: (any FuzzTarget)? = try? FuzzTargets.all().first {
    $0.name == ProcessInfo.processInfo.environment["ATRISK_FUZZ_TARGET"]
  }

  /// Reads an input for libFuzzer; what ends the program, or breaks a promise, it keeps in a file.
  @_cdecl("LLVMFuzzerTestOneInput")
  public func readInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    guard let target else { fatalError("ATRISK_FUZZ_TARGET names no reader") }
    let input = Array(UnsafeBufferPointer(start: data, count: size))
    guard input.count <= target.longest else { return -1 }
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      do { try await target.read(input) } catch { fatalError("\(error)") }
      done.signal()
    }
    done.wait()
    return 0
  }
#endif
