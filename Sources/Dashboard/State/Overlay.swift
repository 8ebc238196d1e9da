/// Something in front of the screen that takes the keys.
package enum Overlay: Sendable, Equatable {
  case menu(Menu)
  case prompt(Prompt)
}
