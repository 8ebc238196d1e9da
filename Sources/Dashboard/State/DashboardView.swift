/// The full-screen views, numbered as their keys are.
package enum DashboardView: Int, Hashable, Sendable, CaseIterable {
  case curves = 1
  case data = 6

  package var title: String {
    switch self {
    case .curves: "Curves"
    case .data: "Data"
    }
  }
}
