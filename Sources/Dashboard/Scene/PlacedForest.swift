package import Report
import TerminalGrid

/// A forest table in as many columns and words as a width has room for.
package struct PlacedForest: Sendable {
  package let table: ForestTable
  package let lines: [ForestTable.Line]
  /// The names first.
  let columns: [Table.Layout.Column]
  /// The columns that ratios are drawn in, before their numbers; 0 where there is no room.
  let forestWidth: Int

  /// The columns before a name: the tick of its group, and a step to the right.
  static let margin = 5
  static let gap = 2
  /// Fewer columns could not tell 0.8 from 1; more would only be longer to look along.
  private static let forestWidths = 19...61

  /// - Parameters:
  ///   - width: how many columns there are.
  ///   - rank: the least of what is worth more than the drawing.
  init(_ table: ForestTable, width: Int, keeping rank: Sentence.Rank, charset: Charset) {
    self.table = table
    lines = table.lines
    var all = table.table
    let longest = Self.nameWidth(table, least: max(14, width * 18 / 100), charset)
    for row in all.rows.indices {
      all.rows[row].names = all.rows[row].names.map { $0.cut(to: longest) { charset.spelled($0).columns } }
    }
    func layout(_ columns: Int) -> Table.Layout {
      all.layout(fitting: columns, gap: Self.gap, nameMargin: Self.margin) { charset.spelled($0).columns }
    }
    let beside = width - Self.forestWidths.lowerBound - Self.gap
    let narrow = layout(max(0, beside))
    let isWhole = all.columns.indices.filter { all.columns[$0].rank >= rank }.allSatisfy { index in
      narrow.columns.first { $0.index == index }?.cells == all.rows.map { $0.cells[index].text(.cell) }
    }
    guard isWhole, narrow.width <= beside else {
      (columns, forestWidth) = (layout(width).columns, 0)
      return
    }
    columns = narrow.columns
    let room = min(width - narrow.width - Self.gap, Self.forestWidths.upperBound)
    // An odd number of columns has one in the middle, for 1.
    forestWidth = room - (room.isMultiple(of: 2) ? 1 : 0)
  }

  /// The columns for the names of rows: a few more where those of one variable could not be told apart.
  private static func nameWidth(_ table: ForestTable, least: Int, _ charset: Charset) -> Int {
    let names = table.groups.map { $0.rows.map(\.name) }
    let enough = (least...(least + 16)).first { columns in
      names.allSatisfy { names in
        Set(names.map { $0.cut(to: columns) { charset.spelled($0).columns } }).count == Set(names).count
      }
    }
    return enough ?? least
  }

  /// The variable and the place under it of a line: 0 for the variable itself; `nil` for a heading.
  func place(ofLine line: Int) -> (variable: String, row: Int)? {
    guard lines.indices.contains(line) else { return nil }
    switch lines[line] {
    case .heading: return nil
    case .group(let group): return (table.groups[group].variable, 0)
    case .row(let group, let row): return (table.groups[group].variable, row + 1)
    }
  }
}
