/// Function words of Spanish, Catalan, Italian, German and Portuguese: they say nothing about a
/// subject, and tell that a text is in neither French nor English.
///
/// Left out are those that are words of French or English with a sense of their own, such as “dos”,
/// “fan” and “sense”.
let foreignFunctionWords: Set<String> = Set(
    foreignLists.split(whereSeparator: \.isWhitespace).map(String.init))

/// The function words of these languages that are words of French or English as well: they say
/// nothing in a text that has others of them.
let ambiguousFunctionWords: Set<String> = Set(
    ambiguousLists.split(whereSeparator: \.isWhitespace).map(String.init))

private let ambiguousLists = """
    ad ai alle also am an bien bin bis bé c cal ci co col come da de dem den des die dir do dos dove
    du e elles em en entre er era es et eu fa fan fer fins foi für has hat he hi hier i il im in ist
    l la le les lui m ma mais man manche mas mes mia mis mit més n na nas ne ni no non nos nun nós o
    ob os ou per pot primer que quelle qui què qué sa se sei sein seine sense ser ses si sim sin so
    sobre soc solo son sta sue sí só sólo són ta tan te ter todo tot tu té tú un us v va van vi vol
    vos war was weg will y è é
    """

private let foreignLists = """
    abans abbiamo aber així això aixó al algo alguien alguna algunas algunes alguno algunos alguns
    algú alla allem allen aller alles allo allò als amb anche ancora ander andere anderen ante antes
    ao aos aquel aquela aquele aquell aquella aquelles aquello aquells aquest aquesta aquestes
    aquests aquilo así até auch auf aunque aus avere aveva bajo bei bist cada casi che chi ciò coi
    com como con contra cosa così cual cuales cuando cui cómo dabei dai dal dalla dalle dallo damit
    dann das dass degli dei dein deine del dela dele deles dell della delle dello dels denn depois
    der desde després dessen di dies diese diesem diesen dieser dieses dins doch doncs donde dopo
    dort durant durante durch ed ein eine einem einen einer eines el ela elas ele eles ella ellas
    ellos ells els encara ens eram eran erano eren eres esa esas ese eso esos essa essas esse essere
    esses esta estaba estado estan estar estas estat este estes esto estos estou estoy està está
    están estão ets etwas euch euer eure fare fes fino foram fra fue fueron gegen gibt gli ha habe
    haben haber había hace hacer hacia hai han hanno hasta hatte havia hay haya hem hinter ho há ich
    ihm ihn ihnen ihr ihre ihrem ihren ihrer incluso indem ins io isso isto ja jede jedem jeden
    jeder jedes jetzt jo já kann kein keine keinen können las lei lhe lhes li lo loro los luego
    malgrat mateix mateixa mehr mein meine meinem meinen meiner menos mentre menys mesmo meu meus
    meva meves mi mich mie miei mientras minha minhas mio mir molt molta moltes molto molts mucha
    muchas mucho muchos muita muitas muito muitos muss muy más mí müssen nach nada negli nei nel
    nella nelle nello nem nicht nichts ninguna ningún noch noi nosaltres nosotros nossa nossas nosso
    nossos nostra nostre nostres nostro nuestra nuestras nuestro nuestros num numa nur não oder ogni
    ohne onde otra otras otro otros para pel pela pelas pelo pelos pels perché pero perquè però più
    poc poca poco pocos pocs pode podem poden poi por porque posso potser pouco prima puc puede
    pueden puedo pues qua quais qual quale quals quan quando quanto quella quelli quello quem questa
    queste questi questo quien quienes quin quina quindi quines quins quién schon sea sehr seinem
    seinen seiner seit seja sem sempre senza seu seus seva seves sia siamo sich sido sie siete sigui
    sind solche soll sollte som somos sondern sono sonst sopra sota sotto sou soy sto su sua suas
    sui sul sulla suo suoi sus suya suyo são también també também tant tanto tem temos tenen tener
    tengo tenho tenim tenir teu teus teva teves ti tiene tienen tinc tinha toda todas todos tota
    totes tots tra tras tua tuas tuo tus tutta tutte tutti tutto um uma umas una unas und unes uno
    unos uns unser unsere unter usted ustedes vaig viel você vocês voi volem vols vom von vor
    vosaltres vosotros vostra vostre vostres vostro voy vuestra vuestro vull waren warum weil weiter
    welche welcher wenn wer werde werden wie wieder wir wird wo wollen während würde ya yo zu zum
    zur zwischen él ésta éste über
    """
