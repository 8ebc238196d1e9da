internal import Study

/// What a job says about a column.
struct JobVariable: Sendable, Equatable {
  let isCategorical: Bool
  /// The levels in their order, the first being the reference; `nil` for the order of the values themselves.
  let levels: [String]?

  init(_ fields: inout Fields) throws(JobError) {
    let kinds = [(word: "continuous", value: false), (word: "categorical", value: true)]
    guard let isCategorical = try fields.option("type", kinds, kind: "type of variable") else {
      throw fields.mistake("type", "is missing; expected one of continuous, categorical")
    }
    self.isCategorical = isCategorical
    levels = try fields.texts("levels")
    _ = try fields.optionalText("label")
    _ = try fields.flag("ordered")
    try fields.refuseOthers()
    guard let levels else { return }
    for (index, level) in levels.enumerated() where levels[..<index].contains(level) {
      throw fields.mistake(
        "levels", at: index, "\(QuotedText.escaped(level)) is listed twice; expected it once")
    }
    if !isCategorical { throw fields.mistake("levels", "a continuous variable has no levels") }
  }
}
