import Cooperation
import OpenData
import Reference
import Secrets

/// An organisation as a file names it.
struct Mention: Hashable {
  /// Empty where the file gives none.
  let ref: String
  let name: Texts?
  /// A code of the list OrganisationType; empty where the file gives none.
  let type: String

  init(ref: String, name: Texts?, type: String) { (self.ref, self.name, self.type) = (ref, name, type) }

  init(_ body: Activity.Body) {
    self.init(ref: body.ref, name: ActivityDraft.titled(body.name), type: body.type?.text ?? "")
  }

  /// Its first name on one line; empty where it has none.
  var ownName: String { name.flatMap { $0.versions[$0.original] } ?? "" }

  /// What it is called in a sentence.
  var shown: String {
    let name = ownName.shown
    if name.isEmpty { return ref.shown }
    return ref.isEmpty ? name : "\(name) (\(ref.shown))"
  }

  /// What tells it from the others of its activity.
  var key: String { ref.isEmpty ? folded(ownName) : ref }

  var isEmpty: Bool { ref.isEmpty && ownName.isEmpty }

  /// Whether its identifier says for certain which organisation it is.
  var isCertain: Bool { IATIIdentifier.isOfOne(ref) || ref.hasPrefix("XI-COPOLIS-org_") }

  /// What one publisher calls it: its number and name together, for such numbers are used for several.
  func label(by publisher: String) -> String { Label.of(["iati", publisher, ref, folded(ownName)]) }
}

/// What a name in a file is kept under until someone has decided what it means, and afterwards.
enum Label {
  /// The name of the source under which a decided label leads to its organisation.
  static let source = "label"

  static func of(_ parts: [String]) -> String {
    let whole = parts.joined(separator: " | ")
    return whole.utf8.count <= 200 ? whole : whole.prefix(120) + "… " + SHA256.hex(of: whole.utf8)
  }
}

extension Mention {
  /// The kind of actor that it is, as far as the file or the register of publishers says; nil where neither does.
  var kind: Organisation.Kind? {
    let code = type.isEmpty ? Publisher.identified(by: ref)?.type ?? "" : type
    switch code {
    case "10", "15": return .nationalAuthority
    case "11": return .localGovernment
    case "21", "22", "23", "24", "60": return .civilSociety
    case "30", "70", "71", "72", "73": return .privateSector
    case "40": return .internationalOrganisation
    case "80": return .academic
    case "90": return .platform
    default: return nil
    }
  }

  /// The name in the public registers where it stands in one, for files often put a department's or a fund's there.
  var registeredName: String? {
    if let publisher = Publisher.identified(by: ref) { return publisher.name }
    return (CodeLists["OrganisationIdentifier"]?[ref] ?? CodeLists["IATIOrganisationIdentifier"]?[ref])?.names["en"]
  }

  /// The country of its register, or that the register of publishers names; nil for international ones.
  var country: Country.Code? {
    if let country = Publisher.identified(by: ref)?.country, let code = Country.Code(country) {
      return Countries[code]?.id
    }
    guard ref.dropFirst(2).first == "-" else { return nil }
    return Country.Code(ref.prefix(2)).flatMap { Countries[$0]?.id }
  }
}
