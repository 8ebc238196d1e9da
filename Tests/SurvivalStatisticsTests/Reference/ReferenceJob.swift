import Foundation

/// Questions put to a data set: the endpoints, the variables, and the analyses asked for.
struct ReferenceJob: Decodable, Sendable {
  struct Data: Decodable, Sendable {
    var file: String
    var variables: [String: Variable]
  }

  struct Variable: Decodable, Sendable {
    var type: String
    var levels: [String]?
  }

  struct Endpoint: Decodable, Sendable {
    var time: String
    var status: String
    var entry: String?
    var id: String?
    var event: [Int]
    var competing: [Int]?
  }

  var name: String
  var data: Data
  var endpoints: [String: Endpoint]
  var analyses: [ReferenceAnalysis]
}

/// One question with its options.
struct ReferenceAnalysis: Decodable, Sendable {
  var id: String
  var type: String
  var endpoint: String?
  var group: String?
  var strata: [String]?
  var landmark: Double?
  var confLevel: Double?
  var times: [Double]?
  var confTypes: [String]?
  var quantiles: [Double]?
  var quantileConfTypes: [String]?
  var rmstTau: Double?
  var followup: Bool?
  var curve: String?
  var seTypes: [String]?
  var rho: [Double]?
  var weights: [String]?
  var trend: Bool?
  var pairwise: [String]?
  var given: [Double]?
  var covariates: [String]?
  var ties: String?
  var phTest: String?
  var variable: String?
  var minprop: Double?
  var maxprop: Double?
  var pMethods: [String]?
  var row: String?
  var column: String?
  var x: String?
  var y: String?
  var variables: [String]?
}
