import Cooperation

extension Guide {
  static let governments: [Actor] = [
    Actor(
      "ethekwini", .localGovernment, "eThekwini Municipality (Durban)", "", "ZA", at: 1_007_311,
      website: "http://www.mile.org.za",
      speaks: ["en", "zu"],
      about:
        "Durban’s metropolitan municipality, known for water and sanitation that serve the poor, energy from waste, and planning with its people."
    ),
    Actor(
      "barcelona", .localGovernment, "Ajuntament de Barcelona", in: "ca",
      also: ["en": "Barcelona City Council", "es": "Ayuntamiento de Barcelona"],
      "", "ES", at: 3_128_760, speaks: ["ca", "es", "en"],
      about:
        "In 2015 it gave 0.7 % of its own income, 9,108,700 euros, to international cooperation, and works directly with some forty cities."
    ),
    Actor(
      "diba", .localGovernment, "Diputació de Barcelona", in: "ca",
      also: ["en": "Government of the Province of Barcelona"], "", "ES", at: 3_128_760,
      speaks: ["ca", "es"],
      about: "It serves the 311 municipalities of its province and has worked in URB-AL and elsewhere since 1994."),
    Actor(
      "medellin", .localGovernment, "Alcaldía de Medellín", in: "es", also: ["en": "City of Medellín"], "", "CO",
      at: 3_674_962, speaks: ["es"],
      about:
        "A city that has changed itself and tells others how; with its agency ACI it looks for South–South and triangular cooperation."
    ),
    Actor(
      "inhambane", .localGovernment, "Município de Inhambane", in: "pt", also: ["en": "Municipality of Inhambane"], "",
      "MZ", at: 1_045_114,
      speaks: ["pt"],
      about:
        "Its mayor and technicians went to Porto Alegre to learn about budgeting with the people, in its meetings and not only in its offices."
    ),
    Actor(
      "nampula", .localGovernment, "Município de Nampula", in: "pt", also: ["en": "Municipality of Nampula"], "", "MZ",
      at: 1_033_356,
      speaks: ["pt"], about: "It held the first seminar of the project of Brazil and Mozambique in 2013."),
    Actor(
      "maputo", .localGovernment, "Município de Maputo", in: "pt", also: ["en": "Municipality of Maputo"], "", "MZ",
      at: 1_040_652,
      speaks: ["pt"],
      about: "A partner city of Barcelona, and of the triangular cooperation that the ILO and UCLG support."),
    Actor(
      "porto-alegre", .localGovernment, "Prefeitura de Porto Alegre", in: "pt", also: ["en": "City of Porto Alegre"],
      "", "BR", at: 3_452_925,
      speaks: ["pt"],
      about: "Visitors from Inhambane learnt here how a city decides on its budget with its communities."),
    Actor(
      "seoul", .localGovernment, "Seoul Metropolitan Government", "SMG", "KR", at: 1_835_848,
      website: "http://seoulsolution.kr", speaks: ["ko", "en"],
      about:
        "It keeps an open archive of its policies and trains officials of other cities at the institute of Metropolis."),
    Actor(
      "guangzhou", .localGovernment, "City of Guangzhou", "", "CN", at: 1_809_858, speaks: ["zh"],
      about:
        "It holds an award for urban innovation every two years, with UCLG and Metropolis, and learning visits to the winners."
    ),
    Actor(
      "bilbao", .localGovernment, "Ayuntamiento de Bilbao", in: "es", also: ["en": "City of Bilbao"], "", "ES",
      at: 3_128_026, speaks: ["es", "eu"],
      about: "It chairs the UCLG committee of digital cities and was host to the first culture summit in 2015."),
    Actor(
      "dortmund", .localGovernment, "Stadt Dortmund", in: "de", also: ["en": "City of Dortmund"], "", "DE",
      at: 2_935_517, speaks: ["de"],
      about:
        "It helped the city of Kumasi to plant trees along a street, in the German programme of city partnerships for the climate."
    ),
  ]

  static let others: [Actor] = [
    Actor(
      "platforma", .platform, "Platforma", "", "BE", at: 2_800_866, speaks: ["en", "fr"],
      about: "The European platform of local and regional authorities for development."),
    Actor(
      "asf", .civilSociety, "Arquitectes Sense Fronteres Catalunya", in: "ca",
      also: ["en": "Architects Without Borders Catalonia"], "ASF-Cat", "ES",
      at: 3_128_760, speaks: ["ca", "es", "pt"],
      about: "It gave technical support to the cities of Brazil and Mozambique."),
    Actor(
      "lleida", .academic, "Universitat de Lleida, UNESCO Chair on intermediary cities", in: "ca", "", "ES",
      at: 3_118_514, speaks: ["ca", "es", "en"],
      about: "It brought the results of Brazil and Mozambique to academic readers."),
    Actor(
      "ec", .internationalOrganisation, "European Commission",
      also: ["fr": "Commission européenne", "es": "Comisión Europea", "pt": "Comissão Europeia"],
      "EC", "BE", at: 2_800_866, speaks: ["en", "fr"],
      about: "One of the largest co-funders of decentralised cooperation."),
    Actor(
      "alliance", .internationalOrganisation, "Cities Alliance", "", "BE", at: 2_800_866, speaks: ["en"],
      about: "It funded City Future from 2010 and, with others, the project of Brazil and Mozambique."),
    Actor(
      "ilo", .internationalOrganisation, "International Labour Organization",
      also: ["fr": "Organisation internationale du travail"], "ILO", "CH",
      at: 2_660_646, speaks: ["en", "fr", "es"],
      about: "It supports peer learning and triangular cooperation of African cities with UCLG."),
    Actor(
      "unhabitat", .internationalOrganisation, "UN-Habitat", "", "KE", at: 184_745, speaks: ["en"],
      about: "The United Nations programme for human settlements; it takes part in peer learning with UCLG."),
    Actor(
      "norway", .nationalAuthority, "Government of Norway", "", "NO", at: 3_143_244, speaks: ["no", "en"],
      about: "It funded City Future and the project of Brazil and Mozambique."),
  ]
}
