package import CohortEngine

/// Finds what a person named: endpoints and variables by name or label, in any letter case.
package enum Asking {
  package enum Mistake: Error, Equatable, CustomStringConvertible {
    case unknownEndpoint(String, known: [String])
    case unknownVariable(String, nearest: String?)
    case notStratifiable(String, why: String)

    package var description: String {
      switch self {
      case .unknownEndpoint(let name, let known):
        "no endpoint is called “\(name)”; there are \(known.joined(separator: ", "))"
      case .unknownVariable(let name, let nearest):
        "no variable is called “\(name)”" + (nearest.map { "; did you mean “\($0)”?" } ?? "")
      case .notStratifiable(let name, let why):
        "\(name) cannot divide the patients: \(why)"
      }
    }
  }

  package static func endpoint(_ name: String, in cohort: Cohort) throws(Mistake) -> Int {
    if let exact = cohort.endpoint(named: name) { return exact }
    let wanted = name.lowercased()
    let alike = cohort.endpoints.indices.filter {
      cohort.endpoints[$0].name.lowercased() == wanted || cohort.endpoints[$0].label.lowercased() == wanted
    }
    guard alike.count == 1 else { throw .unknownEndpoint(name, known: cohort.endpoints.map(\.name)) }
    return alike[0]
  }

  package static func variable(_ name: String, in cohort: Cohort) throws(Mistake) -> Int {
    if let index = cohort.variables.index(named: name) { return index }
    throw .unknownVariable(name, nearest: NearestName.of(name, among: cohort.variables.map(\.name)))
  }

  /// A variable as strata, or cut at thresholds, as in `age 12`, `age 4 12` or `diagnosis_date 2019-04-03`; a number
  /// alone is cut at its median.
  ///
  /// Of names that may be meant the longest is: `CD 34 5` cuts `CD 34` where there is such a variable. The same cut
  /// twice is one.
  package static func stratification(_ text: String, in cohort: Cohort) throws(Mistake) -> Stratification {
    if let index = try? variable(text, in: cohort) { return try stratification(index, in: cohort) }
    let words = text.split(separator: " ").map(String.init)
    let cutCount = words.dropFirst().reversed().prefix { number($0) != nil || CalendarDay($0) != nil }.count
    for count in stride(from: 1, through: cutCount, by: 1) {
      let name = words.dropLast(count).joined(separator: " ")
      guard let index = cohort.variables.index(named: name) else { continue }
      return .cuts(variable: index, thresholds: try cuts(words.suffix(count), of: cohort.variables[index]))
    }
    let index = try variable(words.dropLast(cutCount).joined(separator: " "), in: cohort)
    return try stratification(index, in: cohort)
  }

  private static func cuts(_ words: ArraySlice<String>, of variable: Variable) throws(Mistake) -> [Double] {
    guard case .numbers = variable.values else {
      throw .notStratifiable(variable.name, why: "only a number can be cut")
    }
    let isDate = variable.kind == .date
    let cuts = words.compactMap { word in
      isDate ? CalendarDay(word).map { Double($0.daysSince1970) } : number(word)
    }
    guard cuts.count == words.count else {
      throw .notStratifiable(
        variable.name,
        why: isDate ? "it is cut at days such as 2019-04-03" : "it is cut at numbers, not at days")
    }
    let distinct = Set(cuts).sorted()
    guard distinct.count < mostStrata else {
      throw .notStratifiable(
        variable.name,
        why: "\(distinct.count) cuts make more strata than the \(mostStrata) that can be told apart")
    }
    return distinct
  }

  /// A number at which something can be cut.
  private static func number(_ word: String) -> Double? { Double(word).flatMap { $0.isFinite ? $0 : nil } }

  package static func stratification(_ index: Int, in cohort: Cohort) throws(Mistake) -> Stratification {
    let variable = cohort.variables[index]
    switch variable.values {
    case .levels(let column):
      guard (1...mostStrata).contains(column.levels.count) else {
        throw .notStratifiable(
          variable.name,
          why: "it has \(column.levels.count) values, more than \(mostStrata) curves can be told apart")
      }
      return .levels(variable: index)
    case .numbers(let column):
      let present = column.values.filter(\.isFinite).sorted()
      guard let low = present.first, let high = present.last, low < high else {
        throw .notStratifiable(variable.name, why: "it is the same for everyone")
      }
      // The upper half begins above the median; where most values are the highest, the cut is below it.
      let middle = present[(present.count - 1) / 2]
      let cut = middle < high ? middle : present.last { $0 < high } ?? low
      return .cuts(variable: index, thresholds: [cut])
    case .text:
      throw .notStratifiable(variable.name, why: "it is free text")
    }
  }

  /// As many as there are colours and dashes to tell them apart.
  package static let mostStrata = 8
}
