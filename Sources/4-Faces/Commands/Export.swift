import Actions
import Cooperation
import OpenData
import Publishing
import SQL
import Web

extension CommandLineFace {
  static let export = Command(
    "export", "Writes open data: only what is public, with what its parties say of it.", "WHAT",
    options: [
      .init("--format", "FORMAT", "csv, json, xlsx, geojson, iati.xml, atom or jsonld, as each can be had"),
      .init("--output", "FILE", "write to FILE, whole or not at all; also -o FILE; to standard output unless said"),
    ], example: "copolis export activities --format iati.xml -o activities.xml"
  ) { arguments, console in
    let dataset = try arguments.dataset(), format = try arguments.format(of: dataset)
    let base = Surroundings(console).base ?? Site.Settings().base
    return try withOccasion(console) { occasion in
      try writing(to: arguments["--output"], console) { write in
        try occasion.database.read { session in
          let publication = try Edition(of: session, at: base, now: occasion.now).publication(of: dataset)
          try format.write(publication, to: write)
        }
      }
      return .done
    }
  }

  private static func writing(
    to path: String?, _ console: Console, _ body: (@escaping ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    guard let path, path != "-" else { return try body { try console.write($0) } }
    let file = try NewFile(path)
    try body { try file.write($0) }
    try file.keep()
  }
}

extension Arguments {
  /// - Throws: `Misuse` naming what there is.
  fileprivate func dataset() throws(Misuse) -> Dataset {
    let names = Dataset.all.map(\.slug).joined(separator: ", ")
    guard operands.count == 1, let name = operands.first else { throw Misuse("Say one thing to export: \(names).") }
    guard let dataset = Dataset.named(name) else { throw Misuse("There is no \(name) to export. There is: \(names).") }
    return dataset
  }

  /// - Throws: `Misuse` naming what there is.
  fileprivate func format(of dataset: Dataset) throws(Misuse) -> Format {
    let names = dataset.formats.map(\.name).joined(separator: ", ")
    guard let name = self["--format"] else {
      guard dataset.formats.count == 1, let only = dataset.formats.first else {
        throw Misuse("Say a format for \(dataset.slug): \(names).")
      }
      return only
    }
    guard let format = Format.named(name), format.offers(dataset) else {
      throw Misuse("\(dataset.slug) cannot be had as \(name). It can be had as: \(names).")
    }
    return format
  }
}
