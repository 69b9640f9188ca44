import HTTP
import Testing

/// A form as a page holds it, with what a browser without script would send.
struct FilledForm {
  let action: String
  private(set) var fields: [(String, String)]

  /// Whether it is sent to change something.
  let isPosted: Bool

  /// The first form of `page` whose markup holds all of `marks`.
  init?(in page: String, holding marks: [String]) {
    guard let form = Self.markup(in: page).first(where: { form in marks.allSatisfy { form.contains($0) } }) else {
      return nil
    }
    self.init(form)
  }

  /// Every form of `page`.
  static func all(in page: String) -> [FilledForm] { markup(in: page).compactMap(FilledForm.init) }

  private static func markup(in page: String) -> [String] {
    page.matches(of: #/<form\b[^>]*>.*?</form>/#.dotMatchesNewlines()).map { String($0.0) }
  }

  private init?(_ form: String) {
    guard let action = form.firstMatch(of: #/action="([^"]*)"/#) else { return nil }
    self.action = String(action.1).unescaped
    isPosted = form.prefix { $0 != ">" }.contains("method=\"post\"")
    fields = []
    for tag in form.matches(
      of: #/<input\b[^>]*>|<textarea\b[^>]*>.*?</textarea>|<select\b[^>]*>.*?</select>/#.dotMatchesNewlines())
    {
      read(String(tag.0))
    }
  }

  private mutating func read(_ tag: String) {
    guard let name = tag.attribute("name") else { return }
    if tag.hasPrefix("<textarea") {
      let text = tag.firstMatch(of: #/>\n?(.*)</textarea>/#.dotMatchesNewlines()).map { String($0.1) } ?? ""
      fields.append((name, text.unescaped))
    } else if tag.hasPrefix("<select") {
      let options = tag.matches(of: #/<option\b[^>]*>/#).map { String($0.0) }
      let chosen = options.first { $0.contains(" selected") } ?? options.first
      fields.append((name, chosen?.attribute("value") ?? ""))
    } else if ["radio", "checkbox"].contains(tag.attribute("type")) {
      if tag.contains(" checked") { fields.append((name, tag.attribute("value") ?? "on")) }
    } else {
      fields.append((name, tag.attribute("value") ?? ""))
    }
  }

  /// Where it is sent to, without a query.
  var path: String { String(action.prefix { $0 != "?" && $0 != "#" }) }

  func leavingOut(_ name: String) -> FilledForm {
    var form = self
    form.fields = fields.filter { $0.0 != name }
    return form
  }

  /// What is typed, ticked or chosen instead of what stood there.
  mutating func type(_ typed: [(String, String)]) {
    let names = Set(typed.map(\.0))
    fields = fields.filter { !names.contains($0.0) } + typed
  }
}

extension Browser {
  /// Fills in the first form of the page seen last that holds all of `marks`, and sends it.
  @discardableResult
  func submit(_ marks: [String], _ typed: [(String, String)] = []) throws -> Response {
    var form = try #require(FilledForm(in: last.text, holding: marks), "no form holds \(marks)")
    form.type(typed)
    return send(form.fields.filter { $0.0 != "form-key" }, to: form.action)
  }
}

extension String {
  fileprivate func attribute(_ name: String) -> String? {
    for match in matches(of: #/([\w-]+)="([^"]*)"/#) where match.1 == name { return String(match.2).unescaped }
    return nil
  }

  var unescaped: String {
    var text = self
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
      text = text.replacing(entity, with: character)
    }
    return text
  }
}
