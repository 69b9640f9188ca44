import Cooperation
package import Markup
import Reference

extension Work {
  /// Its own fields, named as a form or a program gives them.
  package func write(_ json: inout JSON) {
    json["id"] = subject.text
    json["organisation"] = organisation.text
    json["original"] = title.original.tag
    json["title"] = title.versions[title.original]
    for part in parts { json.field(part.name, part.texts.flatMap { $0.versions[$0.original] }) }
    json.translations([("title", title)] + parts.map { ($0.name, $0.texts) })
    json.array("themes", topic.themes.sorted()) { $0.element($1.text) }
    json.array("targets", topic.targets.sorted()) { $0.element($1.description) }
    json.array("languages", topic.languages) { $0.element($1.tag) }
    json.number("population", topic.context.population)
    json["country"] = topic.context.country?.text
    wish?.write(&json)
    facts?.write(&json)
    json["expires"] = shelf.expires?.description
    json["stage"] = shelf.stage.slug
    json.array("missing", missing) { $0.element($1.rawValue) }
    json.number("revision", revision)
  }
}

extension Need.Wish {
  fileprivate func write(_ json: inout JSON) {
    json.array("formats", formats) { $0.element($1.rawValue) }
    json.array("likeness", likeness) { $0.element($1.rawValue) }
    json["days"] = days?.description
    json["money"] = money?.decimalText
    json["currency"] = money?.currency.code
  }
}

extension Practice.Facts {
  fileprivate func write(_ json: inout JSON) {
    json["worked"] = worked?.rawValue
    json["evidence"] = evidence?.rawValue
    json.number("began", years?.began)
    json.number("ended", years?.ended)
    json["money"] = cost?.decimalText
    json["currency"] = cost?.currency.code
    json["posts"] = posts.flatMap { PeerDays(tenths: $0) }?.description
    json.array("links", links) { $0.element($1.line) }
    json["contact"] = contact?.text
    json["licence"] = licence?.rawValue
  }
}
