extension CommandLineFace {
  /// The version of the product.
  package static let number = "0.1.0"

  static let version = Command("version", "Prints the version.", example: "copolis version") { _, console in
    try console.print("copolis \(number)")
    return .done
  }
}
