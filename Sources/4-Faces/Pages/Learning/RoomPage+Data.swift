import Addresses
import Cooperation
import HTTP
import Languages
package import Markup
import Methods

// The room as data: the same facts, and no more.
extension RoomPage {
  package func write(_ json: inout JSON, for reader: Reader) {
    let tell = Telling(room: room, standing: standing, names: names, reader: reader)
    let exchange = room.exchange, opening = exchange.opening
    json.object { json in
      json["id"] = room.id.text
      json["title"] = opening.title
      json["method"] = opening.method.text
      json.number("version", opening.version)
      json["clock"] = opening.clock.rawValue
      json["language"] = opening.language.tag
      json["host"] = opening.host.text
      json["partnership"] = opening.partnership?.text
      json.array("parties", opening.parties) { $0.element($1.text) }
      json.flag("public", room.isPublic)
      json["stage"] = exchange.stage.progressed.rawValue
      json["state"] = tell.state
      json["began"] = opening.at.description
      json["ended"] = exchange.stage.ended?.description
      json.number("steps", exchange.count)
      present(&json, tell)
      if standing != .reader { seats(&json, tell) }
      if let me = tell.me { json["me"] = me.text }
      if tell.leads { json["invitation"] = invitation }
      json.array("mismatches", exchange.mismatches(under: room.method)) { json, mismatch in
        json.object { json in
          json["comparison"] = mismatch.comparison.id.text
          json["words"] = mismatch.words(under: room.method, in: [reader.words.language]).text
        }
      }
      documents(&json, tell)
      journal(&json, tell)
    }
  }

  private func present(_ json: inout JSON, _ tell: Telling) {
    let exchange = room.exchange
    guard case .running = exchange.stage, let phase = room.method.phase(exchange.visit.phase) else { return }
    json.object("phase") { json in
      json["id"] = phase.id.text
      json["title"] = tell.text(phase.title)
      json.number("visit", exchange.visit.number)
      json["due"] = exchange.due(under: room.method)?.description
      json.array("prompts", phase.prompts) { json, prompt in json.object { prompt.write(&$0, for: tell.reader) } }
      json.array("waits-for", tell.waitsFor) { $0.element($1) }
      json.array("progress", tell.blindProgress) { json, progress in
        json.object { json in
          json["who"] = progress.who
          json.number("given", progress.given)
          json.number("of", progress.of)
        }
      }
      json.array("ways", exchange.ways(under: room.method)) { json, way in
        json.object { json in
          json["to"] = way.to?.text ?? "end"
          json.flag("back", room.method.isBack(way, from: phase.id))
        }
      }
    }
  }

  private func seats(_ json: inout JSON, _ tell: Telling) {
    json.array("participants", room.exchange.participants) { json, participant in
      json.object { json in
        json["person"] = participant.person.text
        json["name"] = participant.name
        json["organisation"] = participant.organisation.text
        json.array("roles", room.exchange.roles(of: participant.person)) { $0.element($1.text) }
      }
    }
  }

  private func documents(_ json: inout JSON, _ tell: Telling) {
    json.array("documents", room.method.outputs.filter { room.shows($0, to: standing) }) { json, output in
      json.object { json in
        json["id"] = output.id.text
        json["title"] = tell.text(output.title)
        json["address"] = Address.document(room.id, output.id)
        json.array("waits-for", tell.words(of: room.exchange.missing(output.signers, on: .output(output.id)))) {
          $0.element($1)
        }
      }
    }
  }

  private func journal(_ json: inout JSON, _ tell: Telling) {
    json.array("journal", Journal(tell: tell).lines) { json, line in
      json.object { json in
        json.number("number", line.entry.number)
        json["at"] = line.at.description
        if standing == .reader {
          outside(line.entry.step, &json)
        } else {
          json["by"] = line.entry.by.text
          json.object("step") { line.entry.step.writeFields(into: &$0) }
        }
      }
    }
  }

  /// A step without anyone's name or number.
  private func outside(_ step: Exchange.Step, _ json: inout JSON) {
    switch step {
    case .write(let writing):
      json["do"] = "write"
      json["prompt"] = writing.prompt.text
      json["words"] = room.method.prompt(writing.prompt).map { writing.answer.words(to: $0.kind, in: []) }
    case .enter(let phase, _):
      json["do"] = "enter"
      json["phase"] = phase.text
    case .sign(let signing):
      json["do"] = "sign"
      json["name"] = signing.signatory.name
      json["organisation"] = signing.signatory.organisation.text
    case .conclude: json["do"] = "conclude"
    default: json["do"] = "other"
    }
  }
}
