import Foundation

/// A process started with what the C library offers.
///
/// Foundation's `Process` waits until nobody holds what the child inherited, for ever if that is a server that
/// the child left behind.
struct Child {
  struct Failure: Error { var command: String }

  let id: pid_t

  /// Starts a command with an opened file, or a terminal of its own, as input, output and error.
  init(_ command: [String], environment: [String: String], on place: Place) throws {
    var attributes = posix_spawnattr_t()
    var actions = posix_spawn_file_actions_t()
    posix_spawnattr_init(&attributes)
    posix_spawn_file_actions_init(&actions)
    defer {
      posix_spawnattr_destroy(&attributes)
      posix_spawn_file_actions_destroy(&actions)
    }
    // A test may run on a thread that blocks all signals, and its child would go on blocking them.
    var noSignals = sigset_t()
    sigemptyset(&noSignals)
    posix_spawnattr_setsigmask(&attributes, &noSignals)
    var flags = Int16(POSIX_SPAWN_SETSIGMASK)
    switch place {
    case .terminal(let path):
      // The first terminal that the leader of a new session opens becomes its controlling one.
      flags |= Self.newSession
      posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
    case .file(let path):
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    posix_spawnattr_setflags(&attributes, flags)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var arguments = command.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var id: pid_t = 0
    guard posix_spawnp(&id, command[0], &actions, &attributes, &arguments, &variables) == 0 else {
      throw Failure(command: command.joined(separator: " "))
    }
    self.id = id
  }

  enum Place {
    case file(String)
    case terminal(String)
  }

  /// Waits for the end: the exit status, or 128 and the signal.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    return Self.meaning(of: status)
  }

  /// The same for a process that should end soon; one that does not is killed, and the result is -1.
  func waitOrKill() -> Int32 {
    var status: Int32 = 0
    for _ in 0..<2_000 {
      if waitpid(id, &status, WNOHANG) == id { return Self.meaning(of: status) }
      _ = poll(nil, 0, 10)
    }
    kill(id, SIGKILL)
    waitpid(id, &status, 0)
    return -1
  }

  private static func meaning(of status: Int32) -> Int32 {
    status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  /// `POSIX_SPAWN_SETSID`, which Swift does not see.
  private static let newSession: Int16 = 0x80
}
