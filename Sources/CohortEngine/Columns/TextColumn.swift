/// A column of free text or identifiers: it can be searched, but has no levels.
package struct TextColumn: Sendable, Equatable {
  /// One text a row; `nil` is missing.
  package let values: [String?]

  package init(values: [String?]) { self.values = values }
}
