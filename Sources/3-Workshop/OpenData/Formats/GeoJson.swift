import Cooperation
import Markup

extension Format {
  /// A map layer (RFC 7946): a feature a row, without a geometry where nobody knows where it lies.
  static let geoJson = Format("geojson", "application/geo+json", offering: { $0.shape == .placedTable }) {
    publication, piece in
    guard case .rows(let rows) = publication.content else { return }
    var text = Array("{\"type\":\"FeatureCollection\",\"features\":[".utf8)
    var isFirst = true
    try rows { row in
      text += Array((isFirst ? "\n" : ",\n").utf8) + feature(row, publication.dataset.columns)
      isFirst = false
      if text.count > 32_768 {
        try piece(text)
        text.removeAll(keepingCapacity: true)
      }
    }
    try piece(text + Array("\n]}\n".utf8))
  }

  private static func feature(_ row: Row, _ columns: [Column]) -> [UInt8] {
    var json = JSON(capacity: 1024)
    json.object { json in
      json["type"] = "Feature"
      if case .text(let id)? = row.values.first { json["id"] = id }
      if row.positions.isEmpty {
        json["geometry"] = nil
      } else {
        json.object("geometry") { $0.write(row.positions) }
      }
      json.object("properties") { $0.write(row, columns) }
    }
    return json.bytes
  }
}

extension JSON {
  /// A point, or several; longitude first.
  fileprivate mutating func write(_ positions: [Position]) {
    if positions.count == 1, let position = positions.first {
      self["type"] = "Point"
      array("coordinates", [position.longitude, position.latitude]) { $0.element($1) }
    } else {
      self["type"] = "MultiPoint"
      array("coordinates", positions) { json, position in
        json.array {
          $0.element(position.longitude)
          $0.element(position.latitude)
        }
      }
    }
  }
}
