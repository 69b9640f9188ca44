package import Cooperation
import Foundation

extension Words {
  /// What this language calls `language`; its tag where it has no word for it.
  package func name(of language: Language) -> String {
    let key = "language.\(language.tag.prefix { $0 != "-" })"
    return self[Phrase(key, Self.englishNames[key.dropFirst(9).description] ?? language.tag)]
  }

  /// What speakers of `language` call it themselves.
  package static func ownName(of language: Language) -> String {
    switch language.tag {
    case "en": "English"
    case "fr": "Français"
    case "es": "Español"
    case "pt": "Português"
    case "ar": "العربية"
    default: language.tag
    }
  }

  /// Languages that an officer is offered as working languages, most used among local governments first.
  package static let offered: [Language] = [
    "en", "fr", "es", "pt", "ar", "de", "it", "nl", "ca", "eu", "gl", "pl", "ro", "el", "tr", "ru", "uk", "zh", "ja",
    "ko",
    "id", "hi", "bn", "ur", "fa", "sw", "am", "ha", "yo", "zu", "xh", "af", "mg", "vi", "th", "sv", "da", "no", "fi",
    "cs",
  ]

  private static let englishNames: [String: String] = [
    "en": "English", "fr": "French", "es": "Spanish", "pt": "Portuguese", "ar": "Arabic", "de": "German",
    "it": "Italian",
    "nl": "Dutch", "ca": "Catalan", "eu": "Basque", "gl": "Galician", "pl": "Polish", "ro": "Romanian", "el": "Greek",
    "tr": "Turkish", "ru": "Russian", "uk": "Ukrainian", "zh": "Chinese", "ja": "Japanese", "ko": "Korean",
    "id": "Indonesian", "hi": "Hindi", "bn": "Bengali", "ur": "Urdu", "fa": "Persian", "sw": "Swahili", "am": "Amharic",
    "ha": "Hausa", "yo": "Yoruba", "zu": "Zulu", "xh": "Xhosa", "af": "Afrikaans", "mg": "Malagasy", "vi": "Vietnamese",
    "th": "Thai", "sv": "Swedish", "da": "Danish", "no": "Norwegian", "fi": "Finnish", "cs": "Czech",
  ]
}
