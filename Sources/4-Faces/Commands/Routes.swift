import Markup
import Web

extension CommandLineFace {
  static let routes = Command(
    "routes", "Lists every address of the site.", options: [.init("--json", nil, "as JSON")], example: "copolis routes"
  ) { arguments, console in
    guard arguments.has("--json") else {
      for line in Site.addresses { try console.print(line) }
      return .done
    }
    var json = JSON()
    json.object { json in
      json.array("items", Site.addresses) { json, line in
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        json.object { json in
          json["verb"] = parts.first
          json["pattern"] = parts.last
        }
      }
    }
    try console.print(json.text)
    return .done
  }
}
