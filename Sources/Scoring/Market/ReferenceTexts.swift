/// Short texts of everyday and of working life, in French and English.
///
/// What all texts have in common to an encoder is taken away before they are compared. A handful of
/// texts does not tell it: of two, each would lose half of the other. In a market of few texts these
/// are therefore encoded as well, and what they have in common counts as much as twenty texts.
enum ReferenceTexts {
    /// How many texts they count as.
    static let weight = 20
    /// Needs and candidates together from which on a market tells by itself.
    static let enough = 200

    static let all = [
        "cours de langue pour débutants", "réparation et entretien de la maison",
        "garde d'enfants le soir", "jardinage et plantations",
        "aide aux démarches administratives", "comptabilité et gestion",
        "transport et déménagement", "cuisine et repas", "photographie et vidéo",
        "conseil juridique", "développement de logiciels", "formation professionnelle",
        "soins et bien-être", "musique et spectacle", "couture et vêtements",
        "recherche d'emploi", "construction d'un bâtiment", "vente et relation avec les clients",
        "santé et accompagnement des personnes âgées", "organisation d'un événement",
        "language lessons for beginners", "repairs and maintenance at home",
        "looking after children", "gardening and planting", "help with forms and letters",
        "accounting and management", "transport and moving", "cooking and meals",
        "photography and video", "legal advice", "software development",
        "professional training", "care and well-being", "music and performance",
        "sewing and clothes", "looking for a job", "building and construction",
        "sales and customer relations", "health and support for older people",
        "organising an event",
    ]
}
