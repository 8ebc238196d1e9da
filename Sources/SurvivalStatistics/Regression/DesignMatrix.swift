/// The explanatory variables of a regression as columns of numbers.
///
/// A factor becomes one 0/1 column for each level that occurs except the reference (treatment contrasts);
/// levels that do not occur among the rows are dropped.
///
/// ```swift
/// let stage = Covariate.factor(name: "stage", levels: ["I", "II", "III"], codes: [2, 0, 1])
/// let design = try DesignMatrix([.continuous(name: "age", values: [61, 45, 70]), stage], rowCount: 3)
/// print(design)
/// print(design.row(0))
/// // DesignMatrix: 3 rows, columns age, stage=II, stage=III
/// // [61.0, 0.0, 1.0]
/// ```
public struct DesignMatrix: Equatable, Sendable {
  /// The variables, in the order given.
  public let terms: [ModelTerm]
  /// The name of each column: the variable's, or `VARIABLE=LEVEL`.
  public let columnNames: [String]
  /// The columns, each as long as there are rows.
  public let columns: [[Double]]
  /// Number of rows.
  public let rowCount: Int

  /// Number of columns: of coefficients.
  public var columnCount: Int { columns.count }

  /// Codes variables as columns.
  ///
  /// - Throws: ``SurvivalDataError`` when their lengths differ, a value is not finite or a level is unknown.
  /// - Complexity: O(*n* *p*) for *n* rows and *p* columns.
  public init(_ covariates: [Covariate], rowCount: Int) throws(SurvivalDataError) {
    var (terms, names, columns) = ([ModelTerm](), [String](), [[Double]]())
    for covariate in covariates {
      let first = columns.count
      var reference: String?
      switch covariate {
      case .continuous(let name, let values):
        try Self.check(name, count: values.count, rowCount: rowCount)
        for row in values.indices where !values[row].isFinite { throw .notFinite(column: name, row: row) }
        names.append(name)
        columns.append(values)
      case .columns(let name, let parts, let values):
        if parts.count != values.count {
          throw .lengthMismatch(column: name, expected: parts.count, found: values.count)
        }
        for (part, numbers) in zip(parts, values) {
          try Self.check(part, count: numbers.count, rowCount: rowCount)
          for row in numbers.indices where !numbers[row].isFinite { throw .notFinite(column: part, row: row) }
        }
        names += parts
        columns += values
      case .factor(let name, let levels, let codes):
        try Self.check(name, count: codes.count, rowCount: rowCount)
        for row in codes.indices where !levels.indices.contains(codes[row]) {
          throw .unknownGroup(row: row, group: codes[row])
        }
        var occurs = [Bool](repeating: false, count: levels.count)
        for code in codes { occurs[code] = true }
        let present = levels.indices.filter { occurs[$0] }
        reference = present.first.map { levels[$0] }
        for level in present.dropFirst() {
          names.append("\(name)=\(levels[level])")
          columns.append(codes.map { $0 == level ? 1 : 0 })
        }
      }
      terms.append(
        ModelTerm(name: covariate.name, columns: first..<columns.count, referenceLevel: reference))
    }
    (self.terms, columnNames, self.columns, self.rowCount) = (terms, names, columns, rowCount)
  }

  /// Codes the variables of new rows as the columns of another design, levels that do not occur among them too.
  ///
  /// - Throws: ``SurvivalDataError`` as for the first, when a level was not coded there
  ///   (``SurvivalDataError/unknownGroup(row:group:)``) or a variable is missing or of the other kind.
  /// - Complexity: O(*n* *p*) for *n* rows and *p* columns.
  public init(
    _ covariates: [Covariate], rowCount: Int, codedAs model: DesignMatrix
  ) throws(SurvivalDataError) {
    var columns = [[Double]]()
    for term in model.terms {
      let names = Array(model.columnNames[term.columns])
      switch (covariates.first { $0.name == term.name }, term.referenceLevel) {
      case (.continuous(_, let values), nil):
        columns += try DesignMatrix([.continuous(name: term.name, values: values)], rowCount: rowCount)
          .columns
      case (.columns(_, let parts, let values), nil):
        guard parts == names else {
          throw .lengthMismatch(column: term.name, expected: names.count, found: parts.count)
        }
        columns += try DesignMatrix(
          [.columns(name: term.name, names: parts, values: values)], rowCount: rowCount
        ).columns
      case (.factor(_, let levels, let codes), let reference?):
        try Self.check(term.name, count: codes.count, rowCount: rowCount)
        let labels = levels.map { "\(term.name)=\($0)" }
        for row in codes.indices {
          guard levels.indices.contains(codes[row]),
            levels[codes[row]] == reference || names.contains(labels[codes[row]])
          else { throw .unknownGroup(row: row, group: codes[row]) }
        }
        columns += names.map { name in codes.map { labels[$0] == name ? 1 : 0 } }
      default: throw .lengthMismatch(column: term.name, expected: rowCount, found: 0)
      }
    }
    (terms, columnNames, self.columns, self.rowCount) = (model.terms, model.columnNames, columns, rowCount)
  }

  /// The numbers of one row, column by column.
  public func row(_ row: Int) -> [Double] { columns.map { $0[row] } }

  private static func check(_ name: String, count: Int, rowCount: Int) throws(SurvivalDataError) {
    if count != rowCount { throw .lengthMismatch(column: name, expected: rowCount, found: count) }
  }
}
