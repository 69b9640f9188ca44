import Foundation
import Glibc
import Printing
import Testing

@Suite("Printing a page") struct PrintingTests {
  @Test("makes a PDF, right to left and in colour", .enabled(if: PagePrinter().isAvailable))
  func pdf() throws {
    let page = "<html dir=rtl><title>شراكة</title><style>h1{color:teal}</style><h1>شراكة المدن — été</h1></html>"
    let pdf = try PagePrinter().pdf(of: Array(page.utf8))
    #expect(pdf.starts(with: Array("%PDF-".utf8)))
    #expect(pdf.count > 1_000)
  }

  @Test("reaches no network, whatever the page asks for", .enabled(if: PagePrinter().isAvailable))
  func network() throws {
    let listener = try Listener()
    let address = "http://127.0.0.1:\(listener.port)"
    let page = "<link rel=stylesheet href='\(address)/a.css'><img src='\(address)/b'>"
    _ = try PagePrinter().pdf(of: Array(page.utf8))
    #expect(!listener.wasCalled)
  }

  @Test("says when the command is not there")
  func missing() {
    let printer = PagePrinter(command: "no-such-command-anywhere")
    #expect(!printer.isAvailable)
    #expect(throws: PrintingError.unavailable) { try printer.pdf(of: []) }
  }

  @Test("gives what the command writes, of a page larger than any pipe holds")
  func large() throws {
    let command = try Command("cat")
    let page = Array("%PDF".utf8) + [UInt8](repeating: 0x78, count: 3_000_000)
    #expect(try PagePrinter(command: command.path).pdf(of: page) == page)
  }

  @Test("passes on the command's last words when it gives up")
  func complaints() throws {
    let command = try Command("echo first >&2; echo the last words >&2; exit 3")
    #expect(throws: PrintingError.failed("the last words")) {
      try PagePrinter(command: command.path).pdf(of: [UInt8](repeating: 0x78, count: 1_000_000))
    }
  }

  @Test("refuses what is no PDF, or has no end")
  func output() throws {
    let words = try Command("cat > /dev/null; echo hello")
    #expect(throws: PrintingError.failed("What came out is not a PDF.")) {
      try PagePrinter(command: words.path).pdf(of: [1])
    }
    let endless = try Command("cat /dev/zero")
    #expect(throws: PrintingError.tooLarge) { try PagePrinter(command: endless.path).pdf(of: []) }
  }

  @Test(
    "ends a command that takes too long, and all that it began", arguments: ["sleep 60", "exec 1>&- 2>&-; sleep 60"])
  func slow(script: String) throws {
    let mark = "\(60 + Double.random(in: 0..<1))"
    let command = try Command(script.replacingOccurrences(of: "60", with: mark) + " & wait")
    let begun = ContinuousClock.now
    #expect(throws: PrintingError.tooSlow) {
      try PagePrinter(command: command.path, patience: .milliseconds(300)).pdf(of: [])
    }
    #expect(ContinuousClock.now - begun < .seconds(10))
    #expect(ends(mark))
  }

  /// Whether no process of that word is left before long: what is killed takes a moment to go.
  private func ends(_ word: String) -> Bool {
    for _ in 0..<100 {
      if !isRunning(word) { return true }
      usleep(50_000)
    }
    return false
  }

  /// Whether any process was begun with that word.
  private func isRunning(_ word: String) -> Bool {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.filter { Int($0) != nil }.contains { process in
      let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
      return String(decoding: line, as: UTF8.self).contains("sleep\0" + word)
    }
  }
}

/// A command that does what a line of shell says.
private final class Command {
  let path: String

  init(_ line: String) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "command-\(UInt64.random(in: 0 ... .max))").path
    try Data("#!/bin/sh\n\(line)\n".utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A port of this machine that notices when it is called.
private final class Listener {
  let port: UInt16
  private let socket: Int32

  init() throws {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, size) == 0 && listen(socket, 4) == 0 && getsockname(socket, $0, &size) == 0
      }
    }
    try #require(isOpen)
    self.socket = socket
    port = UInt16(bigEndian: address.sin_port)
    _ = fcntl(socket, F_SETFL, O_NONBLOCK)
  }

  deinit { close(socket) }

  var wasCalled: Bool { accept(socket, nil, nil) >= 0 }
}
