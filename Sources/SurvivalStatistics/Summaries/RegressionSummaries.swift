extension CoxModel: CustomStringConvertible {
  /// Rows, events, and a coefficient a line, as R prints a `coxph`.
  public var description: String {
    Self.summary("CoxModel", rowCount, eventCount, outcome, coefficients)
  }

  static func summary(
    _ name: String, _ rows: Int, _ events: Int, _ outcome: RegressionOutcome,
    _ coefficients: [CoefficientEstimate]
  ) -> String {
    let first = "\(name): n \(rows), \(PrintedNumber.count(events, "event")), \(outcome)"
    return ([first] + coefficients.map { "  \($0)" }).joined(separator: "\n")
  }
}

extension FineGrayModel: CustomStringConvertible {
  /// Rows, events from the cause, and a coefficient a line.
  public var description: String {
    CoxModel.summary("FineGrayModel", rowCount, eventCount, outcome, coefficients)
  }
}

extension FirthModel: CustomStringConvertible {
  /// Rows, events, and a coefficient a line.
  public var description: String {
    let first = "FirthModel: n \(rowCount), \(PrintedNumber.count(eventCount, "event")), \(outcome)"
    return ([first] + coefficients.map { "  \($0)" }).joined(separator: "\n")
  }
}

extension FirthModel.Coefficient: CustomStringConvertible {
  /// The name, the hazard ratio with its profile interval and P.
  public var description: String {
    let ratio = PrintedNumber.text(hazardRatio, interval.lower, interval.upper)
    return "\(name): HR \(ratio), \(PrintedNumber.pValue(test.pValue))"
  }
}

extension CoefficientEstimate: CustomStringConvertible {
  /// The name, the hazard ratio with its interval and P.
  public var description: String {
    let limits = hazardRatioInterval()
    return
      "\(name): HR \(PrintedNumber.text(hazardRatio, limits.lower, limits.upper)), \(PrintedNumber.pValue(pValue))"
  }
}

extension RegressionOutcome: CustomStringConvertible {
  /// How it ended, in words; columns and terms are counted from 0.
  public var description: String {
    switch self {
    case .converged: "converged"
    case .infiniteCoefficients(let columns): "infinite coefficients of columns \(columns)"
    case .dependentColumns(let columns): "dependent columns \(columns)"
    case .singleLevelFactors(let terms): "factors with a single level: terms \(terms)"
    case .noEvents: "nobody failed"
    case .iterationLimit: "not converged"
    }
  }
}

extension TermTest: CustomStringConvertible {
  /// The variable and its test.
  public var description: String { "\(name): \(result)" }
}

extension ProportionalHazardsTest: CustomStringConvertible {
  /// A variable a line, then all together, as R prints a `cox.zph`.
  public var description: String { (terms.map { "\($0)" } + ["global: \(global)"]).joined(separator: "\n") }
}

extension Concordance: CustomStringConvertible {
  /// The concordance with its standard error.
  public var description: String {
    "Concordance: \(PrintedNumber.text(value)) (SE \(PrintedNumber.text(standardError)))"
  }
}

extension DesignMatrix: CustomStringConvertible {
  /// Rows and the names of the columns.
  public var description: String {
    "DesignMatrix: \(PrintedNumber.count(rowCount, "row")), columns \(columnNames.joined(separator: ", "))"
  }
}

extension SymmetricMatrix: CustomStringConvertible {
  /// A row in brackets.
  public var description: String {
    (0..<order).map { row in
      "[" + (0..<order).map { PrintedNumber.text(self[row, $0]) }.joined(separator: " ") + "]"
    }.joined(separator: " ")
  }
}
