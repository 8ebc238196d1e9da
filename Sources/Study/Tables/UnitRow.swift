/// A row of units directly under the header: `(years)`, `months`, `mg/dl`.
struct UnitRow {
  /// The unit of each column, without brackets.
  let units: [String?]

  /// Takes the first of some rows for units where it holds nothing else, no number above all, and every column under
  /// one of them holds numbers.
  init?(_ rows: [RecordSample.Record], width: Int) {
    guard let first = rows.first, first.cells.count == width, first.valueCount > 0 else { return nil }
    let rest = rows.dropFirst().filter { $0.cells.count == width }
    guard !rest.isEmpty else { return nil }
    var units: [String?] = []
    for (index, cell) in first.cells.enumerated() {
      guard !cell.isEmpty, cell != "-" else {
        units.append(nil)
        continue
      }
      guard let unit = Self.unit(cell) else { return nil }
      let values = rest.map { $0.cells[index] }.filter { !$0.isEmpty && !MissingText.contains($0) }
      let isNumeric =
        !values.isEmpty
        && values.allSatisfy { value in
          [.point, .comma, .groupedPoint].contains { WrittenNumber(value, notation: $0) != nil }
        }
      // Words in brackets say what they are under any column.
      guard isNumeric || unit.isBracketed else { return nil }
      units.append(isNumeric ? unit.name : nil)
    }
    guard units.contains(where: { $0 != nil }) else { return nil }
    self.units = units
  }

  private static func unit(_ cell: String) -> (name: String, isBracketed: Bool)? {
    for (opening, closing) in [("(", ")"), ("[", "]")]
    where cell.count > 2 && cell.hasPrefix(opening) && cell.hasSuffix(closing) {
      let inside = cell.dropFirst().dropLast().trimmingBlanks
      return inside.isEmpty || inside.count > 20 || WrittenNumber(inside) != nil ? nil : (inside, true)
    }
    let word = cell.lowercased()
    let isKnown = TimeUnitWords.unit(of: word) != nil || words.contains(word) || isRatio(word)
    return isKnown ? (cell, false) : nil
  }

  /// A measure by another, such as `mg/dl` or `10^9/L`.
  private static func isRatio(_ word: String) -> Bool {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let above = parts.first, let below = parts.last else { return false }
    let base = below.prefix { $0.isLetter || $0 == "µ" || $0 == "μ" }
    return denominators.contains(String(base))
      && below.dropFirst(base.count).allSatisfy { "²³23^".contains($0) }
      && (measures.contains(String(above)) || above.hasPrefix("10") || above.hasPrefix("x10")
        || above.hasPrefix("×10"))
  }

  private static let words: Set<String> = [
    "kg", "g", "mg", "µg", "μg", "ug", "ng", "cm", "mm", "m", "%", "percent", "mmhg", "hours", "h", "min",
    "minutes",
    "°c", "l", "ml", "bpm", "hr", "hrs", "score", "points", "iu", "u", "gy", "cgy", "m²", "m2", "mm²", "mm³",
    "cm³",
    "kg/m²", "kg/m2", "pg", "fl", "/min", "n", "copies",
  ]
  private static let denominators: Set<String> = [
    "l", "dl", "ml", "µl", "μl", "ul", "kg", "m", "min", "day", "d", "h", "mmol", "mol", "g", "mg", "mm",
    "cm",
  ]
  private static let measures: Set<String> = [
    "kg", "g", "mg", "µg", "μg", "ug", "ng", "pg", "u", "iu", "ui", "miu", "mu", "ku", "mmol", "µmol", "μmol",
    "umol",
    "nmol", "pmol", "mol", "meq", "ml", "l", "copies", "cells", "x10", "mm", "cm", "giga", "g", "t", "k",
    "cfu",
  ]
}
