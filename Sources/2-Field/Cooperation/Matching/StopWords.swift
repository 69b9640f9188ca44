/// Words that tell nothing of what a text is about, by language. Chosen by us.
enum StopWords {
  /// The small words that every text has.
  static func small(_ language: Language) -> Set<String> { smallSets[language] ?? [] }

  /// Words that every text of a city has; they tell something only within a name, as in "municipal market".
  static func civic(_ language: Language) -> Set<String> { civicSets[language] ?? [] }

  private static let smallSets = smallWords.mapValues(set)
  private static let civicSets = civicWords.mapValues(set)

  private static func set(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map { folded(String($0)) })
  }

  private static let civicWords: [Language: String] = [
    "en": "city cities town towns municipal municipality municipalities local council",
    "fr": "ville villes municipal municipale municipales municipaux municipalité commune communes local locale locales",
    "es": "ciudad ciudades municipal municipales municipio municipios local locales ayuntamiento",
    "pt": "cidade cidades municipal municipais município municípios prefeitura câmara local locais",
    "ar": "مدينة المدينة مدن المدن بلدية البلدية بلديات البلديات جماعة الجماعة محلي محلية المحلية المحلي",
  ]

  private static let smallWords: [Language: String] = [
    "en": """
    a about across after all also among an and any are around as at be because been before being between both \
    but by can could did do does done during each every few for from get gets give given go had has have having \
    he her here his how if in into is it its just less like made make makes many may more most much must my need \
    needs new no nor not now of off often on one only or other our out over own per same she should since so \
    some such than that the their them then there these they this those three through to too two under until up \
    upon us use used uses using very want was way ways we well were what when where which while who whose why \
    will with within without would yet you your
    """,
    "fr": """
    a afin ai ainsi alors apres au aucun aussi autre autres aux avant avec avoir avons beaucoup bien car ce ceci \
    cela celle celles celui ces cet cette ceux chaque chez comme comment contre dans de depuis des deux dont du \
    elle elles en encore ensuite entre est et etaient etait etant ete etre eu faire fait fois font grace il ils \
    je la le les leur leurs lors lorsque lui mais meme memes mes moins mon ne ni nos notre nous on ont ou par \
    parce pas pendant peu peut peuvent plus plusieurs pour pourquoi puis quand que quel quelle quelles quels qui \
    sa sans se selon ses si son sont sous sur ta tandis te tes toujours tous tout toute toutes tres trop un une \
    vers voici vos votre vous y
    """,
    "es": """
    a al algo algunas algunos ante antes asi aun aunque bajo bien cada como con contra cual cuales cuando cuyo \
    de del desde despues donde dos durante e el ella ellas ellos en entre era eran es esa esas ese eso esos esta \
    estaba estan estar estas este esto estos fue fueron ha haber habia hace hacen hacer hacia han hasta hay la \
    las le les lo los mas me menos mi mientras mismo mucho muchos muy nada ni no nos nosotros nuestra nuestras \
    nuestro nuestros o os otra otras otro otros para pero poco por porque pues que quien quienes se sea segun \
    ser si sido sin sino sobre son su sus tal tambien tan tanto te tiene tienen toda todas todo todos tras tres \
    tu un una unas uno unos y ya
    """,
    "pt": """
    a ainda algum alguns ante antes ao aos apenas apos aquela aquele as assim ate atraves bem cada com como \
    contra cuja cujo da das de dela dele depois desde dessa desse desta deste do dois dos duas durante e ela \
    elas ele eles em entre era eram essa essas esse esses esta estao estar estas este estes eu foi foram ha isso \
    isto ja la lhe mais mas mesmo menos muita muitas muito muitos na nao nas nem no nos nossa nossas nosso \
    nossos num numa o onde os ou outra outras outro outros para pela pelas pelo pelos por porque pouco qual \
    quais quando que quem se seja sem ser seu seus si sido sao sob sobre sua suas tambem tao te tem ter toda \
    todas todo todos tres tudo um uma umas uns voce
    """,
    "ar": """
    في من على إلى عن مع هذا هذه ذلك تلك التي الذي الذين اللاتي كان كانت يكون تكون هو هي هم نحن أن إن لأن لكن أو \
    ثم قد لقد كل بعض غير بين عند عندما حيث كما أي ما لا لم لن ليس ليست بعد قبل حتى إذا منذ خلال أيضا جدا أكثر \
    أقل فقط عدة عبر نحو دون حول ضد لدى به بها له لها منه منها فيه فيها عليه عليها إليه إليها وهو وهي وقد كذلك \
    هناك هنا كيف لماذا متى أجل تم يتم مثل ومن وفي وعلى وإلى وأن ولا وما
    """,
  ]
}
