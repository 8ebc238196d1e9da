import Study

/// A table: read, understood, reported, and shown.
struct TableTarget: FuzzTarget {
  let name = "table"
  let longest = 16_384

  var seeds: [[UInt8]] {
    Seeds.bytes([
      Seeds.table, Seeds.table.replacing(",", with: ";"), Seeds.table.replacing(",", with: "\t"),
      Seeds.table.replacing("\n", with: "\r\n"), "time,status\n5,1\n7,0\n",
      "time;status;x\n5,5;1;1.234,5\n7;0;0,1\n",
      "id,start,stop,event\n1,0,5,0\n1,5,9,1\n2,0,7,0\n", "", "a", "a,b", "a,b\n", "a\n1\n",
      "# c\n# d\na,b\n1,2\n",
      "PATIENT_ID\tOS_MONTHS\tOS_STATUS\nA\t1.5\t0:LIVING\nB\t2\t1:DECEASED\n",
      "time,status\n1e17,1\n1000000000000000001,0\n-1e308,1\n", "t1,d1,t2,d2\n1,0,2,1\n3,1,4,0\n5,1,6,1\n",
      "date_of_diagnosis,date_of_death,last_contact,status\n2019-01-01,,2020-01-01,alive\n"
        + "2018-05-05,2019-06-06,2019-06-06,dead\n01/02/2017,,03.04.2018,alive\n",
      "x\"y,z\n1,2\n", "\"a\nb\",c\n\"1\n2\",3\n",
    ])
  }

  var words: [String] {
    [
      "time", "status", "os_days", "event", "cause", "relapse", "death", "censored", "alive", "dead", "id",
      "age",
      "stage", "IIIb", "CR2", "<=23", ">23", "0-3", "yes", "no", "ja", "1:DECEASED", "unknown", "99",
      "2019-04-03",
    ]
  }

  func read(_ input: [UInt8]) async throws(BrokenPromise) {
    let study: Study
    do {
      study = try Study.open(table: input, named: "table.csv")
    } catch {
      return try Promises.check(printed: "\(error)")
    }
    try await ShownStudy.check(study)
  }
}
