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

  /// A variable as strata, or `age > 12`-like cuts written `age 12` or `age 4 12`; a number alone is cut at its median.
  package static func stratification(_ text: String, in cohort: Cohort) throws(Mistake) -> Stratification {
    if let index = try? variable(text, in: cohort) { return try stratification(index, in: cohort) }
    var words = text.split(separator: " ").map(String.init)
    var cuts: [Double] = []
    while words.count > 1, let last = words.last, let cut = Double(last) {
      cuts.insert(cut, at: 0)
      words.removeLast()
    }
    let name = words.joined(separator: " ")
    let index = try variable(name, in: cohort)
    guard !cuts.isEmpty else { return try stratification(index, in: cohort) }
    guard case .numbers = cohort.variables[index].values else {
      throw .notStratifiable(name, why: "only a number can be cut")
    }
    return .cuts(variable: index, thresholds: cuts.sorted())
  }

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
