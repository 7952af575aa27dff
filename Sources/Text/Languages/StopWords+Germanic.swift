/// Stop words of German, Dutch, Danish, Norwegian and Swedish, by their codes.
let germanicStopWords: [(code: String, words: String)] = [
    (
        "de",
        """
        ab aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch
        auf aus außer bei beim bin bis bist da dabei dadurch dafür dagegen damit danach dann daran
        darauf darf das dass dazu dein deine deinem deinen deiner dem den denn der des dessen dich
        die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer
        eines einige einmal er es etwas euch euer eure für ganz gegen gewesen hab habe haben hat hatte
        hatten hier hin hinter http https ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins
        ist ja jede jedem jeden jeder jedes jetzt kann kannst kein keine keinem keinen keiner können
        könnte man mehr mein meine meinem meinen meiner mich mir mit muss müssen nach nicht nichts noch
        nun nur ob oder ohne schon sehr sein seine seinem seinen seiner seit selbst sich sie sind so
        solche soll sollen sollte sondern sonst über um und uns unser unsere unserem unseren unter viel
        vom von vor wann war waren warum was wegen weil welche welchem welchen welcher wenn wer werde
        werden wie wieder will wir wird wirst wo wollen würde würden während www zu zum zur zwar
        zwischen
        """
    ),
    (
        "nl",
        """
        aan achter al alle alles als altijd andere ben bij dan dat de deze die dit doen door dus een en
        er geen had hadden heb hebben heeft hem het hier hij hoe http https hun ik in is ja je jij
        jou jouw jullie kan kon kunnen maar me meer men met mij mijn misschien moet moeten na naar
        niet niets nog nu of om omdat onder ons onze ook op over sinds te tegen tijdens toch toe toen
        tot tussen u uit uw van vanaf veel voor waar waarom wanneer want was waren wat we wel welke
        werd wie wij wil worden wordt www zal ze zeer zelf zich zij zijn zo zonder zou zouden
        """
    ),
    (
        "da",
        """
        ad af alle alt at begge blev blive bliver da de dem den denne der deres det dette dig din dine
        disse dit du efter eller en end er et for fordi fra før ham han hans har havde have hende
        hendes her hos http https hun hvad hver hvis hvor hvordan i igen ikke ind ingen jeg jer jo
        kan kun kunne lige man mange med meget mellem men mig min mine mit må når ned nogen noget nogle
        nu næste og også om op os over på selv sig sin sine sit skal skulle som sådan så til ud under
        vi vil ville vor være været www
        """
    ),
    (
        "no",
        """
        alle alt at av begge ble bli blir bort både da de deg dem den denne der deres det dette din
        disse du dere eg eit eller en enn er et etter ett for fordi fra før ha hadde ham han hans har
        henne hennes her hos http https hun hva hver hvis hvor hvordan hvorfor i ikke ikkje ingen inn
        jeg kan kun kunne man mange med meg mellom men mer min mine mitt må når noe noen nå og også om
        opp oss over på selv seg si sin sine sitt skal skulle slik som så til ut under ved vi vil ville
        vår være vært www
        """
    ),
    (
        "sv",
        """
        alla allt att av bara blev bli blir både de dem den denna deras dess dessa det detta dig din
        dina ditt du där då efter eller en er ett för från få får ha hade han hans har henne hennes
        hon honom hos http https hur här i icke in ingen inga inom inte jag ju kan kunde man med mellan
        men mer mig min mina mitt mot mycket ni nu när någon något några och också om oss på samma sig
        sin sina sitt ska skall skulle som så sådan till under upp ut utan vad var vara varför varit vem
        vi vid vilka vilken vill vår våra åt än är även över www
        """
    ),
]
