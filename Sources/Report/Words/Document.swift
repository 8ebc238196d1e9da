/// A view as it is read from its beginning to its end: for a page, a ticket, or a voice.
package struct Document: Hashable, Sendable {
  package enum Block: Hashable, Sendable {
    case heading(String)
    case sentence(Sentence)
    case remark(Remark)
    case table(Table)
  }

  package var title: String
  package var blocks: [Block]

  package init(title: String, blocks: [Block]) { (self.title, self.blocks) = (title, blocks) }
}
