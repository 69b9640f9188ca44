import Cooperation
import Languages
import SQL

/// What went wrong with a command, in words and as an exit status.
struct Failure {
  let words: String
  let exit: Exit

  init(_ error: any Error) {
    switch error {
    case let refusal as any Refusal: (words, exit) = (Words.english[refusal.words], .refused)
    case let error as DatabaseError: (words, exit) = ("The database could not do it: \(error).", .failed)
    default: (words, exit) = ("\(error)", .failed)
    }
  }
}
