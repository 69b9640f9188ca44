import Web

extension CommandLineFace {
  static let routes = Command("routes", "Lists every address of the site.", example: "copolis routes") { _, console in
    for line in Site.addresses { try console.print(line) }
    return .done
  }
}
