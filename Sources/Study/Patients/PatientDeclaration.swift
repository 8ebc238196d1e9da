/// Which rows of a table belong to one patient, and what is taken from them.
package struct PatientDeclaration: Sendable, Equatable {
  /// The row that stands for a patient who has several.
  package enum Rule: Sendable, Equatable {
    /// All rows put together, where no two contradict each other.
    case agreeing
    case first, last
    /// The row with the highest value of a column.
    case highest(String)
    /// The row for which a filter expression holds.
    case condition(String)
    /// Rows are intervals of one observation, from a start to a stop: the first entry, the last exit and its status.
    case intervals
    /// Every row is a patient of its own, whatever the identifiers say.
    case each
  }

  /// The column with the patients' identifiers.
  package var id: String
  /// How many parts of a barcode name the patient.
  package var barcodeParts: Int?
  package var rule: Rule

  package init(id: String, barcodeParts: Int? = nil, rule: Rule) {
    (self.id, self.barcodeParts, self.rule) = (id, barcodeParts, rule)
  }
}
