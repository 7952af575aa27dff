/// Stop words of Finnish, Hungarian, Turkish and Russian, by their codes.
let furtherStopWords: [(code: String, words: String)] = [
    (
        "fi",
        """
        ei eikä ehkä ei eivät en enemmän ennen että hän häntä he heidän heitä http https hyvin ja
        jälkeen jo joka jos joskus josta jota jotka kaikki kanssa koska kuin kun kuinka kuka me meidän
        meille mihin mikä miksi missä mitä mukaan mutta muu muut myös näin ne nämä niin nyt olemme
        olen oli olisi olivat olla olet on ovat sekä se sen siellä siinä siitä sillä sitä sinä sinun
        tai tämä tämän tässä tätä te teidän tuo vaan vai vain voi voin yli www
        """
    ),
    (
        "hu",
        """
        a abban ahhoz ahol aki akik amely ami amikor az azt arra át be benne csak de e egy egyik el
        én és ez ezek ezt fel ha hanem hogy http https igen is itt ki kell kellett le lehet lenne lesz
        ma már más meg mert még mi mikor milyen minden mindig mit mint most nagyon ne nekem nem nincs
        ő ők olyan össze ott pedig s saját sem semmi se sok szerint talán te több tud úgy után vagy
        vagyok van vannak volt voltam www
        """
    ),
    (
        "tr",
        """
        acaba ama ancak aslında az bana bazı belki ben benim beni bir biri biz bizim bu buna bunu
        bunun çok çünkü da daha de değil diye en eğer gibi hem hep hepsi her hiç http https için ile
        ise kadar ki kim mı mi mu mü nasıl ne neden nerede niye o olan olarak oldu olduğu on ona onlar
        onu onun sanki sen senin şey siz sizin şu tüm var ve veya ya yani yok www
        """
    ),
    (
        "ru",
        """
        а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да даже для
        до его ее если есть еще ещё её же за и из или им их к как какая какой когда кто ли либо мне
        может мой моя мы на над надо нас наш не него нее нет ни них но ну о об однако он она они оно от
        очень по под после потому при с свой свою себе себя со так также такой там те тем то того тоже
        той только том ты тут у уже хотя чего чей чем через что чтобы эта эти это этого этой этом этот
        я
        """
    ),
]
