import Analysis
import CohortModel
import Report
import Session
import TerminalGrid

/// Where somebody is among the patients.
package struct PatientsPane: Hashable, Sendable {
  /// The place in the file of the patient under the cursor, so that another order keeps it.
  package var number: Int?
  /// The line under the cursor.
  package var line = 0
  /// The first line in sight, of the list and of a card.
  package var scroll = 0
  package var cardScroll = 0
  package var listing = PatientListing()
}

/// The cursor of the Patients view, and what is done with the patient under it.
extension DashboardState {
  private var patientsScene: PatientsScene? { display.view == .patients ? scene?.patients : nil }

  /// The row of the list under the cursor.
  private var currentPatient: Int? {
    guard let scene = patientsScene, scene.rows.indices.contains(patients.line) else { return nil }
    return scene.rows[patients.line]
  }

  mutating func movePatient(_ gesture: Gesture) {
    guard let scene = patientsScene else { return }
    if scene.card != nil, patients.listing.card != nil { return moveInCard(gesture) }
    let page = max(1, scene.list.height - 1)
    switch gesture {
    case .up: patients.line -= 1
    case .down: patients.line += 1
    case .pageUp: patients.line -= page
    case .pageDown: patients.line += page
    case .top: patients.line = 0
    case .bottom: patients.line = scene.rows.count - 1
    default: break
    }
    clampPatients()
  }

  /// Up and down through the card, to the left and right from patient to patient.
  private mutating func moveInCard(_ gesture: Gesture) {
    guard let scene = patientsScene, let card = scene.card else { return }
    let height = max(1, scene.noteArea.maxY - scene.list.y)
    switch gesture {
    case .up: patients.cardScroll -= 1
    case .down: patients.cardScroll += 1
    case .pageUp: patients.cardScroll -= height
    case .pageDown: patients.cardScroll += height
    case .top: patients.cardScroll = 0
    case .bottom: patients.cardScroll = card.lines.count
    case .left, .right:
      patients.line += gesture == .left ? -1 : 1
      clampPatients()
      patients.listing.card = patients.number
    default: break
    }
    patients.cardScroll = max(0, min(patients.cardScroll, card.lines.count - height))
  }

  /// Keeps the cursor on a patient and the patient in sight.
  mutating func clampPatients() {
    guard let scene = patientsScene else { return }
    patients.line = max(0, min(patients.line, scene.rows.count - 1))
    patients.number = scene.number(ofLine: patients.line)
    let height = max(1, scene.list.height)
    patients.scroll = min(max(patients.scroll, patients.line - height + 1), patients.line)
    patients.scroll = max(0, min(patients.scroll, scene.rows.count - height))
  }

  /// Finds the patient under the cursor again in a new list; who comes next, where there is no such patient any more.
  mutating func keepPatient() {
    guard let scene = patientsScene else { return }
    if let number = patients.number, scene.number(ofLine: patients.line) != number,
      let line = scene.rows.firstIndex(where: { scene.report.result.rows.numbers[$0] == number })
    {
      patients.line = line
    }
    clampPatients()
  }

  /// Puts the cursor on a patient in sight.
  mutating func pressPatient(line: Int) -> Effect? {
    guard let scene = patientsScene, scene.card == nil,
      scene.rows.indices.contains(patients.scroll + line)
    else { return nil }
    patients.line = patients.scroll + line
    clampPatients()
    return nil
  }

  /// A gesture that means something only among patients.
  mutating func choosePatients(_ gesture: Gesture) -> Effect? {
    switch gesture {
    case .choosePatientOrder: overlay = .menu(patientOrderMenu)
    case .choosePatientColumns: overlay = .menu(patientColumnsMenu(at: nil))
    case .togglePatientColumn(let name): return togglePatientColumn(name)
    case .leaveOut: return leaveOut()
    case .toggleIdentifiers: return run(.identifiers(display.hidesIdentifiers))
    case .listStep: return listStep()
    default: break
    }
    return nil
  }

  // MARK: Looking at patients

  mutating func openPatient() -> Effect? {
    guard let number = patients.number, currentPatient != nil else { return nil }
    (patients.listing.card, patients.cardScroll) = (number, 0)
    return nil
  }

  /// Lists the patients whose event is at the step under the cross-hair.
  private mutating func listStep() -> Effect? {
    guard let crosshair = display.crosshair, let report = scene?.report, let unit = scene?.ask.unit
    else {
      message = .note("x shows a cross-hair; Enter lists the patients of the step there")
      return nil
    }
    guard report.step(at: report.time.recorded(crosshair.value(in: unit))) != nil else {
      message = .note("No event up to the cross-hair")
      return nil
    }
    run(.view(.patients))
    patients.listing.step = crosshair
    return nil
  }

  /// Closes the card, then lists everybody again, then goes back to where somebody came from; `nil` where nothing of
  /// that is to be done.
  mutating func leavePatients() -> Effect? {
    if patients.listing.card != nil {
      patients.listing.card = nil
    } else if !patients.listing.search.isEmpty {
      patients.listing.search = ""
    } else {
      return run(.view(.curves))
    }
    return nil
  }

  /// Marks the patient under the cursor, or takes the mark off.
  mutating func markPatient() -> Effect? {
    guard let row = currentPatient, let list = patientsScene?.report.result else { return nil }
    let name = list.name(row)
    let effect = run(display.markedPatients.contains(name) ? .unmark(name) : .mark(name))
    movePatient(.down)
    return effect
  }

  /// Takes the patient under the cursor out of all numbers.
  private mutating func leaveOut() -> Effect? {
    guard let row = currentPatient, let list = patientsScene?.report.result else { return nil }
    guard let variable = list.identifier else {
      message = .error(
        "Nothing here says who is who, so nobody can be left out: name the identifier, as --id does")
      return nil
    }
    guard list.isIdentifierUnique, let name = list.identifier(row),
      let counted = schema.variable(variable.name)
    else {
      message = .error(
        "\(variable.label) does not tell these patients apart, so one alone cannot be left out")
      return nil
    }
    let condition = FilterExpression.leavingOut(name, of: counted, from: question.filters[variable.name])
    patients.listing.card = nil
    let effect = run(.filter(variable.name, condition))
    if message == nil {
      let said = display.hidesIdentifiers ? "1 patient" : name
      message = .note("All numbers are without \(said) now; u takes it back")
    }
    return effect
  }

  // MARK: Menus

  private var patientOrderMenu: Menu {
    let present = display.patientOrder
    let shown = patientsScene?.report.result.variables ?? []
    let keys: [(PatientOrder.Key, Bool)] =
      [(.followUp, true), (.event, false), (.identifier, false), (.file, false)]
      + shown.map { (.variable($0.name), false) }
    let items = keys.map { key, isDescending in
      let isPresent = present.key == key
      let order = PatientOrder(key, isDescending: isPresent ? !present.isDescending : isDescending)
      return Menu.Item(
        PatientsScene.words(order, words), detail: isPresent ? "the other way round" : "",
        .command(.order(order)))
    }
    return Menu(
      title: "Sort patients by", items: items, cursor: keys.firstIndex { $0.0 == present.key } ?? 0)
  }

  private var shownColumns: [String] {
    display.patientColumns ?? patientsScene?.report.result.variables.map(\.name) ?? []
  }

  /// - Parameter name: the variable under the cursor.
  private func patientColumnsMenu(at name: String?) -> Menu {
    let shown = shownColumns
    let rest = PatientList.shown(in: schema).map(\.name).filter { !shown.contains($0) }
    var items = (shown + rest).compactMap(schema.variable).map { variable in
      Menu.Item(
        "\(shown.contains(variable.name) ? "[x]" : "[ ]") \(variable.label)", detail: variable.name,
        .gesture(.togglePatientColumn(variable.name)))
    }
    items.append(Menu.Item("the usual ones", .command(.columns(nil))))
    let cursor = name.flatMap { (shown + rest).firstIndex(of: $0) }
    return Menu(title: "Columns, in the order in which they were chosen", items: items, cursor: cursor ?? 0)
  }

  private mutating func togglePatientColumn(_ name: String) -> Effect? {
    var names = shownColumns
    if let place = names.firstIndex(of: name) { names.remove(at: place) } else { names.append(name) }
    let effect = run(.columns(names.isEmpty ? nil : names))
    overlay = .menu(patientColumnsMenu(at: name))
    return effect
  }
}
