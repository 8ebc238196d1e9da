import CExpat

/// One run of the XML parser.
///
/// Document types are refused: no workbook has one, and what entities expand to has no bound.
final class XMLDocument {
  private let parser: XML_Parser
  private let handler: any XMLHandler
  private var hasType = false

  init?(_ handler: any XMLHandler) {
    guard let parser = XML_ParserCreate(nil) else { return nil }
    (self.parser, self.handler) = (parser, handler)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let document = XMLDocument.from(context), let name else { return }
        document.handler.start(XMLDocument.localName(name), XMLAttributes(list: attributes))
        document.stopIfAsked()
      },
      { context, name in
        guard let document = XMLDocument.from(context), let name else { return }
        document.handler.end(XMLDocument.localName(name))
        document.stopIfAsked()
      })
    XML_SetCharacterDataHandler(parser) { context, text, length in
      guard let document = XMLDocument.from(context), let text, length > 0 else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
        document.handler.text(UnsafeBufferPointer(start: $0, count: Int(length)))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      guard let document = XMLDocument.from(context) else { return }
      document.hasType = true
      XML_StopParser(document.parser, 0)
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Parses the next bytes of the document.
  ///
  /// - Returns: whether more are wanted.
  func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(FormatError) -> Bool {
    let text = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    let status = XML_Parse(parser, text, Int32(clamping: bytes.count), isLast ? 1 : 0)
    if let failure = handler.failure { throw failure }
    if handler.isDone { return false }
    if status.rawValue != 0 { return true }
    let line = XML_GetCurrentLineNumber(parser)
    let reason =
      hasType
      ? "it has a document type"
      : XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "no XML"
    throw .damaged(format: "workbook", reason: "its XML is broken in line \(line): \(reason)")
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> XMLDocument? {
    context.map { Unmanaged<XMLDocument>.fromOpaque($0).takeUnretainedValue() }
  }

  private func stopIfAsked() {
    if handler.isDone || handler.failure != nil { XML_StopParser(parser, 0) }
  }

  private static func localStart(_ name: UnsafePointer<XML_Char>) -> UnsafePointer<XML_Char> {
    var (start, position) = (name, name)
    while position.pointee != 0 {
      if position.pointee == 0x3A { start = position + 1 }
      position += 1
    }
    return start
  }

  private static func localName(_ name: UnsafePointer<XML_Char>) -> String {
    String(cString: localStart(name))
  }

  static func matches(_ name: UnsafePointer<XML_Char>, _ wanted: StaticString) -> Bool {
    let start = localStart(name)
    for index in 0..<wanted.utf8CodeUnitCount
    where UInt8(bitPattern: start[index]) != wanted.utf8Start[index] {
      return false
    }
    return start[wanted.utf8CodeUnitCount] == 0
  }
}
