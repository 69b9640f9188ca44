import Cooperation

extension SlowRivers {
  /// What closes a ring of three: Ostrahaven can teach Qasr an-Nahr, Qasr an-Nahr Lembork, and Lembork Ostrahaven.
  func whatClosesARing() throws {
    try need(
      "lembork",
      Texts(
        "Targ, który myje się sam", in: "pl",
        translations: ["en": "A market that washes itself", "fr": "Un marché qui se lave lui-même"]),
      problem: Texts(
        "The fish market smells by noon, and the sweepers come at night.", in: "en",
        translations: ["fr": "Le marché aux poissons sent dès midi, et les balayeurs viennent la nuit."]),
      tried: nil, ["public-markets", "sanitation"], ["6.2", "11.6"], days: 18)
    try practice(
      "lembork",
      Texts(
        "A waste fee explained at every door", in: "en", translations: ["pl": "Opłata za śmieci od drzwi do drzwi"]),
      story: Texts(
        "Before the fee by weight began, students went from door to door with a week of the household’s own waste on a scale.",
        in: "en"),
      results: Texts("Nine households in ten paid in the first quarter.", in: "en"),
      failures: Texts("Tenants who moved in later were never visited, and do not pay.", in: "en"),
      ["waste-management", "revenue-and-local-taxes"], ["12.5", "11.6"], days: 75)
    try practice(
      "ostra",
      Texts(
        "Sails over the market street", in: "en",
        translations: ["fr": "Des voiles au-dessus de la rue du marché", "ar": "أشرعة فوق شارع السوق"]),
      story: Texts(
        "Each May the traders hang old sails between the lamp posts; each September they take them down and mend them.",
        in: "en",
        translations: ["ar": "في كل مايو يعلّق تجار السوق أشرعة قديمة بين الأعمدة، وفي سبتمبر ينزلونها ويصلحونها."]),
      results: Texts("Six degrees less on the stones at noon, and the street stays full.", in: "en"),
      failures: Texts("The first year nobody was named to take them down, and the autumn storms tore half.", in: "en"),
      ["climate-adaptation", "public-space", "public-markets"], ["11.7", "13.1"], days: 130)
    try need(
      "kotagede",
      Texts("Warga membaca anggaran", in: "id", translations: ["en": "A budget that the kampung can read"]),
      problem: Texts("Few neighbourhoods know what was spent in their own street.", in: "en"), tried: nil,
      ["participatory-budgeting", "budgeting-and-accounting"], ["16.7"], days: 33)
  }
}
