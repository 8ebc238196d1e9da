/// Inputs of more than one reader.
enum Seeds {
  /// Patients with numbers, levels, dates, texts and gaps, and competing causes.
  static let table = """
    id,sex,age,stage,donor type,cmv,diagnosed,os_months,os_status,efs_months,first_event,note
    P01,F,12.5,I,MUD,0,2019-04-03,1.25,1,1.25,relapse,late
    P02,M,7,II,MSD,1,2018-12-31,60.5,0,60.5,none,
    P03,F,NA,III,MUD,1,2020-02-29,12,1,10.75,relapse,"said ""no"", twice"
    P04,M,17.25,I,haplo,0,,24,0,24,none,x
    P05,F,3,IV,MSD,,2017-01-01,0.5,1,0.5,death,
    P06,M,11,II,MUD,0,2019-07-15,33.75,1,30,relapse,late
    P07,F,9,I,haplo,1,2018-03-20,48,0,48,none,
    P08,M,15,III,MSD,0,2016-11-11,5.5,1,5.5,death,ünïcödé
    P09,F,6,II,MUD,1,2019-09-09,72,0,72,none,
    P10,M,14,IV,MSD,0,2015-05-05,18.25,1,18.25,death,late
    P11,F,2,I,MUD,1,2020-10-10,36,0,36,none,
    P12,M,8,III,haplo,0,2017-06-30,27.5,0,20.5,relapse,

    """

  static let studyFile = """
    [study]
    title = "A small study"
    data = "table.csv"
    notes = "Two lines\\nof notes"
    time_unit = "months"
    origin = "HSCT"
    at = 24
    missing = ["NA", "-9"]

    [variables.sex]
    label = "Sex"
    levels = ["F", "M"]

    [variables.age]
    label = "Age at HSCT"
    unit = "years"
    type = "number"

    [variables.age_group]
    groups = { young = "age < 10", old = "age >= 10" }

    [events.relapse]
    time = "efs_months"
    when = "first_event = relapse"

    [events.death]
    time = "os_months"
    when = "os_status = 1"
    fatal = true

    [follow_up]
    time = "os_months"

    [endpoints.OS]
    [endpoints.DFS]
    [endpoints.CIR]
    label = "Relapse"
    events = ["relapse"]
    competing = ["death"]
    [endpoints.post]
    events = ["death"]
    origin = "relapse"
    [endpoints.raw]
    time = "os_months"
    status = "os_status"
    codes = { 0 = "censored", 1 = "death" }

    [[views]]
    name = "By sex"
    endpoint = "DFS"
    by = "sex"
    where = "age > 3 and (stage in (I, II) or not cmv is missing)"
    at = 12
    [[views]]
    name = "By age"
    by = "age_group"

    """

  static func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }
}
