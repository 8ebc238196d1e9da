// Fails, naming them, if public symbols of a symbol graph have no documentation.
//
// Usage: documented GRAPH.symbols.json
import Foundation

struct SymbolGraph: Decodable {
  struct Symbol: Decodable {
    struct Comment: Decodable {}
    struct Location: Decodable {
      struct Position: Decodable { var line: Int }
      var uri: String
      var position: Position
    }

    var pathComponents: [String]
    var docComment: Comment?
    /// Where it is written; what the compiler adds is written nowhere.
    var location: Location?
  }

  var symbols: [Symbol]
}

guard CommandLine.arguments.count == 2 else {
  FileHandle.standardError.write(Data("usage: documented GRAPH.symbols.json\n".utf8))
  exit(2)
}
let data = try Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1]))
let written = try JSONDecoder().decode(SymbolGraph.self, from: data).symbols.filter { $0.location != nil }
let bare = written.filter { $0.docComment == nil }
for symbol in bare {
  let file = symbol.location.flatMap { URL(string: $0.uri)?.path } ?? ""
  let line = (symbol.location?.position.line ?? 0) + 1
  print("\(file):\(line): \(symbol.pathComponents.joined(separator: ".")) has no documentation")
}
print("\(written.count - bare.count) of \(written.count) public symbols are documented")
exit(bare.isEmpty && !written.isEmpty ? 0 : 1)
