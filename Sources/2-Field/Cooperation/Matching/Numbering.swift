/// Numbers given to values in the order in which they came, from 0.
struct Numbering<Value: Hashable & Sendable>: Sendable {
  private(set) var values: [Value] = []
  private var numbers: [Value: UInt32] = [:]

  /// Nil for a value that has none.
  subscript(value: Value) -> UInt32? { numbers[value] }

  /// The number of `value`, given now if it has none.
  mutating func number(of value: Value) -> UInt32 {
    if let number = numbers[value] { return number }
    let number = UInt32(values.count)
    values.append(value)
    numbers[value] = number
    return number
  }
}
