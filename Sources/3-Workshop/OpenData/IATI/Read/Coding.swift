import Reference

/// What a code is of, as far as the reader knows.
enum Coding: Int, CaseIterable {
  case dateType, role, status, scope, organisationType, country, region
  case sector, sectorGroup, goal, target, sectorVocabulary, tagVocabulary, regionVocabulary
  case marker, markerVocabulary, significance, collaboration, budgetType, budgetStatus, transactionType
  case resultType, measure, documentCategory, fileFormat, relation

  /// The name of its list.
  private var list: String {
    switch self {
    case .dateType: "ActivityDateType"
    case .role: "OrganisationRole"
    case .status: "ActivityStatus"
    case .scope: "ActivityScope"
    case .organisationType: "OrganisationType"
    case .country: "Country"
    case .region: "Region"
    case .sector: "Sector"
    case .sectorGroup: "SectorCategory"
    case .goal: "UNSDG-Goals"
    case .target: "UNSDG-Targets"
    case .sectorVocabulary: "SectorVocabulary"
    case .tagVocabulary: "TagVocabulary"
    case .regionVocabulary: "RegionVocabulary"
    case .marker: "PolicyMarker"
    case .markerVocabulary: "PolicyMarkerVocabulary"
    case .significance: "PolicySignificance"
    case .collaboration: "CollaborationType"
    case .budgetType: "BudgetType"
    case .budgetStatus: "BudgetStatus"
    case .transactionType: "TransactionType"
    case .resultType: "ResultType"
    case .measure: "IndicatorMeasure"
    case .documentCategory: "DocumentCategory"
    case .fileFormat: "FileFormat"
    case .relation: "RelatedActivityType"
    }
  }

  func codeList(isFirst: Bool) -> CodeList? {
    guard isFirst else { return CodeLists[list] }
    switch self {
    case .sectorVocabulary, .markerVocabulary: return CodeLists["Vocabulary@1.05"]
    default: return CodeLists[list + "@1.05"] ?? CodeLists[list]
    }
  }

  /// What a code of 1.0x is called in 2.03; nil where it has no other name.
  func successor(of code: String) -> String? {
    switch self {
    case .dateType: ["start-planned": "1", "start-actual": "2", "end-planned": "3", "end-actual": "4"][code]
    case .role: ["Funding": "1", "Accountable": "2", "Extending": "3", "Implementing": "4"][code]
    case .transactionType:
      [
        "IF": "1", "C": "2", "D": "3", "E": "4", "IR": "5", "LR": "6", "R": "7", "QP": "8", "QS": "9", "CG": "10",
      ][code]
    case .sectorVocabulary, .markerVocabulary:
      [
        "DAC": "1", "DAC-3": "2", "COFOG": "3", "NACE": "4", "NTEE": "5", "ADT": "6", "RO2": "98", "RO": "99",
      ][code]
    default: nil
    }
  }

  /// What sectors and tags of a vocabulary are codes of; nil where its list is not here.
  static func sector(_ vocabulary: String) -> Coding? {
    switch vocabulary {
    case "", "1": .sector
    case "2": .sectorGroup
    case "7": .goal
    case "8": .target
    default: nil
    }
  }

  static func tag(_ vocabulary: String) -> Coding? {
    switch vocabulary {
    case "2": .goal
    case "3": .target
    default: nil
    }
  }
}
