/// An endpoint that was found without being told.
struct GuessedEndpoint {
  var declaration: EndpointDeclaration
  let rule: EndpointOrigin.Rule
  /// Why somebody should be asked before it is used; `nil` where it is sure.
  var doubt: String?
  /// What was assumed of its codes.
  var remarks: [String] = []
}
