import Session
import TerminalGrid

extension KeyTable {
  /// What keys do among single patients.
  static let patients: [Binding] = [
    Binding(
      keys: [.enter], gesture: .open, label: "card", help: "Show everything about the patient",
      place: .patients, footer: 0),
    Binding(
      keys: [.character(" ")], gesture: .toggle, label: "mark",
      help: "Mark the patient, also on the curves, or take the mark off", place: .patients, footer: 0),
    Binding(
      keys: [.character("x")], gesture: .leaveOut, label: "leave out",
      help: "Take the patient out of all numbers; u takes it back", place: .patients, footer: 1),
    Binding(
      keys: [.character("o")], gesture: .choosePatientOrder, label: "sort", help: "Sort the patients",
      place: .patients, footer: 2),
    Binding(
      keys: [.character("v")], gesture: .choosePatientColumns, label: "columns",
      help: "Choose what is shown of the patients", place: .patients, footer: 2),
    Binding(
      keys: [.character("P")], gesture: .toggleIdentifiers, label: "identifiers",
      help: "Hide what patients are called, everywhere, or show it again", place: .patients, footer: 5),
    Binding(
      keys: [.enter], gesture: .listStep, label: "patients",
      help: "List the patients of the step under the cross-hair", place: .crosshair),
    Binding(
      keys: [.character("5")], gesture: .command(.view(.patients)), label: "patients",
      help: "Show single patients with their swim lanes"),
  ]
}
