import Report
import TerminalGrid

/// The signs and short words of the screen, explained in the help.
enum Glossary {
  struct Entry {
    var sign: String
    var meaning: String
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
        meaning: "few at risk: fewer than 10, or one more event would move the curve by over 5 points"),
      Entry(
        sign: String(charset.dot),
        meaning:
          "along a curve in place of its line: few at risk from here on; as dotted edges: the confidence band"
      ),
      Entry(sign: marks, meaning: "marks along a curve, the same in every table: which arm it is"),
      Entry(
        sign: String(charset.censorMark(at: .middle)),
        meaning: "a patient whose follow-up ends here without the event"),
      Entry(
        sign: "at risk",
        meaning: "observed up to the time at least: entered before, no event and no end of follow-up before"),
      Entry(
        sign: "P values seen",
        meaning:
          "distinct hypotheses whose P was shown: endpoint, cause, arms, filters, window; what was undone, bounds passed on the way and tests that were not possible do not count"
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
        sign: "landmark", meaning: "only those event-free and observed at that time, with the clock restarted"
      ),
      Entry(
        sign: "censor-at", meaning: "everybody's follow-up ends at that time; until only cuts the picture"),
      Entry(
        sign: "follow-up",
        meaning: "median time to the end of observation by reverse Kaplan–Meier of overall survival"),
    ]
  }
}
