import Cooperation
import Storage

extension SlowRivers {
  func practices() throws {
    try oliveTreesPractices()
    try deltaPractices()
    try rainPractices()
    try practice(
      "clariva",
      Texts(
        "Los vecinos reparan los desagües", in: "es",
        translations: ["en": "Residents repair the storm drains", "pt": "Os moradores reparam as valas"]),
      story: Texts(
        "Comités de calle reciben herramientas, una pequeña paga y un número al que llamar. El municipio recoge en 24 horas lo que sacan del desagüe.",
        in: "es",
        translations: [
          "en":
            "Street committees get tools, a small fee and a number to call. The municipality collects within a day what they take out of the drain."
        ]),
      results: Texts(
        "En dos temporadas de lluvia los bloqueos bajaron de 61 a 20.", in: "es",
        translations: ["en": "In two rainy seasons blockages fell from 61 to 20."]),
      failures: Texts(
        "Sin la recogida en 24 horas, los comités se rinden.", in: "es",
        translations: ["en": "Without the collection within a day, the committees give up."]),
      ["drainage-and-floods", "citizen-participation", "waste-management"], ["11.5", "6.b"], days: 200)
    try practice(
      "nhamatare",
      Texts(
        "Mangais plantados pelos pescadores", in: "pt",
        translations: ["en": "Mangroves planted by the fishers", "es": "Manglares plantados por los pescadores"]),
      story: Texts(
        "Os pescadores escolhem onde e quando plantam, e são pagos pelo que está vivo ao fim de dois anos.", in: "pt",
        translations: [
          "en": "Fishers choose where and when they plant, and are paid for what is alive after two years."
        ]),
      results: Texts("Seis hectares vivos desde 2018.", in: "pt"), failures: nil,
      ["coasts-and-seas", "parks-and-biodiversity"], ["14.2"], days: 420)
  }

  private func oliveTreesPractices() throws {
    try practice(
      "zitoun",
      Texts(
        "Une carte des égouts dessinée par les écoles", in: "fr",
        translations: ["en": "A drain map drawn by schools", "ar": "خريطة للمجاري ترسمها المدارس"]),
      story: Texts(
        "En octobre les élèves suivent les égouts et notent ce qui est bouché. Les services partent de leur carte.",
        in: "fr",
        translations: [
          "en": "In October pupils walk the drains and mark what is blocked. The works office starts from their map."
        ]),
      results: Texts("Le curage commence trois semaines plus tôt.", in: "fr"), failures: nil,
      ["drainage-and-floods", "schools"], ["11.5", "4.7"], days: 120)
    try practice(
      "potoia",
      Texts(
        "O orçamento lido em voz alta nos bairros", in: "pt",
        translations: [
          "en": "The budget read aloud in the wards", "fr": "Le budget lu à voix haute dans les quartiers",
        ]),
      story: Texts(
        "Cada bairro ouve o orçamento em vinte minutos, com feijões em vez de números, e decide um décimo dele.",
        in: "pt",
        translations: [
          "en":
            "Each ward hears the budget in twenty minutes, with beans instead of figures, and decides on a tenth of it."
        ]),
      results: Texts("Três em cada quatro obras escolhidas estão prontas no prazo.", in: "pt"), failures: nil,
      ["participatory-budgeting", "budgeting-and-accounting"], ["16.7", "16.6"], days: 300)
  }

  private func deltaPractices() throws {
    try practice(
      "ostra", Texts("Green roofs that hold the first hour of rain", in: "en"),
      story: Texts("A rebate on the water bill for roofs with ten centimetres of soil.", in: "en"),
      results: Texts("The peak in the sewers is a fifth lower in the wards that took part.", in: "en"), failures: nil,
      ["drainage-and-floods", "climate-adaptation"], ["13.1", "11.b"], days: 80)
    try practice(
      "ostra", Texts("Free buses for a year", in: "en", translations: ["fr": "Des bus gratuits pendant un an"]),
      story: Texts("Every bus was free for twelve months.", in: "en"),
      results: Texts("Passengers rose by a third; cars did not become fewer.", in: "en"),
      failures: Texts(
        "Those who came were those who had walked or cycled. We ended it, and tell everyone why.", in: "en"),
      ["public-transport"], ["11.2"], days: 400)
  }

  private func rainPractices() throws {
    try practice(
      "kotagede", Texts("Rain counted street by street", in: "en"),
      story: Texts("Two hundred gauges, read by shopkeepers, tell which street floods next.", in: "en"),
      results: Texts("Warnings come forty minutes before the water.", in: "en"), failures: nil,
      ["data-and-monitoring", "disaster-preparedness", "drainage-and-floods"], ["11.5", "13.1"], days: 60)
    try practice(
      "qasr",
      Texts(
        "سوق يغسله أصحابه", in: "ar",
        translations: ["en": "A market that its traders wash", "fr": "Un marché que lavent ses marchands"]),
      story: Texts(
        "لكل صف في السوق خرطوم ودور، والبلدية تدفع الماء.", in: "ar",
        translations: ["en": "Each row of the market has a hose and a turn; the city pays for the water."]),
      results: Texts("لم يغلق السوق يوماً واحداً هذا العام لأسباب صحية.", in: "ar"), failures: nil,
      ["public-markets", "sanitation"], ["6.2", "8.3"], days: 33)
  }
}
