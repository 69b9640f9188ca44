import HTTP
import OpenData
import Pages

// Why open data is not sent.
extension Problem {
  static func noSuchDataset(_ slug: String, _ reader: Reader) -> Problem {
    Problem(
      "no-such-data", 404, reader("problem.no-such-data", "There is no open data of that name."),
      detail: reader(
        "problem.no-such-data.detail", "There is: {names}. See /open/ for what is in each.",
        ["names": Dataset.all.map(\.slug).joined(separator: ", ")]))
  }

  static func noSuchFormat(_ format: String, of dataset: Dataset, _ reader: Reader) -> Problem {
    Problem(
      "no-such-format", 404, reader("problem.no-such-format", "This open data cannot be had in that format."),
      detail: reader(
        "problem.no-such-format.detail", "{dataset} can be had as: {formats}.",
        ["dataset": dataset.slug, "formats": dataset.formats.map(\.name).joined(separator: ", ")]))
  }

  static func tooManyDownloads(_ reader: Reader) -> Problem {
    Problem(
      "too-many-downloads", 503, reader("problem.too-many-downloads", "Many are fetching open data at this moment."),
      detail: reader("problem.too-many-downloads.detail", "Try again in a minute."))
  }
}
