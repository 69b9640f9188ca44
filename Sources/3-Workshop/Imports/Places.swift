import Cooperation
import Reference
import SQL
import Storage

extension Session {
  /// Loads the gazetteer into a database that has no places yet: without it nothing can be found on the map.
  func loadPlacesIfNone() throws {
    guard try places.isEmpty() else { return }
    var batch: [Place] = []
    try Gazetteer.eachPlace { place in
      batch.append(place)
      if batch.count == 2000 {
        try places.insert(batch)
        batch.removeAll(keepingCapacity: true)
      }
    }
    try places.insert(batch)
  }
}
