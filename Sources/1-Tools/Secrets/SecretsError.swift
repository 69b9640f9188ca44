/// Why something could not be kept secret.
package enum SecretsError: Error, Sendable, Equatable {
  /// There is not enough memory for a password hash of this cost.
  case memory
  /// A password of more than `PasswordHash.longest` bytes.
  case passwordTooLong
}
