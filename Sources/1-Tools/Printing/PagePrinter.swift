/// Makes PDF of pages in HTML, by the `weasyprint` command where that is installed.
///
/// A page takes a second or more of processor: never on a thread that others wait for. Nothing is fetched from a
/// network: what a page needs stands in it, or in the style sheet given with it.
package struct PagePrinter: Sendable {
  /// The largest page taken and the largest PDF given, in bytes.
  package static let longest = 50_000_000

  private let command: String
  private let patience: Duration

  /// A printer that gives up after `patience`.
  package init(command: String = "weasyprint", patience: Duration = .seconds(30)) {
    (self.command, self.patience) = (command, patience)
  }

  /// Whether there is such a command.
  package var isAvailable: Bool {
    (try? Child(command, ["--version"], environment: Self.environment).finish(giving: [], within: .seconds(10))) != nil
  }

  /// The PDF of a page in UTF-8.
  ///
  /// - Parameter styleSheet: the path of a file with more styles.
  /// - Throws: `PrintingError`.
  package func pdf(of page: [UInt8], styleSheet: String? = nil) throws(PrintingError) -> [UInt8] {
    guard page.count <= Self.longest else { throw .tooLarge }
    let styles = styleSheet.map { ["--stylesheet", $0] } ?? []
    // Without a base of its own a page could name the files of the folder we run in.
    let options = styles + ["--encoding", "utf-8", "--base-url", "http://127.0.0.1:1/", "-", "-"]
    let child = try Child(command, options, environment: Self.environment)
    let output = try child.finish(giving: page, within: patience)
    guard output.starts(with: Array("%PDF".utf8)) else { throw .failed("What came out is not a PDF.") }
    return output
  }

  /// Proxies that nobody listens at keep pages from reaching any network.
  private static let environment = ["http", "https", "ftp", "all"].map { "\($0)_proxy=http://127.0.0.1:1" }
}

/// Why a page was not printed.
package enum PrintingError: Error, Sendable, Equatable {
  /// The command is not installed.
  case unavailable
  /// It took longer than it may.
  case tooSlow
  /// The page or its PDF is too large.
  case tooLarge
  /// It gave up, in its own last words.
  case failed(String)
}
