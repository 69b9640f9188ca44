package import Cooperation
import Markup
import Pages

extension ImportReport {
  /// The report as programs read it, here and at the command line.
  package var json: String {
    var json = JSON()
    write(&json)
    return json.text
  }
}

extension UndoReport {
  /// The report as programs read it, here and at the command line.
  package var json: String {
    var json = JSON()
    write(&json)
    return json.text
  }
}
