import Cooperation
import Markup

extension Format {
  /// The catalogue for data portals (DCAT 3 in JSON-LD): every dataset in every format that there is.
  static let catalogueJsonld = Format("jsonld", "application/ld+json", offering: { $0.shape == .catalogue }) {
    publication, piece in
    guard case .catalogue(let catalogue) = publication.content else { return }
    var json = JSON(capacity: 16_384)
    json.object { $0.write(catalogue) }
    try piece(json.bytes + [0x0A])
  }
}

extension JSON {
  fileprivate mutating func write(_ catalogue: OpenCatalogue) {
    object("@context") { json in
      json["dcat"] = "http://www.w3.org/ns/dcat#"
      json["dct"] = "http://purl.org/dc/terms/"
      json["foaf"] = "http://xmlns.com/foaf/0.1/"
      json["xsd"] = "http://www.w3.org/2001/XMLSchema#"
    }
    self["@id"] = catalogue.base + "/open/"
    self["@type"] = "dcat:Catalog"
    text("dct:title", catalogue.title)
    text("dct:description", "Open data of \(catalogue.title): who learns from whom, about what, and what came of it.")
    object("dct:publisher") { json in
      json["@id"] = catalogue.base + "/"
      json["@type"] = "foaf:Agent"
      json["foaf:name"] = catalogue.publisher
    }
    link("foaf:homepage", catalogue.base + "/")
    link("dct:license", catalogue.licence)
    moment("dct:modified", catalogue.modified)
    array("dct:language", catalogue.languages.compactMap(\.authority)) { json, address in
      json.object { $0["@id"] = address }
    }
    array("dcat:dataset", Dataset.all.filter { $0 != .catalogue }) { json, dataset in
      json.object { $0.write(dataset, catalogue) }
    }
  }

  private mutating func write(_ dataset: Dataset, _ catalogue: OpenCatalogue) {
    self["@id"] = catalogue.base + "/open/" + dataset.slug
    self["@type"] = "dcat:Dataset"
    self["dct:identifier"] = dataset.slug
    link("dct:publisher", catalogue.base + "/")
    text("dct:title", dataset.title.english)
    text("dct:description", dataset.about.english)
    link("dct:license", catalogue.licence)
    moment("dct:modified", catalogue.modified)
    link("dcat:landingPage", catalogue.base + "/open/")
    array("dcat:distribution", dataset.formats) { json, format in
      json.object { json in
        let address = catalogue.address(of: dataset, in: format)
        json["@id"] = address
        json["@type"] = "dcat:Distribution"
        json.text("dct:title", "\(dataset.title.english) (\(format.name))")
        json.link("dcat:accessURL", address)
        json.link("dcat:downloadURL", address)
        json.link("dct:license", catalogue.licence)
        let type = format.mediaType.prefix { $0 != ";" }
        json.link("dcat:mediaType", "https://www.iana.org/assignments/media-types/\(type)")
      }
    }
  }

  private mutating func text(_ name: StaticString, _ words: String) {
    object(name) { json in
      json["@language"] = "en"
      json["@value"] = words
    }
  }

  private mutating func link(_ name: StaticString, _ address: String) { object(name) { $0["@id"] = address } }

  private mutating func moment(_ name: StaticString, _ moment: Instant) {
    object(name) { json in
      json["@type"] = "xsd:dateTime"
      json["@value"] = moment.toTheSecond
    }
  }
}

extension Language {
  /// Its address in the European Union's list of languages, which DCAT-AP asks for; nil for others than ours.
  fileprivate var authority: String? {
    let codes = ["en": "ENG", "fr": "FRA", "es": "SPA", "pt": "POR", "ar": "ARA"]
    return codes[tag].map { "http://publications.europa.eu/resource/authority/language/\($0)" }
  }
}
