extension FixedWidthInteger {
  /// The number without its fraction where that fits, else the nearest that does; 0 for what is no number.
  package init(clamping value: Double) {
    self = Self(exactly: value.rounded(.towardZero)) ?? (value.isNaN ? 0 : value < 0 ? .min : .max)
  }
}
