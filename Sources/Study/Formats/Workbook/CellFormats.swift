/// The number formats of the styles that cells refer to.
final class CellFormats: XMLHandler {
  private(set) var formats: [CellFormat] = []
  private var custom: [Int: CellFormat] = [:]
  private var isInCells = false

  func start(_ element: String, _ attributes: XMLAttributes) {
    switch element {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else {
        return
      }
      custom[id] = CellFormat(code)
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      formats.append(custom[id] ?? CellFormat(builtIn: id))
    default: break
    }
  }

  func end(_ element: String) { if element == "cellXfs" { isInCells = false } }
}
