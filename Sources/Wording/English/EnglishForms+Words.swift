extension EnglishForms {
    var languageNames: [String: String] { EnglishForms.names }

    private static let names = [
        "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "br": "Breton", "ca": "Catalan",
        "co": "Corsican", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German",
        "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "eu": "Basque",
        "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish", "he": "Hebrew",
        "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian",
        "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ko": "Korean",
        "lb": "Luxembourgish", "lt": "Lithuanian", "lv": "Latvian", "mg": "Malagasy",
        "mt": "Maltese", "nl": "Dutch", "no": "Norwegian", "oc": "Occitan", "pl": "Polish",
        "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovene",
        "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "tr": "Turkish",
        "uk": "Ukrainian", "vi": "Vietnamese", "wo": "Wolof", "zh": "Chinese",
    ]

    var dullWords: String {
        """
        one two three four five seven eight nine ten eleven twelve fifteen twenty thirty forty fifty
        hundred thousand dozen half first second third
        monday tuesday wednesday thursday friday saturday sunday january february march april may
        june july august september october november december
        year years month months week weeks day days hour hours date dates time times
        need needs looking seek help make take give good new small large big simple clear thing
        things people person case point part kind type example question answer work project projects
        mission offer service title text english french general experience page pages conditions
        possible post self
        """
    }
}
