import Reference

/// One version of the schema with numbers for names, as a reader made with `Shape.names` gives them.
struct Shape: Sendable {
  let version: IATISchema.Version
  let kinds: [Kind]
  let tops: [IATISchema.Document: [Int: Int]]
  let loose: [IATISchema.Document: [Int: IATISchema.TextType]]

  struct Kind: Sendable {
    let schema: IATISchema.Kind
    let parts: [Part]
    let attributes: [Int: IATISchema.TextType]
    let needed: [Int]
  }

  struct Part: Sendable, Equatable {
    /// `Shape.foreign` for any element of another standard.
    let name: Int
    let kind: Int
    let least: Int
    /// `Int.max` for no limit.
    let most: Int
  }

  /// In place of a name, for whatever has a namespace.
  static let foreign = -1

  /// Every name of an element or attribute in any version, in the order of their numbers.
  static let names: [String] = {
    var found: Set<String> = []
    for version in IATISchema.Version.allCases {
      let schema = IATISchema[version]
      for kind in schema.kinds {
        found.formUnion(kind.parts.map(\.name))
        found.formUnion(kind.attributes.map(\.name))
      }
      for document in IATISchema.Document.allCases {
        found.formUnion(schema.tops[document, default: [:]].keys)
        found.formUnion(schema.loose[document, default: [:]].keys)
      }
    }
    return found.subtracting(["*"]).sorted()
  }()

  static let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })

  static subscript(_ version: IATISchema.Version) -> Shape { all[version] ?? Shape(version) }

  private static let all = Dictionary(
    uniqueKeysWithValues: IATISchema.Version.allCases.map { ($0, Shape($0)) })

  private init(_ version: IATISchema.Version) {
    let schema = IATISchema[version]
    self.version = version
    tops = schema.tops.mapValues(Self.numbered)
    loose = schema.loose.mapValues(Self.numbered)
    kinds = schema.kinds.map { kind in
      Kind(
        schema: kind,
        parts: kind.parts.map {
          Part(
            name: Self.numbers[$0.name] ?? Self.foreign, kind: $0.kind, least: $0.least, most: $0.most ?? Int.max)
        },
        attributes: Self.numbered(
          Dictionary(kind.attributes.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })),
        needed: kind.attributes.filter(\.isNeeded).compactMap { Self.numbers[$0.name] })
    }
  }

  private static func numbered<Value>(_ table: [String: Value]) -> [Int: Value] {
    Dictionary(uniqueKeysWithValues: table.compactMap { name, value in numbers[name].map { ($0, value) } })
  }
}
