/// The texts that cells share.
final class SharedStrings: XMLHandler {
  /// One row for each text.
  private(set) var texts = CodedColumn(staysCoded: true)
  private var text = CellText()

  func start(_ element: String, _ attributes: XMLAttributes) { text.start(element) }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { text.append(bytes) }

  func end(_ element: String) {
    text.end(element)
    guard element == "si" else { return }
    text.take().withUnsafeBufferPointer { texts.append($0) }
  }
}
