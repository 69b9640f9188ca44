package import Cooperation
import HTTP
package import Markup

extension Identifier: PathPart {
  package init?(pathPart: Substring) { self.init(pathPart) }
  package var pathPart: String { text }
  package var written: Written {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.length) { room in
      write(into: room)
      return Written(escaping: UnsafeBufferPointer(room))
    }
  }
}

extension Slug: PathPart {
  package init?(pathPart: Substring) { self.init(pathPart) }
  package var pathPart: String { text }
}

extension GeoNamesNumber: PathPart {
  package init?(pathPart: Substring) { self.init(pathPart) }
  package var pathPart: String { description }
}

extension Country.Code: PathPart {
  /// Capitals or small letters lead to the same country.
  package init?(pathPart: Substring) { self.init(pathPart) }
  package var pathPart: String { text }
}

extension Digest: PathPart {
  package init?(pathPart: Substring) { self.init(pathPart.lowercased()) }
  package var pathPart: String { description }
}

extension Goal: PathPart {
  package init?(pathPart: Substring) {
    guard let number = Int(pathPart) else { return nil }
    self.init(number)
  }
  package var pathPart: String { description }
}
