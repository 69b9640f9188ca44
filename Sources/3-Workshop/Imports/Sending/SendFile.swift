package import Actions
package import Cooperation
import Foundation
import SQL
import Storage

/// Someone sends a file, to look at what reading it in would do before they decide.
package struct SendFile: Sendable {
  private let name: String
  private let kind: ImportRun.Kind?
  private let bytes: [UInt8]

  /// - Parameter bytes: what is in it, best compressed.
  package init(_ name: String, as kind: ImportRun.Kind?, _ bytes: [UInt8]) {
    (self.name, self.kind, self.bytes) = (cleaned(name) ?? "file", kind, bytes)
  }

  /// How long a file is kept that nobody reads in, in minutes.
  private static let life = 24 * 60
  /// How many bytes a piece holds.
  private static let piece = 480_000

  /// - Throws: `Denial` for whoever is neither reviewer nor administrator, or has no account.
  package func run(on occasion: Occasion) throws -> Uploaded {
    try occasion.viewer.require(.reviewer)
    let account = try occasion.viewer.person().id
    return try occasion.change { change in
      let upload = Uploaded(id: change.identifier(), account: account, file: name, kind: kind, at: change.now)
      let pieces = stride(from: 0, to: bytes.count, by: Self.piece).map { start in
        Data(bytes[start..<min(start + Self.piece, bytes.count)]).base64EncodedString()
      }
      try change.session.uploads.insert(
        upload, pieces: pieces, forgetting: change.now.adding(minutes: -Self.life))
      try change.record("send-file", upload.id.text, for: nil, detail: name)
      return upload
    }
  }
}

/// A file that was sent is read in, or thrown away.
package struct ReadSentFile: Sendable {
  private let upload: Uploaded.ID

  package init(_ upload: Uploaded.ID) { self.upload = upload }

  /// What reading it in would do.
  ///
  /// - Throws: `Denial`; `Missing` where it is not there any more.
  package func preview(on occasion: Occasion) throws -> ImportReport {
    let (file, kind) = try content(on: occasion)
    return try Import(file, as: kind).preview(on: occasion)
  }

  /// Reads it in; the file goes.
  ///
  /// - Throws: as `preview`.
  package func run(on occasion: Occasion) throws -> ImportReport {
    let (file, kind) = try content(on: occasion)
    let report = try Import(file, as: kind).run(on: occasion)
    if !report.isRefused { try throwAway(on: occasion) }
    return report
  }

  /// - Throws: as `preview`.
  package func throwAway(on occasion: Occasion) throws {
    try occasion.viewer.require(.reviewer)
    try occasion.change { change in
      try change.session.uploads.delete(upload)
      try change.record("throw-file-away", upload.text, for: nil)
    }
  }

  private func content(on occasion: Occasion) throws -> (ImportFile, ImportRun.Kind?) {
    try occasion.viewer.require(.reviewer)
    return try occasion.database.read { session in
      guard let sent = try session.uploads.find(upload), sent.account == occasion.viewer.account?.id else {
        throw Missing(upload)
      }
      var bytes: [UInt8] = []
      for piece in try session.uploads.pieces(of: upload) { bytes += Data(base64Encoded: piece) ?? Data() }
      return (ImportFile(bytes, called: sent.file), sent.kind)
    }
  }
}
