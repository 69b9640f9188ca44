import HTTP
import Secrets

/// The style sheet, the script and the pictures of the frame; each address carries a fingerprint of the content.
enum Assets {
  /// The address of an asset: `/assets/site-1f2e3d4c.css`.
  ///
  /// - Precondition: there is such an asset.
  static func address(_ name: String) -> String {
    guard let address = addresses[name] else { preconditionFailure("there is no asset \(name)") }
    return address
  }

  /// The asset at an address's last part, for browsers to keep for ever.
  static func answer(_ part: String) throws -> Response {
    guard let asset = byPart[part] else { throw Problem("no-such-page", 404, "There is no such file.") }
    return asset
  }

  /// The content of an asset; empty where there is none.
  static func bytes(_ name: String) -> [UInt8] {
    guard let file = files.first(where: { $0.name == name }), case .cached(let cached) = file.response.body
    else { return [] }
    return cached.plain
  }

  private static let addresses = Dictionary(uniqueKeysWithValues: files.map { ($0.name, "/assets/" + $0.part) })
  private static let byPart = Dictionary(uniqueKeysWithValues: files.map { ($0.part, $0.response) })

  private struct File {
    let name: String
    let part: String
    let response: Response
  }

  private static let files: [File] = Embedded.files.map { file in
    let name = String(file.path.dropFirst("Assets/".count))
    let bytes = Array(UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount))
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let part = name[..<dot] + "-" + SHA256.hex(of: bytes).prefix(8) + name[dot...]
    let headers: [Response.Header] = [
      .init("Content-Type", type(of: name)), .init("Cache-Control", "public, max-age=31536000, immutable"),
    ]
    let body = Response.Cached(plain: bytes, gzipped: Gzip.compress(bytes))
    return File(name: name, part: String(part), response: Response(200, headers: headers, body: .cached(body)))
  }

  private static func type(of name: String) -> String {
    if name.hasSuffix(".css") { return "text/css; charset=utf-8" }
    if name.hasSuffix(".js") { return "text/javascript; charset=utf-8" }
    return "image/svg+xml"
  }
}
