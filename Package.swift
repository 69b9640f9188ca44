// swift-tools-version: 6.2
import PackageDescription

/// Every module, floor by floor. An import may point down a floor, or to a module named earlier on its own.
let floors: [(folder: String, modules: [(name: String, uses: [String])])] = [
  (
    "1-Tools",
    [
      ("Markup", []),
      ("Streams", ["CZlib"]),
      ("Tables", ["CXlsxWriter", "Streams"]),
      ("SQL", ["CSQLite", "CPostgres"]),
      ("HTTP", ["Markup", "CMicrohttpd", "CDeflate", "CZlib"]),
      ("Search", ["CXapian"]),
      ("Secrets", ["CSodium"]),
      ("XML", ["CXML2", "Streams"]),
      ("Printing", []),
    ]
  ),
  (
    "2-Field",
    [
      ("Cooperation", [])
    ]
  ),
  (
    "3-Workshop",
    [
      ("Methods", ["Cooperation", "Markup"]),
      ("Reference", ["Cooperation"]),
      ("Languages", ["Cooperation"]),
      ("Addresses", ["Cooperation", "Markup", "HTTP"]),
      ("Storage", ["Cooperation", "Markup", "Methods", "SQL", "Search"]),
      ("OpenData", ["Cooperation", "Reference", "Markup", "Streams", "Tables", "XML"]),
      ("Publishing", ["Cooperation", "HTTP", "SQL", "Addresses", "Storage", "OpenData"]),
      ("Pictures", ["Cooperation", "Reference", "Languages", "Markup"]),
      ("Actions", ["Cooperation", "Methods", "Reference", "SQL", "Storage", "Secrets"]),
      (
        "Imports",
        [
          "Cooperation", "Markup", "Secrets", "Reference", "SQL", "Storage", "OpenData", "Actions", "Streams", "Tables",
          "XML",
        ]
      ),
      ("Demo", ["Cooperation", "Methods", "Reference", "SQL", "Secrets", "Storage", "Actions", "Imports"]),
    ]
  ),
  (
    "4-Faces",
    [
      ("Pages", ["Cooperation", "Markup", "Methods", "Reference", "Languages", "HTTP", "Addresses", "Pictures"]),
      (
        "Web",
        [
          "Cooperation", "Markup", "HTTP", "SQL", "Streams", "Search", "Secrets", "Printing", "Methods", "Reference",
          "Languages",
          "Addresses", "Storage", "OpenData", "Publishing", "Pictures", "Actions", "Imports", "Pages",
        ]
      ),
      (
        "Commands",
        [
          "Cooperation", "Markup", "HTTP", "SQL", "Streams", "Search", "Secrets", "Printing", "Methods", "Reference",
          "Languages",
          "Addresses", "Storage", "OpenData", "Publishing", "Actions", "Imports", "Demo", "Pages", "Web",
        ]
      ),
    ]
  ),
]

/// Folders of files that the Catalogue lists into the binary.
let catalogued: [String: [String]] = [
  "Methods": ["Library"], "Reference": ["Data"], "Languages": ["Texts"], "Storage": ["Migrations"], "Web": ["Assets"],
  "OpenData": ["Formats"], "Demo": ["Data"],
]

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
  // Modules are small and call each other for every cell of a page: in release they are optimised as if they were one.
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

let modules: [Target] = floors.flatMap { floor in
  floor.modules.map { module in
    .target(
      name: module.name,
      dependencies: module.uses.map { .target(name: $0) },
      path: "Sources/\(floor.folder)/\(module.name)",
      exclude: module.name == "OpenData" ? [] : catalogued[module.name] ?? [],
      swiftSettings: strict,
      linkerSettings: [.linkedLibrary("m")],
      plugins: catalogued[module.name] == nil ? [] : ["Catalogue"])
  }
}

func library(_ name: String, _ package: String, _ debian: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/0-Libraries/\(name)", pkgConfig: package, providers: [.apt([debian])])
}

func tests(_ name: String, _ uses: [String], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: (uses + ["TestSupport"]).map { .target(name: $0) }, exclude: exclude,
    swiftSettings: strict)
}

let package = Package(
  name: "copolis",
  targets: [
    library("CSQLite", "sqlite3", "libsqlite3-dev"),
    library("CPostgres", "libpq", "libpq-dev"),
    library("CMicrohttpd", "libmicrohttpd", "libmicrohttpd-dev"),
    library("CXML2", "libxml-2.0", "libxml2-dev"),
    library("CSodium", "libsodium", "libsodium-dev"),
    library("CDeflate", "libdeflate", "libdeflate-dev"),
    library("CZlib", "zlib", "zlib1g-dev"),
    library("CXlsxWriter", "xlsxwriter", "libxlsxwriter-dev"),
    .target(
      name: "CXapian", path: "Sources/0-Libraries/CXapian",
      linkerSettings: [.linkedLibrary("xapian"), .linkedLibrary("stdc++")]),
  ] + modules + [
    .executableTarget(name: "copolis", dependencies: ["Commands"], swiftSettings: strict),
    .target(
      name: "BareEngines", dependencies: ["CXapian", "CXML2"], path: "Tools/bench/bare",
      cxxSettings: [.headerSearchPath("../../../Sources/0-Libraries/CXapian")]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["Cooperation", "Reference", "Markup", "Streams", "Search", "OpenData", "BareEngines"],
      swiftSettings: strict),
    .executableTarget(name: "catalogue", path: "Tools/catalogue"),
    .plugin(name: "Catalogue", capability: .buildTool(), dependencies: ["catalogue"]),
    .target(name: "TestSupport", dependencies: ["SQL"], path: "Tests/Support", swiftSettings: strict),
    tests("ToolsTests", ["Markup", "Streams", "Tables", "SQL", "HTTP", "Search", "Secrets", "XML", "Printing"]),
    tests("CooperationTests", ["Cooperation"]),
    tests("MethodsTests", ["Cooperation", "Markup", "Methods"]),
    tests("ReferenceTests", ["Cooperation", "Reference", "Languages"]),
    tests("StorageTests", ["Cooperation", "SQL", "Search", "Reference", "Storage", "Methods", "Actions"]),
    tests("OpenDataTests", ["Cooperation", "Reference", "Markup", "Streams", "Tables", "XML", "OpenData"]),
    tests(
      "WebTests",
      [
        "Cooperation", "Markup", "HTTP", "SQL", "Search", "Secrets", "Methods", "Reference", "Languages", "Addresses",
        "Storage", "OpenData", "Publishing", "Pictures", "Actions", "Imports", "Demo", "Pages", "Web",
      ]),
    tests(
      "CommandsTests",
      [
        "Cooperation", "Markup", "Streams", "Tables", "SQL", "Storage", "OpenData", "Publishing", "Actions", "Imports",
        "Demo", "Commands",
      ]),
    tests("ArchitectureTests", []),
  ],
  cxxLanguageStandard: .cxx17)
