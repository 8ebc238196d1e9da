/// The list of the sheets, and how days are counted.
final class SheetList: XMLHandler {
  struct Entry {
    let name: String
    let relationship: String
    let isHidden: Bool
  }

  private(set) var sheets: [Entry] = []
  private(set) var starts1904 = false

  func start(_ element: String, _ attributes: XMLAttributes) {
    switch element {
    case "workbookPr": starts1904 = attributes.isSet("date1904")
    case "sheet":
      guard let name = attributes["name"], let id = attributes["id"] else { return }
      let isHidden = attributes["state"].map { $0 != "visible" } ?? false
      sheets.append(Entry(name: name, relationship: id, isHidden: isHidden))
    default: break
    }
  }
}
