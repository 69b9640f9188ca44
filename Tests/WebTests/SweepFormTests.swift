import Foundation
import HTTP
import Testing
import Web

@Suite("Whatever is typed into any form", .serialized) struct SweepFormTests {
  private static let shared = Result { try SweepWorld() }
  private let world: SweepWorld

  init() throws { world = try Self.shared.get() }

  /// Every form that an administrator meets, once for each address that it is sent to.
  private func forms() -> [FilledForm] {
    var found: [String: FilledForm] = [:]
    for entry in SweepWorld.entries where entry.verb == .get && entry.parts.first != "assets" {
      let page = world.ask(.get, world.path(of: entry), as: world.administrator).text
      for form in FilledForm.all(in: page) where form.isPosted {
        let shape =
          form.action.replacing(#/[a-z]{3}_[0-9a-z]{26}|/methods/[a-z-]+/#, with: "*")
          + form.fields.map(\.0).sorted().joined(separator: ",")
        found[shape] = form
      }
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  @Test("is kept or refused in words, comes back as it was typed, and is on the audit trail where it changed anything")
  func typed() throws {
    let forms = forms()
    #expect(forms.count >= 12)
    for form in forms where !form.action.contains("sign-out") && !form.action.contains("sign-in") {
      for name in Set(form.fields.map(\.0)).sorted() where name != "form-key" {
        for (number, value) in Hostile.values.enumerated() where (number + name.count) % 4 == 0 {
          var hostile = form
          hostile.type([(name, value)])
          try send(hostile, "\(form.action) \(name)=\(value.prefix(20))")
        }
        var twice = form
        twice.type([(name, "one"), (name, Hostile.markup)])
        try send(twice, "\(form.action) \(name) twice")
        var without = form
        without.type([(name, "")])
        try send(without.leavingOut(name), "\(form.action) without \(name)")
      }
      var all = form
      all.type(form.fields.filter { $0.0 != "id" }.map { ($0.0, Hostile.markup) })
      try send(all, "\(form.action) of markup")
      try send(form, "\(form.action) as it stands", headers: [("if-match", "\"\u{FFFD}")])
    }
  }

  private func send(_ form: FilledForm, _ what: String, headers: [(String, String)] = []) throws {
    let before = try world.written()
    let response = world.send(form.fields.filter { $0.0 != "form-key" }, to: form.path, as: world.administrator)
    let after = try world.written(), text = response.text
    #expect((200..<500).contains(response.status), "\(what) gave \(response.status): \(text.prefix(300))")
    #expect(!text.contains("<script>alert"), "\(what) sends markup back")
    #expect(!Hostile.isRaw(text), "\(what) sends control characters or turned writing back")
    if after[1] != before[1] { #expect(after[0] > before[0], "\(what) changed something and left no line") }
    guard response.status == 422, let title = form.fields.first(where: { $0.0 == "title" && $0.1.count < 300 }) else {
      return
    }
    let isBack = title.1.isEmpty || text.unescaped.contains(title.1)
    #expect(isBack || text.contains("class=\"question\"") && !text.contains("name=\"title\""), "\(what) lost the title")
  }
}
