/// Takes the elements of an XML document as the parser finds them.
protocol XMLHandler: AnyObject {
  /// What is wrong with the document beyond its syntax; the parser then stops.
  var failure: FormatError? { get }
  /// Whether nothing more of the document is wanted.
  var isDone: Bool { get }

  /// Names come without the prefix of their namespace.
  func start(_ element: String, _ attributes: XMLAttributes)
  func end(_ element: String)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

extension XMLHandler {
  var failure: FormatError? { nil }
  var isDone: Bool { false }
  func end(_ element: String) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
