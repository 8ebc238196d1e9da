/// A numeric column; dates are whole days since 1970-01-01.
package struct NumberColumn: Sendable, Equatable {
  /// One value a row; NaN is missing.
  package let values: [Double]
  /// The most decimals any value was recorded with; results that are values are shown with as many.
  package let decimals: Int

  package init(values: [Double], decimals: Int = 0) {
    (self.values, self.decimals) = (values, decimals)
  }

  /// A gap equals a gap, which NaN by itself does not.
  package static func == (one: NumberColumn, other: NumberColumn) -> Bool {
    one.decimals == other.decimals && one.values.count == other.values.count
      && zip(one.values, other.values).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
  }
}
