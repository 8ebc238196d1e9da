/// The kind of file a figure is written as.
package enum FigureFormat: String, Hashable, Sendable, CaseIterable {
  case svg, pdf, png

  /// The format that a file's name ends with; `nil` where it is none of these.
  package init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    self.init(rawValue: name[name.index(after: dot)...].lowercased())
  }

  /// `svg, pdf or png`.
  package static let names = "svg, pdf or png"
}
