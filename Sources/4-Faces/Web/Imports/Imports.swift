import Actions
import Addresses
import Cooperation
import HTTP
import Imports
import Pages
import SQL
import Storage

extension Site {
  static let imports: [Entry] = [
    Entry(Address.imports, Site.showImports, .list),
    Entry(Address.importing, Site.readIn, .page(asking: SentFile.names).addingOnce.taking(SentFile.mediaTypes)),
    Entry(Address.importRun, Site.showImport, .page), Entry(Address.undoing, Site.undoImport),
    Entry(Address.review, Site.showReview, .list(by: ["code", "run", "state"])),
    Entry(Address.reviewItem, Site.showReviewItem),
    Entry(Address.decision, Site.decide),
  ]

  func showImports(_ visit: Visit) throws -> any Answer { Shown(try importsPage(visit)) }

  private func importsPage(_ visit: Visit, _ filled: Filled = Filled()) throws -> ImportsPage {
    try visit.viewer.require(.reviewer)
    return try database.read { session in
      let runs = try session.importRuns.list(visit.span)
      let names = try session.accounts.names(Set(runs.items.compactMap(\.account)))
      let open = try session.reviewItems.open(of: runs.items.map(\.id))
      return ImportsPage(
        runs: runs.map { run in
          ImportsPage.Line(run, by: run.account.flatMap { names[$0] } ?? "", open: open[run.id] ?? 0)
        }.listing, filled: filled)
    }
  }

  func showImport(_ visit: Visit, _ id: ImportRun.ID) throws -> any Answer {
    Shown(ImportRunPage(try line(of: id, visit)))
  }

  private func line(of id: ImportRun.ID, _ visit: Visit) throws -> ImportsPage.Line {
    try visit.viewer.require(.reviewer)
    return try database.read { session in
      let run = try session.importRuns.require(id)
      let names = try session.accounts.names(Set([run.account].compactMap { $0 }))
      return ImportsPage.Line(
        run, by: run.account.flatMap { names[$0] } ?? "", open: try session.reviewItems.open(of: [id])[id] ?? 0)
    }
  }

  /// A browser says that it is sure; a program that posts here is.
  func undoImport(_ visit: Visit, _ id: ImportRun.ID) throws -> any Answer {
    let known = try line(of: id, visit)
    if !visit.wantsJSON, visit.fields["sure"] == nil {
      let words = visit.reader("import-run.not-sure", "Tick the box if you are sure.")
      let problem = Filled.Problem("sure", words)
      return Refused(ImportRunPage(known, filled: Filled(problems: [problem])), [problem])
    }
    let report = try UndoImport(id).run(on: visit.occasion(in: self))
    return Shown(ImportRunPage(try line(of: id, visit), undo: report))
  }
}

// Reading a file in.
extension Site {
  /// A form brings a file to be looked at, or says what is to become of one that was; a program brings a file that is
  /// read in at once, unless it asks for a preview.
  func readIn(_ visit: Visit) throws -> any Answer {
    try visit.viewer.require(.reviewer)
    if let text = visit.fields["upload"] {
      guard let upload = Uploaded.ID(text) else { throw Missing(text) }
      return try settle(upload, visit)
    }
    guard let sent = try SentFile(visit) else {
      let problem = Filled.Problem("file", visit.reader("imports.no-file", "Choose a file."))
      return Refused(try importsPage(visit, Filled(problems: [problem])), [problem])
    }
    guard visit.wantsJSON else { return try look(at: sent, visit) }
    let reading = Import(sent.file, as: sent.kind), occasion = visit.occasion(in: self)
    let report = sent.isPreview ? try reading.preview(on: occasion) : try reading.run(on: occasion)
    return Reported(report)
  }

  private func look(at sent: SentFile, _ visit: Visit) throws -> any Answer {
    let report = try Import(sent.file, as: sent.kind).preview(on: visit.occasion(in: self))
    guard !report.isRefused else {
      return Shown(ImportPreviewPage(sent.file.name, report, upload: nil), status: 422)
    }
    let upload = try SendFile(sent.file.name, as: sent.kind, sent.packed()).run(on: visit.occasion(in: self))
    return Shown(ImportPreviewPage(sent.file.name, report, upload: upload.id))
  }

  private func settle(_ upload: Uploaded.ID, _ visit: Visit) throws -> any Answer {
    if visit.fields["choice"] == "away" {
      try ReadSentFile(upload).throwAway(on: visit.occasion(in: self))
      return Response.seeOther(Address.imports())
    }
    let report = try ReadSentFile(upload).run(on: visit.occasion(in: self))
    guard let run = report.run, !visit.wantsJSON else { return Reported(report) }
    return Response.seeOther(Address.importRun(run) + "?done=" + Notice.readIn.rawValue)
  }
}

/// The report on a file for a program: 201 with what was read in, 200 for a preview, 422 for a file that is refused.
private struct Reported: Answer {
  let report: ImportReport
  init(_ report: ImportReport) { self.report = report }

  func response(for visit: Visit, in site: Site) -> Response {
    let status = report.isRefused ? 422 : report.run == nil ? 200 : 201
    var response = Shown(ImportPreviewPage("", report, upload: nil), status: status).response(for: visit, in: site)
    if let run = report.run { response.headers.append(.init("Location", Address.importRun(run))) }
    return response
  }
}
