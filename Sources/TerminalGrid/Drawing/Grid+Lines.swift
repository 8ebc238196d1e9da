extension Grid {
  package mutating func horizontalLine(
    x: Int, y: Int, length: Int, style: Style = Style(.border), charset: Charset = .unicode
  ) {
    fill(Rect(x: x, y: y, width: length, height: 1), Cell(charset.horizontal, style))
  }

  package mutating func verticalLine(
    x: Int, y: Int, length: Int, style: Style = Style(.border), charset: Charset = .unicode
  ) {
    fill(Rect(x: x, y: y, width: 1, height: length), Cell(charset.vertical, style))
  }

  /// Draws a frame just inside an area, with a title set into its top edge; returns what is left inside.
  ///
  /// An area less than two cells wide or high gets no frame and has nothing inside.
  @discardableResult
  package mutating func box(
    _ area: Rect, title: String = "", style: Style = Style(.border), titleStyle: Style = Style(.title),
    charset: Charset = .unicode
  ) -> Rect {
    guard area.width >= 2, area.height >= 2 else {
      return Rect(x: area.x, y: area.y, width: 0, height: 0)
    }
    let (right, bottom) = (area.maxX - 1, area.maxY - 1)
    for y in [area.y, bottom] {
      horizontalLine(x: area.x + 1, y: y, length: area.width - 2, style: style, charset: charset)
    }
    for x in [area.x, right] {
      verticalLine(x: x, y: area.y + 1, length: area.height - 2, style: style, charset: charset)
    }
    self[area.x, area.y] = Cell(charset.topLeft, style)
    self[right, area.y] = Cell(charset.topRight, style)
    self[area.x, bottom] = Cell(charset.bottomLeft, style)
    self[right, bottom] = Cell(charset.bottomRight, style)
    if !title.isEmpty, area.width >= 7 {
      let label = " \(title.truncated(to: area.width - 6, ellipsis: charset.ellipsis)) "
      write(label, x: area.x + 2, y: area.y, style: titleStyle)
    }
    return area.inset(left: 1, top: 1, right: 1, bottom: 1)
  }
}
