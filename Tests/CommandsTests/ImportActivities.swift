import Foundation

/// An IATI file around `activities`, as one publisher would send it.
func activityFile(_ activities: String..., version: String = "2.03") -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <iati-activities version="\(version)">
  \(activities.joined(separator: "\n"))
  </iati-activities>
  """
}

/// One activity of the publisher of that reference, with two parties named by their identifiers unless said otherwise.
func activity(
  _ identifier: String = "NL-KVK-27195046-water", by publisher: String = "NL-KVK-27195046",
  title: String = "<title><narrative>Safe water</narrative><narrative xml:lang=\"fr\">Eau saine</narrative></title>",
  parties: String = """
  <participating-org ref="NL-KVK-27195046" role="2" type="22"><narrative>VNG International</narrative></participating-org>
  <participating-org ref="BJ-IFU-6201408024805" role="4" type="22"><narrative>ANCB</narrative></participating-org>
  """, rest: String = ""
) -> String {
  """
  <iati-activity xml:lang="en" default-currency="EUR">
  <iati-identifier>\(identifier)</iati-identifier>
  <reporting-org ref="\(publisher)" type="22"><narrative>VNG International</narrative></reporting-org>
  \(title)
  <description type="1"><narrative>Two associations teach each other.</narrative></description>
  \(parties)
  <activity-status code="2"/>
  <activity-date type="2" iso-date="2024-02-01"/>
  <recipient-country code="BJ"/>
  <sector vocabulary="1" code="14021"/>
  \(rest)
  </iati-activity>
  """
}
