package import Cooperation

/// The methods that come with the product, one file each.
package enum Library {
  /// In the order of their names; decoded once.
  package static let methods: [Method] = files.compactMap { file in
    try? MethodFile(reading: file.bytes).method
  }

  /// The method of that name; nil where there is none, or not in that version.
  package static func method(_ id: Method.ID, version: Int? = nil) -> Method? {
    methods.first { $0.id == id && $0.version == version ?? $0.version }
  }

  /// The files as they are written, by their path in the module.
  package static var files: [File] {
    Embedded.files.filter { $0.path.hasPrefix("Library/") && $0.path.hasSuffix(".json") }
      .map { File(path: $0.path, bytes: $0.text.withUTF8Buffer { Array($0) }) }
  }

  /// One of its files.
  package struct File: Sendable {
    package let path: String
    package let bytes: [UInt8]
  }
}
