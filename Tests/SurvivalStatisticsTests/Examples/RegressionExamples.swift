import SurvivalStatistics

/// The examples of the documentation comments, a function for each type.
enum RegressionExamples {
  static func coxModel(_ print: Printer) throws {
    let data = try SurvivalData([
      .event(at: 5), .censored(at: 7), .event(at: 3), .event(at: 8), .event(at: 2), .event(at: 1),
    ])
    let design = try DesignMatrix(
      [
        .continuous(name: "age", values: [61, 45, 70, 52, 48, 66]),
        .factor(name: "arm", levels: ["A", "B"], codes: [0, 1, 0, 1, 1, 0]),
      ], rowCount: 6)
    let model = try CoxModel(data, design: design)
    print(model)
    print(model.likelihoodRatioTest)
  }

  static func coxFactorModel(_ print: Printer) throws {
    let tables = [
      try EventTable([.event(at: 1), .event(at: 4), .censored(at: 5)]),
      try EventTable([.event(at: 2), .event(at: 3), .censored(at: 6)]),
    ]
    for coefficient in CoxFactorModel(tables, names: ["B"]).coefficients { print(coefficient) }
  }

  static func fineGrayModel(_ print: Printer) throws {
    let data = try SurvivalData([
      .event(at: 5), .censored(at: 7), .event(at: 3, cause: 1), .event(at: 8), .event(at: 2), .event(at: 1),
    ])
    let age = Covariate.continuous(name: "age", values: [61, 45, 70, 52, 48, 66])
    print(try FineGrayModel(data, cause: 0, design: DesignMatrix([age], rowCount: 6)))
  }

  static func firthModel(_ print: Printer) throws {
    let data = try SurvivalData([.event(at: 1), .event(at: 2), .event(at: 3), .censored(at: 4)])
    let arm = Covariate.factor(name: "arm", levels: ["A", "B"], codes: [1, 1, 1, 0])
    print(try FirthModel(data, design: DesignMatrix([arm], rowCount: 4)))
  }

  static func designMatrix(_ print: Printer) throws {
    let stage = Covariate.factor(name: "stage", levels: ["I", "II", "III"], codes: [2, 0, 1])
    let design = try DesignMatrix([.continuous(name: "age", values: [61, 45, 70]), stage], rowCount: 3)
    print(design)
    print(design.row(0))
  }

  static func covariate(_ print: Printer) throws {
    let arm = Covariate.factor(name: "arm", levels: ["A", "B"], codes: [0, 1, 1])
    print(try DesignMatrix([arm], rowCount: 3).columns)
  }

  static func modelTerm(_ print: Printer) throws {
    let arm = Covariate.factor(name: "arm", levels: ["A", "B", "C"], codes: [0, 1, 2])
    for term in try DesignMatrix([arm], rowCount: 3).terms { print(term.columns) }
  }

  static func coefficientEstimate(_ print: Printer) throws {
    let data = try SurvivalData([.event(at: 1), .event(at: 2), .event(at: 3), .censored(at: 4)])
    let design = try DesignMatrix([.continuous(name: "x", values: [1, 0, 1, 0])], rowCount: 4)
    for coefficient in try CoxModel(data, design: design).coefficients { print(coefficient) }
  }

  static func termTest(_ print: Printer) throws {
    let data = try SurvivalData([.event(at: 1), .event(at: 2), .event(at: 3), .censored(at: 4)])
    let design = try DesignMatrix([.continuous(name: "x", values: [1, 0, 1, 0])], rowCount: 4)
    for test in try CoxModel(data, design: design).termTests { print(test) }
  }

  static func regressionOutcome(_ print: Printer) throws {
    let data = try SurvivalData([.event(at: 1), .event(at: 2), .event(at: 3), .censored(at: 4)])
    let design = try DesignMatrix([.continuous(name: "x", values: [4, 3, 2, 1])], rowCount: 4)
    print(try CoxModel(data, design: design).outcome)
  }

  static func tieMethod(_ print: Printer) throws {
    let data = try SurvivalData([.event(at: 1), .event(at: 1), .event(at: 3), .censored(at: 4)])
    let design = try DesignMatrix([.continuous(name: "x", values: [2, 1, 0, 1])], rowCount: 4)
    for ties in TieMethod.allCases {
      for coefficient in try CoxModel(data, design: design, ties: ties).coefficients { print(coefficient) }
    }
  }

  static func proportionalHazardsTest(_ print: Printer) throws {
    let data = try SurvivalData([
      .event(at: 1), .event(at: 2), .event(at: 3), .event(at: 4), .censored(at: 5),
    ])
    let design = try DesignMatrix([.continuous(name: "x", values: [1, 0, 1, 0, 1])], rowCount: 5)
    if let test = try CoxModel(data, design: design).proportionalHazardsTest() { print(test) }
  }

  static func timeTransform(_ print: Printer) throws {
    let data = try SurvivalData([
      .event(at: 1), .event(at: 2), .event(at: 3), .event(at: 9), .censored(at: 9),
    ])
    let design = try DesignMatrix([.continuous(name: "x", values: [1, 0, 1, 0, 1])], rowCount: 5)
    let model = try CoxModel(data, design: design)
    for transform in TimeTransform.allCases {
      if let test = model.proportionalHazardsTest(transform) { print(test.global) }
    }
  }

  static func concordance(_ print: Printer) throws {
    let data = try SurvivalData([.event(at: 1), .event(at: 2), .event(at: 3), .censored(at: 4)])
    print(try Concordance(data, predictors: [3, 1, 4, 2]))
  }

  static func predictedSurvival(_ print: Printer) throws {
    let data = try SurvivalData([.event(at: 1), .event(at: 2), .event(at: 3), .censored(at: 4)])
    let design = try DesignMatrix([.continuous(name: "x", values: [1, 0, 1, 0])], rowCount: 4)
    if let curve = try CoxModel(data, design: design).predictedSurvival(covariates: [1]) {
      print(curve)
      if let survival = curve.estimate(at: 2) { print(survival) }
    }
  }

  static func covariateOrigin(_ print: Printer) throws {
    let data = try SurvivalData([.event(at: 1), .event(at: 2), .event(at: 3), .censored(at: 4)])
    let design = try DesignMatrix([.continuous(name: "x", values: [1, 0, 1, 0])], rowCount: 4)
    let model = try CoxModel(data, design: design)
    for origin in CovariateOrigin.allCases {
      if let baseline = model.baseline(at: origin) { print(baseline) }
    }
  }

  static func schoenfeldResidual(_ print: Printer) throws {
    let data = try SurvivalData([.event(at: 1), .event(at: 2), .event(at: 3), .censored(at: 4)])
    let design = try DesignMatrix([.continuous(name: "x", values: [1, 0, 1, 0])], rowCount: 4)
    for residual in try CoxModel(data, design: design).schoenfeldResiduals ?? [] {
      print((residual.values[0] * 1000).rounded() / 1000)
    }
  }

  static func symmetricMatrix(_ print: Printer) throws {
    var matrix = SymmetricMatrix(order: 2)
    matrix[0, 0] = 2
    matrix[1, 0] = 0.5
    print(matrix)
  }
}
