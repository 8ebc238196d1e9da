/// The texts that stand for “no value”.
enum MissingText {
  /// Whether a text means a missing value in every column, in any letter case.
  ///
  /// Codes such as 99 or −1 mean it only where the study file says so. “Not done” is something known about the
  /// patient and stays a value of its own.
  static func contains(_ text: String) -> Bool {
    text.utf8.count <= 20 && tokens.contains(text.lowercased())
  }

  private static let tokens: Set<String> = [
    "", "na", "n/a", "n.a.", "n.a", "#n/a", "#na", "<na>", "nan", "null", "#null!", ".", "-", "--", "–", "—",
    "?", "unk", "unk.", "unknown", "missing", "unbekannt", "k.a.", "desconocido", "inconnu", "sconosciuto",
    "desconhecido", "'--", "not reported", "not known", "not available", "not applicable", "#n/d", "#value!",
    "#ref!", "n.d.", "keine angabe",
    "nicht bekannt", "non noto", "non connu", "onbekend", "okand", "ukendt", "nieznany", "neznamy", "s/d",
    "[not available]", "[not applicable]", "[unknown]", "[not evaluated]", "[not recorded]",
  ]
}
