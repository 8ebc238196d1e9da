internal import Analysis
internal import Study

extension JobData {
  /// The levels of a variable among some rows, in their order; everybody without a variable.
  func groups(_ name: String?, _ rows: [Int]) throws(Refusal) -> Groups {
    guard let name else { return Groups(everybody: rows.count) }
    let column = frame[name]
    let (levels, places) = levels(name)
    var codes: [Int] = []
    codes.reserveCapacity(rows.count)
    for row in rows {
      guard let place = places[column.codes[row]] else {
        let text = QuotedText.escaped(column.texts[column.codes[row]].prefix(60))
        throw Refusal(
          status: .invalid,
          reason: "\(frame.file):\(frame.lines[row]): \(name) is \(text); expected \(Fields.choice(levels))")
      }
      codes.append(place)
    }
    return Groups(levels: levels, codes: codes)
  }

  /// The strata by several variables together among some rows; a single one without any.
  func strata(_ names: [String], _ rows: [Int]) -> Groups {
    let columns = names.map { frame[$0] }
    return Groups(strata: rows.map { row in columns.map { $0.codes[row] } })
  }

  /// The levels of a variable as the job or its values order them, and for each distinct text of its column the place
  /// among them.
  ///
  /// Texts that are spelled differently may be the same to a reader: é is one character or two.
  func levels(_ name: String) -> (levels: [String], places: [Int?]) {
    let column = frame[name]
    var (levels, places) = ([String](), [String: Int]())
    for level in variables[name]?.levels ?? column.levels where places[level] == nil {
      places[level] = levels.count
      levels.append(level)
    }
    return (levels, column.texts.map { places[$0] })
  }
}
