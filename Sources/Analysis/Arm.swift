package import SurvivalStatistics

/// One of the groups that are compared, and what became of it.
package struct Arm: Equatable, Sendable {
  /// The level or interval of the variable that divides the patients; `nil` for everybody together.
  package var name: String?
  /// What happened, after the landmark and up to the end of follow-up that the question sets.
  package var table: EventTable
  /// Before the landmark; `nil` without one.
  package var lost: LostBeforeLandmark?
  /// Of everybody in the arm from time zero, until death or last contact.
  package var followUp: QuantileEstimate?

  package var patientCount: Int { table.subjectCount }

  /// Where observation ends; `nil` where nobody is in the arm.
  package var lastTime: Double? { table.lastTime }

  /// How many were observed up to the last time.
  package var atRiskAtEnd: Int { table.atRisk.last ?? 0 }
}

/// Who is not in a landmark analysis, and why.
package struct LostBeforeLandmark: Equatable, Sendable {
  /// Patients with each cause at the landmark or before it.
  package var events: [Int]
  /// Patients whose follow-up ended at the landmark or before it.
  package var censored: Int

  /// - Parameter landmark: in the unit of the table's times.
  init(_ table: EventTable, before landmark: Double) {
    let until = RiskTable(table, at: [landmark])
    events = until.cumulativeEvents.map { $0.first ?? 0 }
    censored = until.cumulativeCensored.first ?? 0
  }

  package var count: Int { events.reduce(censored, +) }
}
