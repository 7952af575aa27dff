extension Wording {
    var exchangeRule: RuleText {
        RuleText(
            name: pick("forme d’échange", "kind of exchange"),
            state: pick("sans forme d’échange en commun", "with no kind of exchange in common"))
    }

    var noExchangeInCommon: ExclusionText {
        ExclusionText(
            sentence: pick(
                "Aucune forme d’échange en commun (don, temps ou argent).",
                "No kind of exchange in common (gift, time or money)."),
            remedy: pick(
                "Il faudrait que les deux acceptent un même échange\(colon)don, temps ou argent.",
                "Both would have to accept the same exchange: gift, time or money."))
    }
}
