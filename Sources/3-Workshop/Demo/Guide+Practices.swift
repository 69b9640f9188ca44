import Cooperation
import Storage

extension Guide {
  /// What the guide says that its cities have done and tell others about.
  func practices() throws {
    for told in Self.told {
      let organisation = self[told.by]
      let practice = Practice(
        id: world.identifier(), organisation: organisation.id, title: Texts(told.title, in: "en"),
        story: Texts(told.story, in: "en"),
        topic: Topic(
          themes: told.themes, targets: Set(told.targets.compactMap { Target($0) }), languages: organisation.languages),
        shelf: Shelf(.published(at: world.ago(200))))
      try world.session.practices.insert(practice, at: world.ago(200))
      try world.source(practice.id.text, Self.source, told.page)
    }
  }

  private struct Told {
    let by: String
    let title: String
    let story: String
    let themes: Set<Theme.ID>
    let targets: [String]
    let page: String
  }

  private static let told: [Told] = [
    Told(
      by: "ethekwini", title: "A municipality that runs its own institute of learning",
      story: """
        A small team of full-time staff, with interns from the local universities, turns what line departments know \
        into master \
        classes, exchanges and tools. Every session is led by officials of the municipality and includes field \
        visits, films \
        and debates. Technicians are also posted to other municipalities to work beside their peers.
        """,
      themes: ["peer-learning", "municipal-staff"], targets: ["17.9", "16.6"], page: "case study 1"),
    Told(
      by: "ethekwini", title: "Methane from landfills fed into the grid",
      story:
        "The city’s solid waste facilities turn the methane of landfills into energy that goes back into the grid.",
      themes: ["waste-management", "energy"], targets: ["7.2", "11.6"], page: "case study 1"),
    Told(
      by: "medellin", title: "Libraries designed with the neighbourhood",
      story: """
        Residents take part in designing the library of their neighbourhood. Barcelona learnt the method from \
        Medellín and uses it: \
        an exchange between equals that began a partnership of many years.
        """,
      themes: ["libraries", "citizen-participation"], targets: ["11.7", "4.7", "16.7"], page: "case study 2"),
    Told(
      by: "porto-alegre", title: "Budgeting with the people",
      story: """
        Visitors from Inhambane did not only meet officials: they sat in the meetings that the city holds with its \
        communities about \
        the budget, and took the way of working home.
        """,
      themes: ["participatory-budgeting"], targets: ["16.7", "11.3"], page: "case study 3"),
    Told(
      by: "seoul", title: "An open archive of how a city’s policies work",
      story: """
        The city keeps an archive on the web of more than 160 of its policies in nine fields, from planning to \
        water supply and \
        e-government, and trains officials of other cities with it.
        """,
      themes: ["digital-city", "city-diplomacy"], targets: ["17.6", "16.10"], page: "glossary"),
  ]
}
