import CohortModel
import Session
import Study

extension QuestionOptions {
  /// The study with the events and endpoints that the log adds, which must be there before anything is asked of them.
  func grown(_ study: Study) throws -> Study {
    let definitions = try self.definitions()
    guard !definitions.isEmpty else { return study }
    do {
      var bench = try EndpointBench(study, options: statements.options)
      for definition in definitions { try bench.add(definition) }
      return bench.study
    } catch {
      throw Failure.data("\(error)")
    }
  }

  /// The lines of the log that add something; what is wrong with another is told when the log is carried out.
  private func definitions() throws -> [Command] {
    guard let replay else { return [] }
    let bytes: [UInt8]
    do { bytes = try FileBytes.read(replay, most: Self.longestLog) } catch {
      throw Failure.data("\(replay): \(error)")
    }
    let nothing = SessionContext(schema: CohortSchema(patientCount: 0, variables: [], endpoints: []))
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
      let word = line.split(separator: " ", maxSplits: 1).first.flatMap { CommandWord(String($0)) }
      guard word == .addEndpoint || word == .addEvent else { return nil }
      return try? Command(parsing: String(line), in: nothing, unit: nil)
    }
  }
}
