import CReadStat

/// The files of statistics programs, which bring a dictionary of their variables.
enum StatisticsFormat: Sendable, CaseIterable {
  case spss, spssPortable, stata, sas, sasTransport

  var name: String {
    switch self {
    case .spss: "SPSS file"
    case .spssPortable: "SPSS portable file"
    case .stata: "Stata file"
    case .sas: "SAS data set"
    case .sasTransport: "SAS transport file"
    }
  }

  /// The format that the first bytes tell.
  init?(_ bytes: [UInt8]) {
    let portable = bytes.prefix(600).filter { $0 != 0x0A && $0 != 0x0D }
    if bytes.starts(with: "$FL2".utf8) || bytes.starts(with: "$FL3".utf8) {
      self = .spss
    } else if bytes.starts(with: "<stata_dta>".utf8) || Self.isEarlyStata(bytes.prefix(4)) {
      self = .stata
    } else if bytes.starts(with: Self.sasDataSet) {
      self = .sas
    } else if ["LIBRARY", "LIBV8  "].contains(where: {
      bytes.starts(with: "HEADER RECORD*******\($0) HEADER RECORD".utf8)
    }) {
      self = .sasTransport
    } else if portable.dropFirst(456).starts(with: "SPSSPORT".utf8) {
      self = .spssPortable
    } else {
      return nil
    }
  }

  /// Before release 13 the file begins with the number of its version, the order of its bytes, and a one.
  private static func isEarlyStata(_ start: ArraySlice<UInt8>) -> Bool {
    start.count == 4 && (102...115).contains(start[0]) && (1...2).contains(start[1]) && start[2] == 1
      && start[3] == 0
  }

  private static let sasDataSet: [UInt8] =
    [UInt8](repeating: 0, count: 12)
    + [
      0xC2, 0xEA, 0x81, 0x60, 0xB3, 0x14, 0x11, 0xCF, 0xBD, 0x92, 0x08, 0x00, 0x09, 0xC7, 0x31, 0x8C, 0x18,
      0x1F, 0x10, 0x11,
    ]

  func parse(
    _ parser: UnsafeMutablePointer<readstat_parser_t>, _ context: UnsafeMutableRawPointer
  ) -> readstat_error_t {
    switch self {
    case .spss: readstat_parse_sav(parser, "", context)
    case .spssPortable: readstat_parse_por(parser, "", context)
    case .stata: readstat_parse_dta(parser, "", context)
    case .sas: readstat_parse_sas7bdat(parser, "", context)
    case .sasTransport: readstat_parse_xport(parser, "", context)
    }
  }
}
