extension Double {
  /// The natural logarithm of a number above 0, to twelve digits or better.
  ///
  /// From the bits of the number and the series of the inverse hyperbolic tangent: the same on every machine.
  var naturalLogarithm: Double {
    precondition(self > 0 && isFinite, "only a number above 0 has a logarithm")
    // Between about 0.7 and 1.4, where the series is short.
    let (base, power) = significand > 1.414 ? (significand / 2, exponent + 1) : (significand, exponent)
    let ratio = (base - 1) / (base + 1)
    let square = ratio * ratio
    var term = ratio, sum = 0.0
    for odd in stride(from: 1.0, through: 17, by: 2) {
      sum += term / odd
      term *= square
    }
    return 2 * sum + Double(power) * 0.693_147_180_559_945_3
  }
}
