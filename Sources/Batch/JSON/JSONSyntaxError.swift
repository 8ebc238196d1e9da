/// What is not JSON, and at which byte.
struct JSONSyntaxError: Error, Equatable, Sendable {
  var offset: Int
  var message: String
}
