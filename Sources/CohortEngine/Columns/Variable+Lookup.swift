extension [Variable] {
  /// The variable that a person means: by its name to the letter, else by name or label in any letter case where that
  /// is one variable only.
  package func index(named wanted: String) -> Int? {
    if let exact = firstIndex(where: { $0.name == wanted }) { return exact }
    let lowered = wanted.lowercased()
    let alike = indices.filter {
      self[$0].name.lowercased() == lowered || self[$0].label.lowercased() == lowered
    }
    return alike.count == 1 ? alike[0] : nil
  }
}

extension Variable {
  /// One of its numbers as it can be typed in a condition: a date, a whole number without a point, or all its digits.
  func text(_ value: Double) -> String {
    if kind == .date, value.isFinite { return CalendarDay(daysSince1970: Int(clamping: value)).description }
    return value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
  }
}
