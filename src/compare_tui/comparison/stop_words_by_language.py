"""Words of languages other than English that say nothing about what a sentence is about."""

from __future__ import annotations

from functools import cache

_WORDS = {
    "de": """
        aber alle allem allen aller alles als also am an auch auf aus bei beim bereits bis bisher da
        dabei dadurch dafur dagegen damit danach dann daran darauf darum das dass davon dazu dem den
        denen denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort du
        durch ein eine einem einen einer eines er erst es etwa euch fur gegen habe haben hat hatte
        hatten hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in ins ist ja je
        jede jedem jeden jeder jedes kann kein keine keinem keinen keiner konne konnen konnte
        konnten man mehr mit muss mussen musste nach nicht noch nun nur ob oder ohne schon sei seien
        sein seine seinem seinen seiner seines seit selbst sich sie sind so sogar soll sollen sollte
        sollten sowie uber um und uns unter vom von vor war ware waren warum was weil welche welcher
        wenn wer werde werden wie wieder will wir wird wo wollen wollte worden wurde wurden zu zum
        zur zwar zwischen sagte sagten sagt teilte teilten erklarte erklarten berichtete berichteten
        angaben laut zufolge sprecher sprecherin betonte hiess
    """,
    "fr": """
        a ai alors apres au aucun aucune aussi autre autres aux avaient avait avant avec avoir ayant
        car ce ceci cela celle celui ces cet cette ceux chaque chez comme comment contre d dans de
        depuis des donc dont du elle elles en encore entre es est et etaient etait ete etre eu eux
        fait font fut ici il ils je jusqu l la le les leur leurs lors lorsque lui m ma mais me meme
        memes mes moi moins mon n ne ni nos notre nous on ont ou par parce pas pendant peu peut plus
        plusieurs pour pourquoi pres qu quand que quel quelle quelles quelque quels qui quoi s sa
        sans se sera seront ses si soit son sont sous sur t ta te tous tout toute toutes tres trop
        un une vers vos votre vous y dit declare indique explique ajoute selon affirme precise
        annonce
    """,
    "es": """
        a al algo algunas algunos ante antes aquel asi aun aunque bajo bien cada como con contra
        cual cuales cuando cuyo cuya de del desde despues donde dos durante e el ella ellas ello
        ellos en entre era eran es esa esas ese eso esos esta estaba estaban estan estar estas este
        esto estos ha haber habia habian hace hacia han hasta hay hoy la las le les lo los mas me mi
        mientras muy nada ni no nos nosotros o os otra otras otro otros para pero poco por porque
        pues que quien quienes se sea ser si sido sin sino sobre son su sus tal tambien tan tanto te
        tiene tienen toda todas todo todos tras tu un una unas uno unos y ya yo fue fueron dijo
        dijeron senalo afirmo anadio explico declaro segun aseguro indico informo
    """,
    "it": """
        a abbia ai al alla alle allo anche ancora aveva avevano c che chi ci come con contro cosi
        cui d da dai dal dalla dalle dei del della delle dello di dopo dove e ed era erano essere fa
        fino fra gli ha hanno i il in io l la le lei lo loro lui ma mentre mi ne negli nei nel nella
        nelle no noi non o ogni ora per perche piu poi prima quando quella quelle quelli quello
        questa queste questi questo qui se sei si sia sono sotto stata stati stato su sua sue sugli
        sui sul sulla suo suoi tra tutti tutto un una uno vi detto dichiarato spiegato secondo
        aggiunto riferito
    """,
    "pt": """
        a ao aos aquela aquele as ate cada com como contra da das de dela dele depois desde do dos e
        ela elas ele eles em entre era eram essa esse esta estao estava este eu foi foram ha isso
        isto ja la lhe mais mas me mesmo muito na nas nem no nos o os ou para pela pelas pelo pelos
        por porque qual quando que quem se sem ser seu seus sob sobre sua suas tambem te tem ter
        tinha toda todas todo todos um uma umas uns disse afirmou segundo declarou explicou
        acrescentou informou
    """,
    "nl": """
        aan al alle als bij dan dat de den der deze die dit doch door dus een en er ge geen haar had
        hadden heb hebben heeft hem het hier hij hoe hun ik in is ja je kan maar me meer men met mij
        mijn na naar niet nog nu of om omdat ook op over sinds te tegen toch toen tot uit u uw van
        veel voor waar was waren wat we wel werd werden wie wordt worden zal ze zei zelf zich zij
        zijn zo zonder zou zouden zegt meldde volgens aldus
    """,
    "ru": """
        а без более бы был была были было быть в вам вас ведь весь во вот все всего всех вы где да
        даже для до его ее ей если есть еще же за здесь и из или им их к как какой когда кто ли либо
        между меня мне может мы на над надо нам нас не него нее нет ни них но ну о об однако он она
        они оно от перед по под после потом потому при про раз с сам свое своего своей свои своих
        себя со так также там тем теперь то тогда того тоже только том тот три тут ты у уже хотя
        чего чей чем через что чтобы эта эти этим этих это этого этой этом этот я сказал сказала
        сказали заявил заявила заявили сообщил сообщила сообщили сообщает рассказал рассказали
        отметил отметила добавил добавила словам данным пишет говорят говорит уточнили пояснил
    """,
    "ar": """
        في من على إلى الى عن مع أن ان إن كان كانت كانوا قد لقد هذا هذه ذلك تلك التي الذي الذين
        اللذين ما لا لم لن هو هي هم هن نحن أنا انا أنت بعد قبل بين حتى كما كل أو او ثم أي اي إذا اذا
        حين عند عندما منذ خلال ضد حول دون غير سوى فقط أيضا ايضا به بها بهم له لها لهم فيه فيها منه
        منها منهم عليه عليها عليهم إليه إليها عنه عنها ليس ليست يكون تكون سوف لكن لكنه بل هنا هناك
        حيث إنه إنها أنه أنها انه انها أنهم بسبب وفق وفقا بحسب قال قالت وقال وقالت وأضاف وأضافت أكد
        وأكد أعلن وأعلنت وذكر أوضح وأوضح وكان وكانت وقد وهو وهي وفي ومن وعلى وإلى ومع وأن ولا ولم
        ولن وما وهذا وهذه
    """,
    "hi": """
        का की के को से में पर ने है हैं था थी थे हो होना हुआ हुई हुए और या तो भी ही कि जो यह वह ये
        वे इस उस इन उन इसे उसे इसके उसके इसकी उसकी इनके उनके उन्हें उन्होंने इन्होंने इसका उसका एक
        नहीं न ना मत कर करना करने करके किया किए करता करते करती करेंगे गया गई गए जा जाता जाती जाते
        रहा रही रहे दिया दी दिए लिए तक साथ बाद पहले अब जब तब यहाँ वहाँ जहाँ कहाँ कोई कुछ सब सभी अपना
        अपनी अपने हम मैं आप तुम वाला वाली वाले द्वारा बारे लेकिन मगर क्या क्यों कैसे बहुत ज्यादा
        अनुसार जैसे फिर चुका चुकी चुके होता होती होते सकता सकती सकते कहा बताया बताई कहना मुताबिक
    """,
}


@cache
def stop_words_of(language: str) -> frozenset[str]:
    """Return the function words of a language and the words by which its reports introduce speech, folded.

    Args:
        language: ISO 639-1 code; empty for languages without a list, and for those that write no blanks.
    """
    return frozenset(_WORDS.get(language, "").split())
