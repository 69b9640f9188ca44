import Addresses
import Cooperation
import HTTP
package import Markup
import Reference

extension PartnershipPage {
  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["id"] = partnership.id.text
      json.number("revision", partnership.revision)
      texts(&json)
      json["form"] = partnership.form.rawValue
      json["began"] = partnership.began?.description
      json.array("themes", partnership.topic.themes.sorted()) { $0.element($1.text) }
      json.array("targets", partnership.topic.targets.sorted()) { $0.element($1.description) }
      json.array("languages", partnership.topic.languages) { $0.element($1.tag) }
      json.array("parties", partnership.parties.all) { json, party in
        json.object { json in
          json["organisation"] = party.organisation.text
          json["name"] = name(party.organisation)
          json["country"] = sides[party.organisation]?.country?.text
          json["role"] = party.role.rawValue
        }
      }
      stage(&json)
      claim(&json)
      agreement(&json)
      life(&json, reader)
      surroundings(&json)
      if let errand { json["next-for-you"] = errand.slug }
    }
  }

  private func texts(_ json: inout JSON) {
    let (title, about) = (partnership.title, partnership.about)
    json["title"] = title.versions[title.original]
    json["about"] = about.flatMap { $0.versions[$0.original] }
    json["original"] = title.original.tag
    json.translations([("title", title), ("about", about)])
  }

  private func stage(_ json: inout JSON) {
    json.object("stage") { json in
      json["name"] = partnership.stage.slug
      switch partnership.stage {
      case .inferred, .signed: break
      case .proposed(let proposer, let day):
        json["by"] = proposer.text
        json["day"] = day.description
      case .agreed(let day): json["day"] = day.description
      case .ended(let day, let why):
        json["day"] = day.description
        json["why"] = why.rawValue
      }
    }
  }

  private func claim(_ json: inout JSON) {
    json.object("claim") { json in
      json["state"] = claim.state.rawValue
      json.flag("imported", claim.isImported)
      json.array("voices", claim.voices) { json, voice in
        json.object { json in
          json["organisation"] = voice.organisation.text
          json["stance"] = voice.stance.rawValue
          json["reason"] = voice.reason.isEmpty ? nil : voice.reason
          json["at"] = voice.at.description
        }
      }
      json.array("silent", claim.silent) { $0.element($1.text) }
    }
  }

  private func agreement(_ json: inout JSON) {
    guard let agreement else { return }
    json.object("agreement") { json in
      json["kind"] = agreement.kind.rawValue
      json["signed"] = agreement.signed.description
      json["ends"] = agreement.endsOn?.description
      json.array("aspects", agreement.aspects) { $0.element($1) }
      json.array("signatories", agreement.signatories) { json, signatory in
        json.object { json in
          json["organisation"] = signatory.organisation.text
          json["name"] = signatory.name
          json["title"] = signatory.title
        }
      }
    }
  }

  private func life(_ json: inout JSON, _ reader: Reader) {
    json.object("log") { json in
      json.number("total", life.log.total)
      json["next"] = life.log.page < life.log.pages ? reader.link(page: life.log.page + 1) : nil
      json.array("items", life.log.items) { json, entry in json.object { entry.write(&$0) } }
    }
    json.array("peer-days", life.ledger) { json, line in
      json.object { json in
        json["organisation"] = line.organisation.text
        json.number("given", Double(line.given) / 10)
        json.number("received", Double(line.received) / 10)
      }
    }
    json.array("contributions", life.contributions) { json, contribution in json.object { contribution.write(&$0) } }
    json.array("contribution-totals", ContributionTotal.all(of: life.contributions)) { json, total in
      json.object { json in
        json["kind"] = total.kind.rawValue
        json["currency"] = total.currency.code
        json["amount"] = total.sum?.decimalText
      }
    }
  }

  private func surroundings(_ json: inout JSON) {
    json.array("exchanges", surroundings.exchanges.items) { json, brief in
      json.object { json in
        json["id"] = brief.id.text
        json["title"] = brief.title
        json["method"] = brief.method.text
        json["stage"] = brief.stage.rawValue
      }
    }
    json.array("results", surroundings.outcomes) { json, told in
      json.object { json in
        json["id"] = told.outcome.id.text
        json["level"] = told.outcome.level.rawValue
        json["title"] = told.outcome.title.versions[told.outcome.title.original]
        json["claim"] = told.state.rawValue
      }
    }
    json["parent"] = partnership.parent?.text
    json.array("parts", surroundings.children.items) { json, child in json.object { child.write(&$0) } }
    json.array("sources", surroundings.sources) { json, source in
      json.object { json in
        json["name"] = source.name
        json["reference"] = source.reference
      }
    }
  }
}

extension LogEntry {
  fileprivate func write(_ json: inout JSON) {
    json["id"] = id.text
    json["kind"] = kind.rawValue
    json["day"] = day.description
    json["text"] = text.versions[text.original]
    json["language"] = text.original.tag
    json["organisation"] = organisation.text
    json.number("given", Double(given.tenths) / 10)
    json.number("received", Double(received.tenths) / 10)
    json.flag("public", isPublic)
  }
}

extension Contribution {
  fileprivate func write(_ json: inout JSON) {
    json["id"] = id.text
    json["kind"] = kind.rawValue
    json["organisation"] = organisation?.text
    json["amount"] = money.decimalText
    json["currency"] = money.currency.code
    json["day"] = day.description
    json["until"] = until?.description
    json["note"] = note.isEmpty ? nil : note
  }
}

extension Partnership.Errand {
  /// Its name for programs.
  var slug: String {
    switch self {
    case .accept: "accept"
    case .wait: "wait"
    case .confirm: "confirm"
    case .settle: "settle"
    case .sign: "sign"
    case .askToSign: "ask-to-sign"
    case .renew: "renew"
    case .log: "log"
    case .exchange: "exchange"
    case .nothing: "nothing"
    }
  }
}
