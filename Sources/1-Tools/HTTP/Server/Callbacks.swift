import CMicrohttpd
import Glibc

// What the library calls, on its own threads. Each finds its Swift object behind the pointer that it was given, and
// leaves the rest to it.

/// A connection was opened or is about to be closed.
func connectionChanged(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
  _ ours: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ what: MHD_ConnectionNotificationCode
) {
  guard let service = Service.behind(context), let connection, let ours else { return }
  switch what {
  case .CONNECTION_NOTIFY_STARTED:
    let line = Connection(socket: copolis_mhd_socket(connection), address: copolis_mhd_client(connection))
    service.watch.add(line)
    ours.pointee = Unmanaged.passRetained(line).toOpaque()
  case .CONNECTION_NOTIFY_CLOSED:
    guard let pointer = ours.pointee else { return }
    service.watch.remove(Unmanaged<Connection>.fromOpaque(pointer).takeRetainedValue())
    ours.pointee = nil
  }
}

/// The first line of a request has come: what is given back belongs to the request.
func targetCame(
  _ context: UnsafeMutableRawPointer?, _ target: UnsafePointer<CChar>?, _ connection: OpaquePointer?
) -> UnsafeMutableRawPointer? {
  guard let service = Service.behind(context), let connection, let target,
    let line = copolis_mhd_context(connection)
  else { return nil }
  let call = service.begin(target, on: Unmanaged<Connection>.fromOpaque(line).takeUnretainedValue())
  return Unmanaged.passRetained(call).toOpaque()
}

/// The head has come, then each part of the body, then its end; and again whenever a pause ends.
func requestCame(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?, _ path: UnsafePointer<CChar>?,
  _ verb: UnsafePointer<CChar>?, _ version: UnsafePointer<CChar>?, _ piece: UnsafePointer<CChar>?,
  _ size: UnsafeMutablePointer<Int>?, _ ours: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let service = Service.behind(context), let connection, let verb, let version, let size,
    let call = ours?.pointee.map({ Unmanaged<Call>.fromOpaque($0).takeUnretainedValue() })
  else { return .NO }
  do throws(Problem) {
    if call.request == nil {
      try service.readHead(of: call, verb, version, from: connection)
    } else if size.pointee > 0 {
      try service.take(UnsafeRawBufferPointer(start: piece, count: size.pointee), for: call)
      size.pointee = 0
    } else {
      return service.respond(to: call, on: connection)
    }
    return .YES
  } catch {
    return service.refuse(error, to: call)
  }
}

/// An answer was sent, or never will be.
func requestCompleted(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
  _ ours: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ how: MHD_RequestTerminationCode
) {
  guard let service = Service.behind(context), let pointer = ours?.pointee else { return }
  ours?.pointee = nil
  service.end(Unmanaged<Call>.fromOpaque(pointer).takeRetainedValue(), whole: how == .REQUEST_TERMINATED_COMPLETED_OK)
}

/// Leaves percent signs as they are: the library forgives what we do not.
func leaveAsItIs(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?, _ text: UnsafeMutablePointer<CChar>?
) -> Int { text.map { strlen($0) } ?? 0 }

extension Service {
  fileprivate static func behind(_ context: UnsafeMutableRawPointer?) -> Service? {
    context.map { Unmanaged<Service>.fromOpaque($0).takeUnretainedValue() }
  }
}
