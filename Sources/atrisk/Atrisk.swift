import ArgumentParser

@main
struct Atrisk: AsyncParsableCommand {
  func run() async throws {}
}
