import Batch
import Foundation
import Study

/// A job file: read, and its questions answered as JSON.
struct JobTarget: FuzzTarget {
  let name = "job"
  let longest = 8_192

  var seeds: [[UInt8]] {
    Seeds.bytes([
      """
      {"format": "atrisk-job/1", "name": "job", "title": "é \\u00e9 \\ud83d\\ude00",
       "data": {"file": "table.csv", "time_unit": "months", "variables": {
         "sex": {"type": "categorical", "levels": ["F", "M"], "label": "Sex"}, "age": {"type": "continuous"}}},
       "endpoints": {
         "os": {"time": "os_months", "status": "os_status", "event": [1], "label": "OS"},
         "cir": {"time": "efs_months", "status": "cause", "event": [1], "competing": [2], "entry": "entry", "id": "id"}},
       "analyses": [
         {"id": "a", "type": "kaplan_meier", "endpoint": "os", "group": "sex", "times": [1, 12.5], "landmark": 1,
          "conf_types": ["log-log", "plain", "log", "logit", "arcsin"], "quantiles": [0.5, 0.25], "rmst_tau": 24,
          "followup": true, "curve": "steps_with_ci"},
         {"id": "b", "type": "logrank_test", "endpoint": "os", "group": "stage", "strata": ["sex"], "trend": true,
          "weights": ["logrank", "fh(1,0.5)"], "pairwise": ["holm", "BH"]},
         {"id": "c", "type": "cox", "endpoint": "os", "covariates": ["dose", "sex"], "ties": "breslow", "ph_test": "km"}
       ]}
      """,
      """
      {"format": "atrisk-job/1", "name": "j", "data": {"file": "table.csv", "reading": "inferred"},
       "endpoints": {"e": {"time": "efs_months", "status": "cause", "event": 1, "competing": [2]}},
       "analyses": [
         {"id": "d", "type": "cumulative_incidence", "endpoint": "e", "times": [6], "se_types": ["aalen", "ij"]},
         {"id": "e", "type": "gray_test", "endpoint": "e", "group": "sex", "rho": [0, 1]},
         {"id": "f", "type": "fine_gray", "endpoint": "e", "covariates": ["dose"]},
         {"id": "g", "type": "risk_table", "endpoint": "e", "group": "donor type", "times": [0, 1e3]},
         {"id": "h", "type": "conditional_survival", "endpoint": "e", "given": [1, 2], "times": [3]},
         {"id": "i", "type": "contingency", "row": "sex", "column": "stage"},
         {"id": "j", "type": "rank_sum", "variable": "age", "group": "sex"},
         {"id": "k", "type": "kruskal_wallis", "variable": "age", "group": "stage"},
         {"id": "l", "type": "spearman", "x": "age", "y": "os_months"},
         {"id": "m", "type": "summary", "variables": ["age", "stage"], "group": "sex"}]}
      """,
      "", "{", "[]", "{}", "null", "{\"format\": \"atrisk-job/1\"}", "\u{FEFF}{}", "{\"a\": 1, \"a\": 2}",
    ])
  }

  var words: [String] {
    [
      "{}", "[]", "null", "true", "1e999", "\"os\"", "\"sex\"", "\"age\"", "\"dose\"", "\"stage\"", "\"id\"",
      "\"times\":", "\"landmark\":",
      "\"group\":", "\"entry\": \"entry\",", "\"conf_level\": 0.999999999999,", "\"quantiles\": [0, 1],",
      "\"strata\": [\"stage\"],", "\"reading\": \"inferred\",",
      "\"curve\": \"steps\",", "\"event\": [1, 2]", "\"competing\": [3]", "\"ph_test\": \"rank\"", "\\ud800",
      "\\u0000",
    ]
  }

  /// Codes, gaps and numbers as jobs have them; no note, which would make every column text.
  private static let table = Array(
    """
    id,sex,age,stage,donor type,entry,os_months,os_status,efs_months,cause,dose
    1,F,12.5,I,MUD,0,1.25,1,1.25,1,1.5
    2,M,7,II,MSD,0.5,60.5,0,60.5,0,2
    3,F,,III,MUD,0,12,1,10.75,1,0.5
    4,M,17.25,I,haplo,1,24,0,24,0,3
    5,F,3,IV,MSD,0,0.5,1,0.5,2,2.5
    6,M,11,II,MUD,0,33.75,1,30,1,1
    7,F,9,I,haplo,0,48,0,48,0,4
    8,M,15,III,é,2,5.5,1,5.5,2,2
    9,F,6,II,e\u{301},0,72,0,72,0,1.25
    10,M,1e300,IV,MSD,0,18.25,1,18.25,2,3.5
    11,F,-1e308,I,MUD,0,36,0,36,0,0.75

    """.utf8)

  func read(_ input: [UInt8]) async throws(BrokenPromise) {
    do {
      let job = try Job(input, path: "job.json") { path, mode, _ throws(StudyError) in
        guard path.hasSuffix("/table.csv") else { throw .noSuchFile(path: path) }
        return try Table.read(Self.table, named: path, mode: mode)
      }
      let json = job.results(producedBy: "fuzz").json
      try Promises.check(printed: json, isLine: false)
      guard (try? JSONSerialization.jsonObject(with: Data(json.utf8))) != nil else {
        throw BrokenPromise("the answers are no JSON:\n\(json)")
      }
    } catch let error as BrokenPromise {
      throw error
    } catch {
      try Promises.check(printed: "\(error)")
    }
  }
}
