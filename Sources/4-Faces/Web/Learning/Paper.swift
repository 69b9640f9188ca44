import HTTP
import Languages
import Markup
import Pages
import Printing

/// A page with its style sheets inside it, for the program that prints: nothing has to be fetched.
struct Paper {
  private let bytes: [UInt8]

  init(_ page: HTML) {
    let end = Array("</head>".utf8), all = page.bytes
    let place = all.indices.first { all[$0...].starts(with: end) } ?? all.startIndex
    var bytes = Array(all[..<place])
    for sheet in ["site.css", "paper.css"] {
      bytes += Array("<style>".utf8) + Assets.bytes(sheet) + Array("</style>".utf8)
    }
    self.bytes = bytes + all[place...]
  }

  /// The PDF, or a problem that says what to do instead.
  func pdf(named name: String, _ visit: Visit, in site: Site) -> Response {
    do throws(PrintingError) {
      let pdf = try PagePrinter().pdf(of: bytes)
      return Response(
        200,
        headers: [
          .init("Content-Type", "application/pdf"), .init("Cache-Control", "private, no-store"),
          .init("Content-Disposition", "attachment; filename=\"\(name).pdf\""),
        ], body: .bytes(pdf))
    } catch {
      return ProblemAnswer(Self.problem(error, visit), number: visit.request.number, words: visit.reader.words)
        .response(for: visit, in: site)
    }
  }

  private static func problem(_ error: PrintingError, _ visit: Visit) -> Problem {
    let instead = visit.reader(
      "print.instead", "Open the page and print it from your browser: it can save it as PDF, in the same form.")
    switch error {
    case .unavailable:
      return Problem(
        "no-printer", 503, visit.reader("print.unavailable", "PDF cannot be made on this machine."),
        detail: instead + " " + visit.reader("print.operator", "The operator can install the program weasyprint."))
    case .tooSlow:
      return Problem("slow-printer", 503, visit.reader("print.slow", "Making the PDF took too long."), detail: instead)
    case .tooLarge, .failed:
      return Problem("failed-printer", 500, visit.reader("print.failed", "The PDF could not be made."), detail: instead)
    }
  }
}
