import Cooperation
import Languages

extension Reader {
  /// Everything of a kind, to choose from, by what each is called: `reader.options(\Mandate.Role.name)`.
  func options<Value: CaseIterable & RawRepresentable<String>>(_ name: KeyPath<Value, Phrase>) -> [Filled.Option] {
    options(Array(Value.allCases), name)
  }

  /// Some of a kind.
  func options<Value: RawRepresentable<String>>(
    _ values: [Value], _ name: KeyPath<Value, Phrase>
  ) -> [Filled.Option] {
    values.map { Filled.Option($0.rawValue, words[$0[keyPath: name]]) }
  }
}

extension Filled {
  /// Organisations to choose from.
  static func options(_ organisations: [Organisation.Brief]) -> [Option] {
    organisations.map { Option($0.id.text, $0.name.text) }
  }
}
