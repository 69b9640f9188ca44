import Cooperation
import Languages
package import Markup

extension OrganisationPage {
  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      organisation.write(&json)
      json.object("place") { json in
        json.number("geonames", place?.id.number)
        json["name"] = place.map { reader.name(of: $0) }
        json.number("population", place?.population)
      }
      json.array("teaches", practices) { $1.write(&$0) }
      json.array("learns", needs) { $1.write(&$0) }
      json.array("relations", relations) { $1.write(&$0) }
      json.array("people", speakers) { $1.write(&$0) }
      json.array("member-of", bodies) { $1.write(&$0) }
      json.array("members", members) { $1.write(&$0) }
      json.number("member-count", memberCount)
      json.array("predecessors", predecessors) { $1.write(&$0) }
    }
  }
}

extension Organisation {
  /// Its own fields, named as a form or a program gives them.
  func write(_ json: inout JSON) {
    json["id"] = id.text
    json["kind"] = kind.rawValue
    json["original"] = name.original.tag
    json["name"] = name.versions[name.original]
    json["acronym"] = acronym
    json["about"] = about.flatMap { $0.versions[$0.original] }
    json.translations([("name", name), ("about", about)])
    json["country"] = country?.text
    json["website"] = website
    json.array("languages", languages) { $0.element($1.tag) }
    json.array("identifiers", identifiers) { json, identifier in
      json.object { json in
        json["scheme"] = identifier.scheme.rawValue
        json["value"] = identifier.value
      }
    }
    json["budget-line"] = means.budgetLine?.rawValue
    json["income-share"] = means.share?.percent
    json.array("former-names", formerNames) { json, former in
      json.object { json in
        json["name"] = former.name
        json.number("until", former.until)
      }
    }
    json["successor"] = succession?.successor.text
    json["succeeded-on"] = succession?.day.description
    json["standing"] = standing.rawValue
    json.number("capacity", capacity)
    json.number("revision", revision)
  }
}

extension JSON {
  /// The texts in other languages than their original, by language: `{"fr": {"title": "…"}}`.
  mutating func translations(_ texts: [(field: String, texts: Texts?)]) {
    let languages = Set(
      texts.flatMap { _, texts in texts.map { texts in texts.versions.keys.filter { $0 != texts.original } } ?? [] })
    object("translations") { json in
      for language in languages.sorted() {
        json.object(named: language.tag) { json in
          for (field, texts) in texts {
            if let texts, texts.original != language, let text = texts.versions[language] {
              json.field(field, text)
            }
          }
        }
      }
    }
  }
}

extension Heading {
  func write(_ json: inout JSON) {
    json.object { json in
      json["id"] = id.text
      json["title"] = title.text
      json["stage"] = stage
      json["expires"] = expires?.description
    }
  }
}

extension Relation {
  func write(_ json: inout JSON) {
    json.object { json in
      json["partnership"] = partnership.text
      json["partner"] = partner.text
      json["name"] = name.text
      json["country"] = country?.text
      json["form"] = form.rawValue
      json["stage"] = standing.rawValue
      json["claim"] = claim.rawValue
      json["began"] = began?.description
      json["last-sign-of-life"] = sign?.day.description
    }
  }
}

extension Fellow {
  func write(_ json: inout JSON) {
    json.object { json in
      json["id"] = id.text
      json["name"] = name.text
      json["since"] = since?.description
      json["verified"] = verified?.description
    }
  }
}

extension OrganisationPage.Speaker {
  func write(_ json: inout JSON) {
    json.object { json in
      json["mandate"] = mandate.id.text
      json["person"] = person.id.text
      json["name"] = person.name
      json["role"] = mandate.role.rawValue
      json["title"] = mandate.title
      json["from"] = mandate.from.description
      json["until"] = mandate.until?.description
    }
  }
}
