import Cooperation
import Glibc
import HTTP
import Markup
import Synchronization
import Web

/// A line of JSON for each request and each failure, to a file or to standard error.
final class RequestLog: Sendable {
  private let path: String?
  private let descriptor: Mutex<Int32>

  /// - Parameter file: nil for standard error.
  /// - Throws: `CannotOpen`.
  init(file: String?) throws {
    path = file
    descriptor = Mutex(try file.map(Self.open) ?? 2)
  }

  deinit { descriptor.withLock { if $0 > 2 { close($0) } } }

  func write(_ access: Server.Access) {
    line { json in
      json.number("request", Int(clamping: access.number))
      json["verb"] = access.verb
      json["path"] = Site.withoutSecrets(access.path)
      json.number("status", access.status)
      json.number("bytes", access.bytes)
      json.number("microseconds", access.microseconds)
      json["client"] = access.client
      json["agent"] = access.agent
    }
  }

  /// What went wrong here: with the request's number, which the visitor was told to quote.
  func write(_ failed: Failed) {
    line { json in
      if let number = failed.request { json.number("request", Int(clamping: number)) }
      json["failure"] = failed.words
    }
  }

  private func line(_ write: (inout JSON) -> Void) {
    var json = JSON(capacity: 256)
    json.object { json in
      json["at"] = Surroundings.now().description
      write(&json)
    }
    var line = json.bytes
    line.append(UInt8(ascii: "\n"))
    descriptor.withLock { descriptor in
      _ = line.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
  }

  /// Opens the file anew, after someone has moved it away.
  func reopen() {
    guard let path, let fresh = try? Self.open(path) else { return }
    descriptor.withLock { descriptor in
      close(descriptor)
      descriptor = fresh
    }
  }

  private static func open(_ path: String) throws -> Int32 {
    let descriptor = Glibc.open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw CannotOpen(path: path) }
    return descriptor
  }
}

/// A file that cannot be written.
struct CannotOpen: Error, CustomStringConvertible {
  let path: String
  var description: String { "\(path) cannot be opened for writing." }
}
