/// The database that a setting names: `postgresql://…`, or else the path of a file, `:memory:` for none.
///
/// `read` names a replica to read from; nil reads from the same.
///
/// - Throws: `DatabaseError` where it cannot be opened, or where `read` is given and there can be no replica.
package func openDatabase(_ setting: String, read: String? = nil) throws -> any Database {
  if setting.hasPrefix("postgresql://") || setting.hasPrefix("postgres://") {
    return try PostgresDatabase(url: setting, readURL: read)
  }
  guard read == nil else { throw DatabaseError("\(setting) is a file and has no replica to read from") }
  guard setting.firstRange(of: "://") == nil else { throw DatabaseError("no engine is known for \(setting)") }
  return try SQLiteDatabase(path: setting)
}
