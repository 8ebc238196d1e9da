package import TerminalGrid

/// What the user asked of the terminal; `nil` leaves it to what the terminal says of itself.
package struct TerminalSettings: Hashable, Sendable {
  package var colorDepth: ColorDepth?
  package var mouse: Bool
  /// Whether frames are put between marks that let the terminal show them all at once.
  package var synchronizedOutput: Bool?

  package init(colorDepth: ColorDepth? = nil, mouse: Bool = true, synchronizedOutput: Bool? = nil) {
    (self.colorDepth, self.mouse, self.synchronizedOutput) = (colorDepth, mouse, synchronizedOutput)
  }

  /// What the environment says: `NO_COLOR`, `ATRISK_SYNC`, and a TERM whose terminals show marks as rubbish.
  func completed(by environment: [String: String]) -> TerminalSettings {
    var settings = self
    if colorDepth == nil, environment["NO_COLOR"]?.isEmpty == false { settings.colorDepth = ColorDepth.none }
    if synchronizedOutput == nil {
      let name = environment["TERM"] ?? ""
      let isOld = name.hasPrefix("linux") || name.hasPrefix("vt") || name == "dumb"
      settings.synchronizedOutput = environment["ATRISK_SYNC"].map { $0 != "0" } ?? !isOld
    }
    return settings
  }
}
