/// An endpoint that was found without being told.
struct GuessedEndpoint {
  var declaration: EndpointDeclaration
  let rule: EndpointOrigin.Rule
}
