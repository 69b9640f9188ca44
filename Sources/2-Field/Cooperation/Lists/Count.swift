/// How many of a list have one value, for a filter that shows where it leads.
package struct Count<Value: Sendable & Hashable>: Sendable, Hashable {
  package let value: Value
  package let number: Int

  package init(_ value: Value, _ number: Int) { (self.value, self.number) = (value, number) }
}
