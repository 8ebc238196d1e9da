import CohortModel

/// What follows the words of commands about single patients.
extension CommandArgument {
  func order() throws(CommandError) -> PatientOrder {
    do { return try PatientOrder(parsing: text, in: schema) } catch { throw .naming(error) }
  }

  /// Names between commas; `nil` for `default`.
  func columns() throws(CommandError) -> [String]? {
    if `is`("default") { return nil }
    let tokens: [FilterToken]
    do { tokens = try FilterToken.tokens(of: text) } catch { throw .condition(error) }
    var names: [String] = []
    let parts = tokens.dropLast().split(omittingEmptySubsequences: false) {
      $0.kind == .symbol && $0.text == ","
    }
    for part in parts {
      let words = part.map(\.text).joined(separator: " ")
      do {
        let name = try schema.variable(named: words).name
        if !names.contains(name) { names.append(name) }
      } catch {
        throw .naming(error)
      }
    }
    return names
  }

  func patient() throws(CommandError) -> PatientName {
    guard let patient = PatientName(text) else { throw .notAPatient(text) }
    return patient
  }

  /// `nil` for `all`.
  func patientOrAll() throws(CommandError) -> PatientName? { `is`("all") ? nil : try patient() }
}
