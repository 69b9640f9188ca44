import Actions
import Addresses
import Cooperation
import HTTP
import Pages
import SQL
import Storage

// What is said of a practice once it is there.
extension Site {
  static let practiceVerbs: [Entry] = [Entry(Address.answeringTruth, Site.answerTruth)]

  /// Its owner says whether it is still true; where it has changed, they are led to change it.
  func answerTruth(_ visit: Visit, _ id: Practice.ID) throws -> any Answer {
    guard let answer = visit.fields["answer"].flatMap({ Truth.Answer(rawValue: $0) }) else {
      let title = visit.reader("truth.no-answer", "Answer yes, changed or no-longer.")
      throw Problem(
        "form", 422, visit.reader("problem.form", "This cannot be taken as it is."), fields: [.init("answer", title)])
    }
    let kept = try AnswerTruth(id, answer).run(on: visit.occasion(in: self))
    guard answer == .changed, !visit.wantsJSON else { return try moved(kept, visit, .saved) }
    return Response.seeOther(Work.Subject.practice(id).form)
  }
}
