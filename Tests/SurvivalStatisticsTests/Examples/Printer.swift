/// Stands for `print` in an example and keeps what it printed.
final class Printer {
  private(set) var text = ""

  func callAsFunction(_ value: some Any) { text += "\(value)\n" }
}
