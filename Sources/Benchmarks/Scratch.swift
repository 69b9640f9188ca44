import Glibc

/// A folder for what is measured, and files in it.
///
/// Without Foundation: its ICU and the one that libxml2's headers know cannot be seen by one program's source.
struct Scratch {
  let path: String

  init(for name: String) {
    path = "/tmp/copolis-\(name)-\(getpid())"
    mkdir(path, 0o700)
  }

  /// The path of a file in it, once `write` has told `piece` everything that it holds.
  func file(_ name: String, _ write: ((String) -> Void) -> Void) throws -> String {
    let path = path + "/" + name
    guard let file = fopen(path, "w") else { throw Unwritten(path: path) }
    write { text in _ = fputs(text, file) }
    guard fclose(file) == 0 else { throw Unwritten(path: path) }
    return path
  }

  /// In bytes; 0 where there is no such file.
  static func size(of path: String) -> Int {
    var found = stat()
    return stat(path, &found) == 0 ? Int(found.st_size) : 0
  }

  /// Deletes it with all that is in it.
  func clear() { Self.clear(path) }

  private static func clear(_ path: String) {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name != ".", name != ".." { clear(path + "/" + name) }
      }
      closedir(folder)
    }
    remove(path)
  }
}

/// A file that could not be written.
struct Unwritten: Error { let path: String }
