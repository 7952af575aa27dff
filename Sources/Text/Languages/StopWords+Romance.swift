/// Stop words of Spanish, Catalan, Galician, Portuguese, Italian and Romanian, by their codes.
let romanceStopWords: [(code: String, words: String)] = [
    (
        "es",
        """
        a al algo alguien algun alguna algunas alguno algunos ante antes aquel aquella aquello aunque
        aún cada casi como con contra cual cuales cuando cuyo cómo d de del desde después donde dos
        durante dónde e el él ella ellas ellos en entonces entre era eran eres es esa esas ese eso
        esos esta está estaba estado estamos están estar estas este esto estos estoy fin fue fueron
        ha había haber hace hacer hacia han hasta hay haya he hemos hoy http https incluso ir la las
        le les lo los luego l más me mediante mi mía mío mis mí mientras mucha muchas mucho muchos muy
        nada ni ninguna ninguno ningún no nos nosotros nuestra nuestras nuestro nuestros n nunca o os
        otra otras otro otros para pero poca poco por porque pues puede pueden puedo que quien
        quienes quién qué s sea según ser si sido siempre sin sobre solo somos son soy su sus suya
        suyo sí sólo t tal también tampoco tan tanto te tener tengo tenía tenemos ti tiene tienen
        toda todas todo todos tras tu tus tú u un una unas uno unos usted ustedes va vamos van voy
        www y ya yo
        """
    ),
    (
        "ca",
        """
        a abans això aixó així al algun alguna algunes alguns algú allò als amb aquell aquella
        aquelles aquells aquest aquesta aquestes aquests ara baix bé cada cal com contra d de del
        dels des després dins doncs durant e el ell ella elles ells els em en encara ens entre
        era eren es ets et estan estar estat està és esteu estic fa fan fent fer fins ha han haver hi
        havia he hem heu ho http https i ja jo l la les li llavors lo los m malgrat mateix mateixa
        me meu meus meva meves meu mai mentre menys mes més mi molt molta moltes molts n na ne ni no
        nos nosaltres nostra nostre nostres o on pel pels per perquè però poc poca pocs pot poden
        potser puc qual quals quan que qui quin quina quines quins què s sa se sempre sense ser ses
        seu seus seva seves si sobre sol sols som sota sou sóc són soc son t ta te també tan tant te
        tenen teniu tenim tinc tens teu teus teva teves té tot tota totes tots tu un una unes uns us
        va vaig vam van vol volem vull vosaltres vos vostra vostre vostres www y
        """
    ),
    (
        "gl",
        """
        a ao aos as así cada coa coas coma como con contra cos da das de del dela deles deste desde do
        dos e el ela elas eles en entre era es esa esas ese eses esta está estas este estes estou
        eu foi fun ha hai isto iso lle lles máis me meu meus miña miñas moi moita moito na nas
        nin no nos nosa noso nunha nun non o onde os ou outra outro para pero pola polas polo polos por
        porque pode que quen se sen ser seu seus si sobre son súa súas tamén te ten teño ti todo todos
        un unha unhas uns vos www xa
        """
    ),
    (
        "pt",
        """
        a à ainda além algo alguém algum alguma algumas alguns ao aos apenas após aquela aquele
        aqueles aquilo as às assim até cada com como contra cuja cujo d da das de dela dele deles
        delas depois desde dessa desse desta deste do dos durante e é ela elas ele eles em enquanto
        entre era eram essa essas esse esses esta está estão estar estas estava este estes estou eu
        fazer fez foi foram fosse há havia http https isso isto já l lá lhe lhes mais mas me mesmo
        meu meus mim minha minhas muita muitas muito muitos na nas nem no nos nossa nossas nosso nossos
        num numa não nós o onde os ou outra outras outro outros para pela pelas pelo pelos pode podem
        por porque pouca pouco quais qual quando quanto que quem quê s se seja sem sempre sendo ser
        será seu seus si sido sob sobre sou sua suas são só t também tanto te tem temos tenho ter teu
        teus ti tinha tua tuas tu tudo toda todas todo todos um uma umas uns vai vamos você vocês
        vou vos www
        """
    ),
    (
        "it",
        """
        a ad agli ai al alla alle allo anche ancora avere aveva avete b c che chi ci ciò coi col come
        con contro cosa cui d da dagli dai dal dalla dalle dallo degli dei del dell della delle dello
        dentro di dopo dove due durante e è ed era erano essere esso fa fare fatto fino fra fuori già
        gli ha hai hanno ho http https i il in invece io l la le lei li lo loro lui l ma mai me
        mentre mi mia mie miei mio molta molte molti molto n ne negli nei nel nell nella nelle nello
        nessun nessuna no noi non nostra nostre nostri nostro o od ogni oppure per perché però
        più poca pochi poco poi prima può pure qua qual quale quali qualche quando quanta quanto quasi
        quei quel quella quelle quelli quello questa queste questi questo qui quindi s sarà se sei
        sempre senza si sia siamo siete solo sono sopra sotto sta stato stata stessa stesso su sua
        sue sugli sui sul sulla sulle suo suoi t tanta tanto te ti tra tu tua tue tuo tuoi tutta tutte
        tutti tutto un una uno va verso vi voi vostra vostre vostri vostro vuole www
        """
    ),
    (
        "ro",
        """
        a ai al ale am ar are as aș asta această aceasta aceste acest acesta aici alt altă alte am au avea
        avem aveți că când care cât câte ce cel cei cele celor cine cu cum da dacă dar de deci
        decât deja din doar după ea ei el ele era este eu e eram fi fie fiind foarte fără iar în
        într între îi îl îmi își îți la le lor lui mai mă mea mei mele meu mi mult multă multe n ne
        nici nimic noi nostru noastră nu o ori orice pe pentru peste poate pot prin sa să sale sau
        se și sunt suntem sub s tot toată toate toți tu ta te tău un una unei unor unui unde unii
        va vă vom vor voi vostru www
        """
    ),
]
