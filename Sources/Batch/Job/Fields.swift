internal import Study

/// The fields of one JSON object, read by name; what nobody reads is an unknown field.
///
/// Every mistake carries the file and the JSON path. A field that is `null` counts as absent.
struct Fields {
  let file: String
  let path: String
  private let members: [JSONMember]
  private let positions: [String: Int]
  /// The fields that were asked for, each once, in the order of the questions.
  private var known: [String] = []
  private var isKnown: Set<String> = []

  init(_ value: JSONValue, file: String, path: String) throws(JobError) {
    guard case .object(let members) = value else {
      throw .mistake(file: file, path: path, message: "\(value) is no object; expected fields in { }")
    }
    (self.file, self.path, self.members) = (file, path, members)
    positions = Dictionary(
      members.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The names of the fields, in the order of the file.
  var names: [String] { members.map(\.name) }

  /// The value of a field, unless it is absent.
  mutating func take(_ name: String) -> JSONValue? {
    if isKnown.insert(name).inserted { known.append(name) }
    guard let position = positions[name], members[position].value != .null else { return nil }
    return members[position].value
  }

  /// A mistake in one of the fields.
  func mistake(_ name: String, _ message: String) -> JobError {
    .mistake(file: file, path: Self.path(path, name), message: message)
  }

  /// The JSON path of a member: in brackets where the name is no plain word.
  static func path(_ path: String, _ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte)
    }
    return isPlain && !name.isEmpty ? "\(path).\(name)" : "\(path)[\(QuotedText.escaped(name))]"
  }

  /// Refuses fields that nobody has asked for.
  func refuseOthers() throws(JobError) {
    guard let other = names.first(where: { !isKnown.contains($0) }) else { return }
    throw mistake(other, "\(QuotedText.escaped(other)) is no field here; expected \(Self.choice(known))")
  }

  /// The names to choose from as a message lists them: the first twelve.
  static func choice(_ names: [String]) -> String {
    if names.isEmpty { return "none, as there are none" }
    let shown = names.prefix(12).joined(separator: ", ")
    return names.count == 1 ? shown : "one of \(shown)\(names.count > 12 ? ", …" : "")"
  }
}
