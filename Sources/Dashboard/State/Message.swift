/// A line for the user, shown until the next key.
package struct Message: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case note, error }
  package var kind: Kind
  package var text: String

  package static func note(_ text: String) -> Message { Message(kind: .note, text: text) }
  package static func error(_ text: String) -> Message { Message(kind: .error, text: text) }
}
