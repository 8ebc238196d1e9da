/// What `--version` prints.
enum Version {
  static let text = "atrisk 0.1.0"
}
