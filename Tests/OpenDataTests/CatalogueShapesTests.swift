import Cooperation
import Markup
import Testing

@testable import OpenData

/// What the application profile for data portals demands of a class: how often a property stands, and what it is.
private struct Demand {
  let target: String
  let path: String
  let least: Int
  let most: Int
  let kind: String

  /// Everything that a file of SHACL shapes demands of catalogues, datasets, distributions and agents.
  static func all(in file: String) throws -> [Demand] {
    let graph = try JSONValue(reading: SharedData.bytes(file), depth: 64)
    let nodes = graph.list ?? graph["@graph"]?.list ?? []
    let byID = Dictionary(nodes.compactMap { node in node["@id"]?.text.map { ($0, node) } }) { first, _ in first }
    func values(_ node: JSONValue, _ name: String) -> [String] {
      (node["http://www.w3.org/ns/shacl#" + name]?.list ?? []).compactMap { value in
        value["@id"]?.text ?? value["@value"]?.text ?? value["@value"]?.int.map(String.init)
      }
    }
    return nodes.flatMap { shape in
      values(shape, "targetClass").flatMap { target in
        values(shape, "property").compactMap { byID[$0] }.compactMap { property in
          guard let path = values(property, "path").first, path.hasPrefix("http") else { return nil }
          return Demand(
            target: target, path: path, least: values(property, "minCount").first.flatMap { Int($0) } ?? 0,
            most: values(property, "maxCount").first.flatMap { Int($0) } ?? .max,
            kind: values(property, "nodeKind").first.map { String($0.drop { $0 != "#" }.dropFirst()) } ?? "")
        }
      }
    }
  }
}

/// The things that a document in JSON-LD tells of, with whole names.
private struct Things {
  private let prefixes: [String: String]
  private(set) var all: [(type: String, properties: [String: [JSONValue]])] = []

  init(_ document: JSONValue) {
    let context = document["@context"]?.members ?? []
    prefixes = Dictionary(context.compactMap { field in field.value.text.map { (field.name, $0) } }) { first, _ in first
    }
    take(document)
  }

  private mutating func take(_ value: JSONValue) {
    for element in value.list ?? [] { take(element) }
    guard let members = value.members else { return }
    var properties: [String: [JSONValue]] = [:]
    for member in members where !member.name.hasPrefix("@") {
      properties[whole(member.name)] = member.value.list ?? [member.value]
      take(member.value)
    }
    if let type = value["@type"]?.text { all.append((whole(type), properties)) }
  }

  private func whole(_ name: String) -> String {
    guard let colon = name.firstIndex(of: ":"), let prefix = prefixes[String(name[..<colon])] else { return name }
    return prefix + name[name.index(after: colon)...]
  }
}

@Suite("The catalogue for data portals") struct CatalogueShapesTests {
  private func catalogue() throws -> Things {
    var bytes: [UInt8] = []
    let catalogue = OpenCatalogue(
      base: "https://c.example", title: "Cities", publisher: "A network", licence: "https://l.example",
      languages: Language.interface, modified: Sample.now)
    try Format.catalogueJsonld.write(Publication(.catalogue, .catalogue(catalogue), at: Sample.now)) { bytes += $0 }
    return Things(try JSONValue(reading: bytes, depth: 64))
  }

  @Test("tells of every dataset and every file of it")
  func complete() throws {
    let types = try catalogue().all.map { String($0.type.split(separator: "#").last ?? "") }
    #expect(types.count { $0 == "Dataset" } == Dataset.all.count - 1)
    let files = Dataset.all.filter { $0 != .catalogue }.reduce(0) { $0 + $1.formats.count }
    #expect(types.count { $0 == "Distribution" } == files)
  }

  @Test(
    "has what the European application profile demands, as often as it may, each a text or an address as it should be",
    .enabled(if: SharedData.isHere, Comment(rawValue: SharedData.absent)), arguments: ["2.1.1", "3.0.1"])
  func profile(version: String) throws {
    let demands = try Demand.all(in: "interfaces/dcat-ap-\(version)-shapes.jsonld.json")
    #expect(demands.count > 50)
    for thing in try catalogue().all {
      for demand in demands where demand.target == thing.type {
        let values = thing.properties[demand.path] ?? []
        #expect((demand.least...demand.most).contains(values.count), "\(thing.type): \(demand.path)")
        for value in values {
          let isAddress = value["@id"] != nil || value["@type"] != nil && value["@value"] == nil
          if demand.kind == "Literal" { #expect(!isAddress, "\(demand.path)") }
          if demand.kind.contains("IRI") { #expect(isAddress, "\(demand.path)") }
        }
      }
    }
  }
}
