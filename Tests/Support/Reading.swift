package import SQL

// The first column of every row that a statement finds: short enough to stand within an expectation.
extension Session {
  package func texts(_ statement: Statement) throws -> [String] { try rows(statement) { try $0.text(0) } }
  package func ints(_ statement: Statement) throws -> [Int] { try rows(statement) { try $0.int(0) } }
  package func doubles(_ statement: Statement) throws -> [Double] { try rows(statement) { try $0.double(0) } }
}

extension Database {
  package func texts(_ statement: Statement) throws -> [String] { try read { try $0.texts(statement) } }
  package func ints(_ statement: Statement) throws -> [Int] { try read { try $0.ints(statement) } }
  package func doubles(_ statement: Statement) throws -> [Double] { try read { try $0.doubles(statement) } }
}
