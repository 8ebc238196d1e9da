/// A variable of the patients described in each group, a line of a table of characteristics.
package enum Characteristic: Equatable, Sendable {
  case number(NumberByGroup)
  case levels(LevelsByGroup)
}
