import Report
import TerminalGrid

/// The signs and short words of the screen, explained in the help.
enum Glossary {
  struct Entry {
    var sign: String
    var meaning: String
  }

  /// Each way in which a censored patient is marked.
  private static func censorMarks(_ charset: Charset) -> String {
    var marks: [String] = []
    for mark in [charset.censorMark(at: .middle), charset.censorMark(at: .lower), charset.hangingCensorMark]
    where !marks.contains(String(mark)) { marks.append(String(mark)) }
    return marks.joined(separator: " ")
  }

  static func entries(_ charset: Charset) -> [Entry] {
    let marks = SeriesMark.standard.prefix(3).map { String($0.glyph(charset)) }.joined(separator: " ")
    return [
      Entry(
        sign: "NE",
        meaning: "not estimable: nobody was observed that long, or nothing says how wide the interval is"),
      Entry(sign: "NR", meaning: "not reached: fewer than half have had the event by the last time observed"),
      Entry(sign: "95% CI", meaning: "95% confidence interval, pointwise; : interval chooses its scale"),
      Entry(
        sign: Quantity.uncertaintyMark,
        meaning: Quantity.uncertaintyMeaning),
      Entry(
        sign: String(charset.dot),
        meaning:
          "double dots along a curve: the edges of its confidence band; single dots across the plot: guide lines"
      ),
      Entry(
        sign: "gaps",
        meaning:
          "a curve in sparse pieces: few at risk from here on; the mark and the colour tell which arm it is"),
      Entry(sign: "KM", meaning: "Kaplan–Meier estimate of survival, Greenwood's variance"),
      Entry(
        sign: "AJ",
        meaning:
          "Aalen–Johansen estimate of a cumulative incidence where other causes compete, Aalen's variance"),
      Entry(
        sign: "log-rank",
        meaning:
          "test that the arms' hazards do not differ, over the whole follow-up; χ² with its degrees of freedom"
      ),
      Entry(sign: "Gray", meaning: "test that the arms' cumulative incidences of one cause do not differ"),
      Entry(
        sign: "immortal time",
        meaning:
          "patients are grouped by something learned later: to be in that group they had to live until then"),
      Entry(
        sign: marks,
        meaning:
          "marks along a curve, the same in every table: which arm it is; arms in the same place take turns in colour and mark"
      ),
      Entry(
        sign: censorMarks(charset),
        meaning: "censored: a patient whose follow-up ends here without the event"),
      Entry(
        sign: "at risk",
        meaning: "observed up to the time at least: entered before, no event and no end of follow-up before"),
      Entry(
        sign: "P values seen",
        meaning:
          "distinct hypotheses whose P was shown: endpoint, cause, arms, filters, window; each factor of the Univariable view and each term of a model is one; what was undone, bounds passed on the way and tests that were not possible do not count"
      ),
      Entry(
        sign: "P",
        meaning:
          "of the test named before it, over the whole follow-up unless a window is named; muted where an arm has fewer than 5 patients or there are fewer than 5 events"
      ),
      Entry(
        sign: "unknown", meaning: "patients without a value of the variable: in no arm, and not counted as no"
      ),
      Entry(
        sign: "known later",
        meaning:
          "a variable whose value is learned after time zero: grouping by it favours those who live to see it"
      ),
      Entry(
        sign: "LM", meaning: "after the landmark"
      ),
      Entry(
        sign: "landmark", meaning: "only those event-free and observed at that time, with the clock restarted"
      ),
      Entry(
        sign: "censor-at", meaning: "everybody's follow-up ends at that time; until only cuts the picture"),
      Entry(
        sign: "follow-up",
        meaning:
          "median time to the end of observation by reverse Kaplan–Meier: of overall survival, or of the endpoint where the study has none"
      ),
    ]
  }
}
