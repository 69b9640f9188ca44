import HTTP
import Pages

extension Fields {
  /// The fields as a query writes them: `theme=water-supply&page=2`.
  var encoded: String {
    all.filter { $0.name != "done" }.map { Reader.encoded($0.name) + "=" + Reader.encoded($0.value) }
      .joined(separator: "&")
  }

  /// Whether a box is ticked, or a program says true.
  func isTicked(_ name: String) -> Bool { ["yes", "true", "1", "on"].contains(self[name] ?? "") }
}
