import Glibc

/// Where a thread puts down what it writes: piece behind piece until the sheet is full, and then on another.
///
/// A page is written in some hundred pieces of a few words each; none of them then needs memory of its own. Only the
/// thread whose sheet it is puts down more; what has been put down never changes, and can be read from anywhere.
final class Sheet: Sendable {
  /// Where the next byte goes.
  nonisolated(unsafe) let next: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>>
  /// Behind the last byte that there is room for.
  nonisolated(unsafe) let limit: UnsafeMutablePointer<UInt8>
  nonisolated(unsafe) private let memory: UnsafeMutableRawPointer

  private init(room: Int) {
    // Not a property that changes, which would be guarded against being changed twice at once each time.
    let size = MemoryLayout<UnsafeMutablePointer<UInt8>>.size
    memory = .allocate(byteCount: size + room, alignment: size)
    let start = (memory + size).bindMemory(to: UInt8.self, capacity: room)
    next = memory.bindMemory(to: UnsafeMutablePointer<UInt8>.self, capacity: 1)
    next.initialize(to: start)
    limit = start + room
  }

  deinit { memory.deallocate() }

  /// The sheet that this thread writes on.
  static var current: Sheet {
    guard let own = pthread_getspecific(key) else { return fresh(for: 0) }
    return Unmanaged<Sheet>.fromOpaque(own).takeUnretainedValue()
  }

  /// Another sheet for this thread, with room for at least `count` bytes; whoever still reads the one before keeps it.
  static func fresh(for count: Int) -> Sheet {
    let sheet = Sheet(room: max(usual, 2 * count))
    let earlier = pthread_getspecific(key)
    pthread_setspecific(key, Unmanaged.passRetained(sheet).toOpaque())
    if let earlier { Unmanaged<Sheet>.fromOpaque(earlier).release() }
    return sheet
  }

  /// Two of them take a page.
  private static var usual: Int { 16 << 10 }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { own in
      if let own { Unmanaged<Sheet>.fromOpaque(own).release() }
    }
    return key
  }()
}
