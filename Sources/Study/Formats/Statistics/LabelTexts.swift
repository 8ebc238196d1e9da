/// The labels of a variable's codes as the texts of a column.
struct LabelTexts {
  /// The text for each code; codes with the same label have their code behind it.
  let texts: [DictionaryVariable.Value: String]
  /// The texts in the order of their codes, without those that mean a missing value.
  let levels: [String]

  init(_ labels: [(value: DictionaryVariable.Value, text: String)]) {
    let ordered = labels.sorted { Self.precedes($0.value, $1.value) }
    var texts = ordered.map(\.text)
    while true {
      var uses: [String: Int] = [:]
      for text in texts where !MissingText.contains(text) { uses[text, default: 0] += 1 }
      let repeated = texts.indices.filter { uses[texts[$0], default: 0] > 1 }
      if repeated.isEmpty { break }
      for index in repeated { texts[index] += " (\(Self.text(ordered[index].value)))" }
    }
    self.texts = Dictionary(
      zip(ordered.map(\.value), texts).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    levels = texts.filter { !MissingText.contains($0) }
  }

  /// Numbers by size, texts as people sort them, tags last.
  static func precedes(_ a: DictionaryVariable.Value, _ b: DictionaryVariable.Value) -> Bool {
    switch (a, b) {
    case (.number(let a), .number(let b)): a < b
    case (.text(let a), .text(let b)): LevelOrder.precedes(a, b)
    case (.tagged(let a), .tagged(let b)): a < b
    case (.number, .tagged), (.text, .tagged): true
    default: false
    }
  }

  /// A code as a person writes it.
  static func text(_ value: DictionaryVariable.Value) -> String {
    switch value {
    case .missing: "."
    case .tagged(let tag): (0x41...0x7A).contains(tag) ? ".\(Character(Unicode.Scalar(tag)))" : "."
    case .number(let number): ValueFormat.digits(number)
    case .text(let text): text.quoted
    }
  }

  /// Whether a label among plain numbers says that there is no number.
  static func meansMissing(_ label: String) -> Bool {
    MissingText.contains(label) || words.contains(label.lowercased())
  }

  private static let words: Set<String> = [
    "not done", "not known", "not available", "not applicable", "not assessed", "not evaluated",
    "not measured",
    "not performed", "not recorded", "not reported", "not stated", "not tested", "not asked",
    "not determined",
    "not evaluable", "no answer", "no data", "no information", "no response", "none recorded",
    "missing value",
    "missing data", "system missing", "value missing", "data missing", "unknown/missing", "missing/unknown",
    "unknown value", "nd", "n.d.", "nk", "refused", "refusal", "declined", "don't know", "dont know",
    "do not know",
    "doesn't know", "undetermined", "unspecified", "lost", "invalid", "nicht bekannt", "keine angabe",
    "keine angaben",
    "fehlend", "nicht gemessen", "nicht durchgeführt", "non noto", "non disponibile", "mancante", "manquant",
    "non connu", "non fait", "non disponible", "no disponible", "no realizado", "faltante", "perdido",
    "onbekend",
    "ontbrekend", "okänd", "okänt", "ukjent", "ukendt", "nieznane", "brak danych",
  ]
}
