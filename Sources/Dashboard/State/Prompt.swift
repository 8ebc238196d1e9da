/// A line to type into.
package struct Prompt: Sendable, Equatable {
  package enum Purpose: Sendable, Equatable {
    case find
    case landmark
    case contains(variable: Int)
  }

  package var title: String
  package var text = ""
  package var purpose: Purpose

  package init(_ title: String, _ purpose: Purpose) { (self.title, self.purpose) = (title, purpose) }
}
