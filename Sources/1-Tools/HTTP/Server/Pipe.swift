/// What a thread writes and a connection sends, with a bounded amount between the two.
final class Pipe: Sendable {
  private let state = Monitor(State())
  private let pause: Pause
  /// The connection waits for at least so many bytes before it goes on.
  private let least: Int
  /// The writer waits while so many bytes are not yet sent.
  private static let capacity = 256 << 10

  init(_ pause: Pause, waitingFor least: Int) { (self.pause, self.least) = (pause, least) }

  /// Waits for room.
  ///
  /// - Throws: `ClientLeft`.
  func write(_ piece: [UInt8]) throws {
    let wakes = try state.wait { state -> Result<Bool, ClientLeft>? in
      if state.isLeft { return .failure(ClientLeft()) }
      guard state.waiting < Pipe.capacity else { return nil }
      state.append(piece)
      return .success(state.wakes(at: self.least))
    }.get()
    if wakes { pause.end() }
  }

  /// Nothing more will be written.
  func finish(_ end: End) {
    let wakes = state.with { state in
      state.end = end
      return state.wakes(at: 0)
    }
    if wakes { pause.end() }
  }

  /// Nothing more will be sent.
  func leave() { state.with { $0.isLeft = true } }

  var isLeft: Bool { state.with { $0.isLeft } }

  /// Takes what is there into `room`, or pauses the connection until there is something.
  func read(into room: UnsafeMutableRawBufferPointer) -> Reading {
    state.with { state in
      let count = state.take(into: room)
      if count > 0 { return .bytes(count) }
      if let end = state.end { return .end(end) }
      guard pause.begin() else { return .end(.broken) }
      state.readerWaits = true
      return .bytes(0)
    }
  }

  /// How a body ends.
  enum End { case whole, broken }

  enum Reading {
    case bytes(Int)
    case end(End)
  }

  private struct State {
    var bytes: [UInt8] = []
    var taken = 0
    var end: End?
    var isLeft = false
    var readerWaits = false

    var waiting: Int { bytes.count - taken }

    mutating func append(_ piece: [UInt8]) {
      if taken == bytes.count {
        bytes.removeAll(keepingCapacity: true)
        taken = 0
      }
      bytes.append(contentsOf: piece)
    }

    mutating func take(into room: UnsafeMutableRawBufferPointer) -> Int {
      let count = min(room.count, waiting)
      bytes.withUnsafeBytes { room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[taken..<taken + count])) }
      taken += count
      if taken > Pipe.capacity {
        bytes.removeFirst(taken)
        taken = 0
      }
      return count
    }

    /// Whether the reader is to be woken, which is then done once.
    mutating func wakes(at least: Int) -> Bool {
      guard readerWaits, waiting >= least else { return false }
      readerWaits = false
      return true
    }
  }
}

/// Thrown to who writes an answer that nobody reads any more.
package struct ClientLeft: Error {
  package init() {}
}
