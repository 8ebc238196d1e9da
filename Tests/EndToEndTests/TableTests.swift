import Foundation
import TestSupport
import Testing

/// `atrisk table`: the numbers of the screen as data.
@Suite(.serialized)
struct TableTests {
  private static let columns = [
    "curve": "stratum,cause,time,n_risk,n_event,n_censor,estimate,std_error,conf_low,conf_high",
    "risk": "stratum,time,n_risk,n_event,n_competing,n_censor",
    "estimates":
      "stratum,cause,n,n_event,time,n_risk,estimate,std_error,conf_low,conf_high,median,median_low,median_high,followup,followup_low,followup_high",
    "differences":
      "stratum,reference,time,difference,conf_low,conf_high,p_value,rmst_tau,rmst_difference,rmst_low,rmst_high"
      + ",cause,model,ratio,ratio_low,ratio_high,ratio_p,ph_statistic,ph_df,ph_p",
    "tests": "test,cause,statistic,df,p_value,n,n_unknown,stratum,reference,p_holm",
    "characteristics":
      "variable,label,level,stratum,n,percent,n_missing,median,q1,q3,min,max,mean,sd,smd,test,statistic,p_value",
    "flow": "step,condition,n",
    "findings": "severity,line,column,message",
  ]

  private static let questions = [
    ["--by", "inotuzumab"], ["--by", "sex", "--where", "age_years > 4"],
    ["--endpoint", "CIR", "--by", "inotuzumab", "--at", "12"],
    ["--by", "age_years 4 12", "--landmark", "3", "--until", "60"],
  ]

  private func rows(_ name: String, _ question: [String]) throws -> [[String: String]] {
    let result = try Program.run(["table", name] + question)
    #expect(result.status == 0, "\(result.errors)")
    var lines = CSV.rows(result.output)
    let keys = lines.removeFirst()
    #expect(lines.allSatisfy { $0.count == keys.count })
    return lines.map { Dictionary(uniqueKeysWithValues: zip(keys, $0)) }
  }

  @Test(arguments: ["curve", "risk", "estimates", "differences", "tests", "flow"])
  func `says in JSON, Markdown and HTML that it is of a landmark analysis with follow-up ended`(
    name: String
  ) throws {
    let command = ["table", name, "--by", "sex", "--landmark", "3", "--censor-at", "12", "--format"]
    let json = Data(try Program.run(command + ["json"]).output.utf8)
    let parsed = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    let question = try #require(parsed["question"] as? [String: String])
    #expect(question["landmark"] == "3 months" && question["censor_at"] == "12 months")
    let remarks = try #require(parsed["remarks"] as? [[String: String]])
    #expect(remarks.contains { $0["text"]?.contains("left before the landmark at 3 months") == true })
    for (format, before) in [("md", "| ---"), ("html", "</caption>")] {
      let page = try Program.run(command + [format]).output
      let caption = try #require(page.range(of: before).map { page[..<$0.lowerBound] })
      #expect(caption.contains("everybody censored at 12 months"), "\(format)")
      #expect(caption.contains("months since the landmark at 3 months"), "\(format)")
    }
  }

  @Test
  func `has a row for each cause and arm where all causes are asked for`() throws {
    let table = try Program.run(
      ["table", "estimates", "--endpoint", "CIR", "--by", "sex", "--cause", "all"])
    #expect(table.status == 0 && table.errors.isEmpty)
    let rows = table.output.split(separator: "\n").dropFirst().map { $0.split(separator: ",").prefix(2) }
    #expect(rows == [["M", "relapse"], ["M", "death"], ["F", "relapse"], ["F", "death"]])
  }

  @Test(arguments: columns.keys.sorted())
  func `has exactly its columns, in CSV, TSV and JSON the same values`(name: String) throws {
    for question in Self.questions {
      let text = try Program.run(["table", name] + question).output
      #expect(text.split(separator: "\n").first.map(String.init) == Self.columns[name])
      let csv = try rows(name, question)
      let tsv = try Program.run(["table", name, "--format", "tsv"] + question).output
      #expect(tsv.split(separator: "\n").count == csv.count + 1)
      #expect(
        tsv.split(separator: "\n").first?.split(separator: "\t").joined(separator: ",") == Self.columns[name])

      let json = try Program.run(["table", name, "--format", "json"] + question).output
      let parsed = try JSONDecoder().decode(JSONTable.self, from: Data(json.utf8))
      #expect(parsed.table == name)
      #expect(parsed.rows.count == csv.count)
      for (object, row) in zip(parsed.rows, csv) {
        #expect(Set(object.keys) == Set(row.keys))
        for (key, value) in object {
          switch value {
          case .null: #expect(row[key] == "")
          case .number(let number): #expect(row[key].flatMap(Double.init) == number)
          case .text(let text): #expect(row[key] == text)
          }
        }
      }
    }
  }

  @Test(arguments: questions)
  func `says the same numbers as the screen`(question: [String]) throws {
    let screen = try Program.run(["render", "--size", "200x60", "--keys", "z"] + question).output
    let lines = screen.split(separator: "\n").map(String.init)
    for row in try rows("estimates", question) {
      let estimate = try percent(row["estimate"])
      let (low, high) = (try percent(row["conf_low"]), try percent(row["conf_high"]))
      let shown = "\(estimate)% (\(low)–\(high))"
      let line = try #require(lines.first { $0.contains(shown) }, "no line shows \(shown):\n\(screen)")
      let words = Set(line.split { " ()†,".contains($0) }.map(String.init))
      for key in ["n", "n_event", "n_risk"] {
        #expect(words.contains(row[key] ?? ""), "\(key) \(row[key] ?? "") is not in \(line)")
      }
      for key in ["median", "followup"] {
        guard let time = row[key].flatMap(Double.init) else { continue }
        #expect(words.contains(String(format: "%.1f", time)), "\(key) \(time) is not in \(line)")
      }
    }
    for row in try rows("tests", question).prefix(1) {
      let statistic = String(format: "%.2f", try number(row["statistic"]))
      let p = try number(row["p_value"])
      let shown = ["%.3f", "%.2f"].map { "P = \(String(format: $0, p).dropFirst()) " }
      #expect(
        lines.contains { line in
          line.contains("= \(statistic), ") && line.contains("n = \(row["n"] ?? "")")
            && shown.contains { line.contains($0) }
        }, "\(statistic), \(shown)")
    }
    // The numbers at risk stand under their ticks, an arm a line.
    let risk = try rows("risk", question)
    for (_, rows) in Dictionary(grouping: risk, by: { $0["stratum"] ?? "" }) {
      let byTime = Dictionary(
        uniqueKeysWithValues: rows.map { (number: $0["time"] ?? "", risk: $0["n_risk"] ?? "") })
      let axis = try #require(lines.first { $0.contains("months  0 ") })
      let ticks = axis.split(separator: " ").map(String.init).filter { Int($0) != nil }
      let known = ticks.indices.filter { byTime[ticks[$0]] != nil }
      #expect(known.count > 2)
      #expect(
        lines.contains { line in
          let words = line.split(separator: " ").suffix(ticks.count).map(String.init)
          return words.count == ticks.count && known.allSatisfy { words[$0] == byTime[ticks[$0]] }
        }, "no line has \(byTime)")
    }
    let flow = try rows("flow", question)
    #expect(lines[2].contains("\(flow.last?["n"] ?? "") of \(flow.first?["n"] ?? "") analysed"))
  }

  private func number(_ text: String?) throws -> Double { try #require(text.flatMap(Double.init)) }

  private func percent(_ text: String?) throws -> String { String(format: "%.1f", try number(text) * 100) }

  @Test
  func `every curve is what its steps say, and its flow goes down`() throws {
    for question in Self.questions {
      let curve = try rows("curve", question)
      for (_, steps) in Dictionary(grouping: curve, by: { $0["stratum"] ?? "" }) {
        let times = try steps.map { try number($0["time"]) }
        let left = try steps.map { try number($0["n_risk"]) }
        #expect(zip(times, times.dropFirst()).allSatisfy(<) && zip(left, left.dropFirst()).allSatisfy(>))
      }
      let counts = try rows("flow", question).map { try number($0["n"]) }
      #expect(zip(counts, counts.dropFirst()).allSatisfy(>=))
    }
  }

  @Test
  func `characteristics are of the arms asked for, and their counts add up`() throws {
    for question in Self.questions {
      let all = try rows("characteristics", question)
      for (_, rows) in Dictionary(grouping: all, by: { "\($0["variable"] ?? "") \($0["level"] ?? "")" }) {
        let counts = try rows.map { try number($0["n"]) }
        #expect(rows.first?["stratum"] == "all")
        #expect(counts[0] >= counts.dropFirst().reduce(0, +))
      }
      #expect(
        Set(all.compactMap { $0["test"] }).isSubset(of: [
          "", "Fisher", "chi-squared", "rank-sum", "Kruskal-Wallis",
        ]))
    }
  }

  @Test
  func `patients are listed in the order of the file, without what is hidden, with time and status last`()
    throws
  {
    let sample = try rows("patients", ["--endpoint", "CIR", "--where", "disease_phase = CR3"])
    #expect(sample.map { $0["id"] } == ["SYN-026", "SYN-030", "SYN-036", "SYN-041", "SYN-059"])
    #expect(sample[2]["time"] == "3.44" && sample[2]["status"] == "death")

    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let table = "pid,site,born,end,dead\nA-1,x,1950-02-03,5,1\nA-2,y,1960-02-03,7,0\nA-3,x,,,1\n"
    try table.write(to: folder.appendingPathComponent("t.csv"), atomically: true, encoding: .utf8)
    let study = folder.appendingPathComponent("t.toml").path
    try """
    [study]
    data = "t.csv"
    time_unit = "days"
    [variables.pid]
    identifier = true
    hidden = true
    [variables.site]
    hidden = true
    [variables.born]
    type = "date"
    [endpoints.OS]
    time = "end"
    status = "dead"
    codes = { 0 = "censored", 1 = "death" }
    events = ["death"]
    """.write(toFile: study, atomically: true, encoding: .utf8)
    #expect(
      try Program.run(["table", "patients", study]).output
        == "row,born,time,status\n1,1950-02-03,5,death\n2,1960-02-03,7,censored\n3,,,\n")
  }

  @Test(arguments: [
    ["table", "estimatess"], ["table", "estimates", "--format", "x"], ["table"],
    ["table", "risk", "--nonesuch"],
    ["table", "risk", "--by", "nobody"], ["table", "risk", "--at", "soon"],
    ["table", "tests", "--where", "x >"],
    ["table", "curve", "--interval", "exact"], ["render", "--unit", "hours"], ["render", "--size", "x"],
    ["nonesuch", "x", "y"],
  ])
  func `an option or a value that is not known ends with 2 and one line`(arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
  }

  @Test
  func `data that cannot be used end with 1 and one line`() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("table.csv").path
    try "a,b\n1,2\n3,4\n".write(toFile: file, atomically: true, encoding: .utf8)
    for path in ["/no/such/file.csv", file] {
      for name in Self.columns.keys.sorted() {
        let result = try Program.run(["table", name, path])
        #expect(result.status == 1)
        #expect(result.output.isEmpty && result.errors.split(separator: "\n").count == 1)
      }
    }
  }
}

/// What is read of a table in JSON.
private struct JSONTable: Decodable {
  enum Cell: Decodable {
    case null, number(Double), text(String)

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        self = .null
      } else if let number = try? value.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try value.decode(String.self))
      }
    }
  }

  let table: String
  let conventions: String
  let rows: [[String: Cell]]
}

/// Comma-separated values as RFC 4180 has them, read by what is plainest.
private enum CSV {
  static func rows(_ text: String) -> [[String]] {
    var (rows, row, field, isQuoted) = ([[String]](), [String](), "", false)
    for character in text {
      switch character {
      case "\"":
        if !isQuoted, !field.isEmpty { field.append("\"") }
        isQuoted.toggle()
      case "," where !isQuoted:
        row.append(field)
        field = ""
      case "\n" where !isQuoted, "\r\n" where !isQuoted:
        rows.append(row + [field])
        (row, field) = ([], "")
      default: field.append(character)
      }
    }
    return rows
  }
}
