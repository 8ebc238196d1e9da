import Testing

/// A table of the kind that breaks programs: columns `entry,time,status,group,other,x,y`.
struct AwkwardTable: CustomTestStringConvertible, Sendable {
  let name: String
  let rows: [String]

  var testDescription: String { name }
  var csv: String { (["entry,time,status,group,other,x,y"] + rows).joined(separator: "\n") + "\n" }

  static let all = [
    AwkwardTable(
      name: "ties",
      rows: (0..<60).map { "0,\(1 + $0 / 20),\($0 % 3),\(letter($0 % 2)),u,\($0 % 4),\($0 % 5)" }),
    AwkwardTable(
      name: "zero events", rows: (1...20).map { "0,\($0),0,\(letter($0 % 2)),\(letter($0 % 3)),\($0),\(-$0)" }
    ),
    AwkwardTable(name: "one group", rows: (1...20).map { "0,\($0),\($0 % 3),A,u,\($0 * $0),\($0 % 7)" }),
    AwkwardTable(
      name: "huge and tiny times",
      rows: (0..<40).map {
        "0,\($0 % 2 == 0 ? "1e300" : "1e-300"),\($0 % 3),\(letter($0 % 2)),u,\($0 % 2 == 0 ? "1e308" : "-1e308"),1e-308"
      }),
    AwkwardTable(
      name: "last-bit differences",
      rows: (0..<40).map {
        "0,\(1e12 + Double($0 % 10) * 1e-4),\($0 % 3),\(letter($0 % 2)),u,\(1e8 + Double($0 % 3)),\($0)"
      }),
    AwkwardTable(
      name: "collinear and constant covariates",
      rows: (1...30).map { "0,\(($0 * 7) % 31),\($0 % 3),\(letter($0 % 2)),u,\($0 % 2),\(2 * ($0 % 2) + 1)" }),
    AwkwardTable(
      name: "separated",
      rows: (1...30).map { "0,\($0),\($0 <= 10 ? 1 : 0),\($0 <= 10 ? "A" : "B"),u,\($0 <= 10 ? 1 : 0),\($0)" }
    ),
    AwkwardTable(
      name: "thirty levels",
      rows: (0..<150).map {
        "0,\(1 + ($0 * 37) % 101),\($0 % 3),L\($0 % 30),M\($0 % 29),\($0 % 13),\(($0 * 17) % 150)"
      }),
    AwkwardTable(name: "all missing", rows: (1...10).map { _ in ",,,,,," }),
    AwkwardTable(
      name: "each row lacks something", rows: ["0,1,1,A,u,,", ",2,1,B,v,1,2", "0,,1,A,u,1,2", "0,3,,,u,1,2"]),
    AwkwardTable(name: "one row", rows: ["0,5,1,A,u,1,2"]),
    AwkwardTable(name: "two rows", rows: ["0,5,1,A,u,1,2", "0,6,2,B,v,2,1"]),
    AwkwardTable(name: "no rows", rows: []),
    AwkwardTable(
      name: "duplicated rows",
      rows: (0..<40).map { _ in "0,3,1,A,u,2,2" } + (0..<40).map { _ in "0,4,2,B,v,3,1" }),
    AwkwardTable(
      name: "everybody fails at once",
      rows: (0..<30).map { "0,7,1,\(letter($0 % 2)),\(letter($0 % 3)),\($0),\($0 % 2)" }),
    AwkwardTable(
      name: "delayed entry",
      rows: (1...40).map {
        "\($0 % 9),\($0 % 9 + 1 + $0 % 5),\($0 % 3),\(letter($0 % 3)),\(letter($0 % 2)),\($0),\($0 % 6)"
      }),
    AwkwardTable(
      name: "negative times",
      rows: (1...20).map { "-100,\(-$0),\($0 % 3),\(letter($0 % 2)),u,\($0),\($0 % 4)" }),
    AwkwardTable(
      name: "time zero",
      rows: (0..<20).map { "-1,0,\($0 % 3),\(letter($0 % 2)),\(letter($0 % 3)),\($0),\($0 % 4)" }),
  ]

  private static func letter(_ index: Int) -> String { ["A", "B", "C"][index] }

  /// Every type of analysis, most of them several times.
  static let job = """
    {
      "format": "atrisk-job/1", "name": "awkward",
      "data": {"file": "data.csv"},
      "endpoints": {
        "os": {"time": "time", "status": "status", "event": [1]},
        "any": {"time": "time", "status": "status", "event": [1, 2]},
        "c1": {"time": "time", "status": "status", "event": [1], "competing": [2]},
        "late": {"entry": "entry", "time": "time", "status": "status", "event": [1], "competing": [2]}
      },
      "analyses": [
        {"id": "km", "type": "kaplan_meier", "endpoint": "os", "times": [0, 2, 4, 1e9], "conf_types": ["plain", "log", "log-log", "logit", "arcsin"], "quantiles": [0, 0.25, 0.5, 1], "quantile_conf_types": ["log-log", "plain"], "rmst_tau": 3, "followup": true, "curve": "steps_with_ci"},
        {"id": "km.group", "type": "kaplan_meier", "endpoint": "late", "group": "group", "times": [0, 2], "conf_types": ["log-log"], "quantiles": [0.5], "rmst_tau": 3, "followup": true, "curve": "steps_with_ci"},
        {"id": "km.landmark", "type": "kaplan_meier", "endpoint": "any", "group": "other", "landmark": 2.5, "times": [1], "rmst_tau": 1, "curve": "steps"},
        {"id": "risk", "type": "risk_table", "endpoint": "late", "group": "group", "times": [0, 3, 1e300]},
        {"id": "conditional", "type": "conditional_survival", "endpoint": "os", "given": [0, 2.5, 1e9], "times": [0, 1]},
        {"id": "cif", "type": "cumulative_incidence", "endpoint": "c1", "group": "group", "times": [0, 3, 10], "se_types": ["aalen", "greenwood", "ij"]},
        {"id": "cif.late", "type": "cumulative_incidence", "endpoint": "late", "times": [0, 3, 10], "se_types": ["greenwood", "ij"]},
        {"id": "gray", "type": "gray_test", "endpoint": "c1", "group": "group", "rho": [0, 1]},
        {"id": "gray.strata", "type": "gray_test", "endpoint": "late", "group": "group", "strata": ["other"]},
        {"id": "logrank", "type": "logrank_test", "endpoint": "os", "group": "group", "weights": ["logrank", "gehan-breslow", "tarone-ware", "peto-peto", "modified-peto-peto", "fh(1,0)", "fh(0,1)", "fh(0.5,2)"], "trend": true, "pairwise": ["holm", "BH", "bonferroni"]},
        {"id": "logrank.strata", "type": "logrank_test", "endpoint": "late", "group": "group", "strata": ["other"], "landmark": 1.5},
        {"id": "cox.x", "type": "cox", "endpoint": "any", "covariates": ["x"], "ph_test": "km"},
        {"id": "cox.xy", "type": "cox", "endpoint": "os", "covariates": ["x", "y"], "ties": "breslow", "ph_test": "identity"},
        {"id": "cox.group", "type": "cox", "endpoint": "late", "covariates": ["group", "x"], "strata": ["other"], "ph_test": "rank"},
        {"id": "fg", "type": "fine_gray", "endpoint": "c1", "covariates": ["x", "y"]},
        {"id": "fg.group", "type": "fine_gray", "endpoint": "c1", "covariates": ["group"]},
        {"id": "fg.late", "type": "fine_gray", "endpoint": "late", "covariates": ["x"]},
        {"id": "cut", "type": "cutpoint", "endpoint": "any", "variable": "x", "p_methods": ["Lau92", "Lau94"]},
        {"id": "table", "type": "contingency", "row": "group", "column": "status"},
        {"id": "table.wide", "type": "contingency", "row": "group", "column": "other"},
        {"id": "ranks", "type": "rank_sum", "variable": "x", "group": "group"},
        {"id": "kruskal", "type": "kruskal_wallis", "variable": "y", "group": "group"},
        {"id": "spearman", "type": "spearman", "x": "x", "y": "y"},
        {"id": "summary", "type": "summary", "variables": ["x", "y", "group", "time"], "group": "other"}
      ]
    }
    """
}
