"""Stop words: the words that say how something is asked or joined, not what it is about, by language."""

from __future__ import annotations

from collections.abc import Iterable

from factcli.text.english import STOP_WORDS as ENGLISH
from factcli.text.fold import fold

_LISTS = {
    "ar": """
        في من على إلى عن مع أن إن كان كانت هو هي هم هذا هذه ذلك تلك التي الذي الذين ما ماذا متى أين كيف لماذا من كم أي
        أية هل لم لن لا قد و أو ثم بعد قبل بين خلال عند كل بعض غير حتى إذا كما منذ تم يتم له لها لهم به بها فيه فيها
        عليه عليها منه منها اسم عدد نوع
    """,
    "de": """
        der die das den dem des ein eine einen einem einer eines und oder aber als wie wo was wer wen wem wessen wann
        warum weshalb wieso womit wofur woher wohin wodurch woran worauf worin wovon welche welcher welches welchen
        welchem wieviel wieviele ist sind war waren sein seine seinen seiner seinem wird werden wurde wurden worden hat
        haben hatte hatten kann konnen konnte konnten soll sollen muss mussen musste mussten darf durfen in im an am
        auf aus bei beim mit nach von vom vor zu zum zur uber unter durch fur gegen ohne um bis seit wahrend zwischen
        es er sie ihr ihre ihren ihrer ihrem wir ich du man sich nicht kein keine auch nur noch schon sehr so dass da
        damit dann dort hier diese dieser dieses diesen diesem jene alle alles viele viel gab gibt heisst hiess lautet
        genannt art name nennt
    """,
    "es": """
        el la los las lo un una unos unas de del al a en con por para sin sobre entre hasta desde segun durante y e o u
        pero que quien quienes cual cuales cuando donde como cuanto cuanta cuantos cuantas porque es son era eran fue
        fueron ser sido esta estan estaba ha han habia hay se su sus le les me te nos no si ya mas muy este esta esto
        estos estas ese esa esos esas aquel aquella tambien tiene tenia tienen puede pueden hizo hace tipo llama llamaba
        nombre
    """,
    "fr": """
        le la les un une des du de d l a au aux en dans sur sous avec sans pour par entre et ou mais que qui quoi dont
        ou quand comment combien pourquoi quel quelle quels quelles est sont etait etaient fut furent ete etre a ont
        avait avaient se sa son ses leur leurs ce cette ces cet il elle ils elles on nous vous je tu ne pas plus y
        qu c s n m t aussi tres
    """,
    "it": """
        il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla in nel
        nella nei nelle con su sul sulla per tra fra e o ma che chi cui quale quali quando dove come quanto quanta
        quanti quante perche e sono era erano fu furono essere stato stata ha hanno aveva si suo sua suoi sue non piu
    """,
    "nl": """
        de het een en of maar als wat wie waar wanneer waarom hoe welke welk hoeveel is zijn was waren wordt worden werd
        werden heeft hebben had hadden kan kunnen in op aan van voor met door bij naar uit over onder tussen tot om te
        er dat die dit deze hij zij ze het zijn haar hun niet geen ook nog
    """,
    "pt": """
        o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela para com sem sobre entre ate desde e
        ou mas que quem qual quais quando onde como quanto quanta quantos quantas porque e sao era eram foi foram ser
        sido esta estao tem tinha ha se seu sua seus suas nao mais muito este esta isto esse essa
    """,
    "ru": """
        и в во на с со к ко о об обо от до из за по под над при про без для у не ни но а или что чего чему чем ком кого
        кому кто какой какая какое какие каких каким какими каком какую когда где куда откуда как сколько почему зачем
        чей чья чьё чьи который которая которое которые которых был была было были быть есть является являются являлся
        это этот эта эти этого этой этом тот та те то же бы ли он она оно они его её ее их им ему ей я мы вы свой своя
        свои своих также ещё еще уже только так год году какого какому называется назывался называют
    """,
    "tr": """
        ve veya ile bir bu su o da de ki mi mu ne nedir neydi neden nicin niye nasil nerede nereden nereye neresi
        hangi hangisi hangileri kim kimdir kimin kime kimi kimler kac ne kadar zaman icin gibi olan olarak oldu olmus
        olur olmak olmustur idi var yok daha en cok her tum bazi ancak ama fakat sonra once kadar gore karsi dolayi
        adi adli isim ismi ediyor etti edildi edilmistir yer almaktadir nelerdir turu tur neyi neye neyin neden nelere
        hangisidir kaci kacinci nin nun den dan ten tan nda nde daki deki taki teki bulunmaktadir bulunur vardir vardi
        gelmektedir gelir tarafindan ornek ornegi diger arasinda sirasinda sekilde hakkinda disinda icinde uzerinde
        genellikle yaklasik baska herhangi sahip sahiptir kullanilan kullanilir anlama edilir edilmektedir etmistir eder
        etmek almistir verilmistir verilir yapmistir yapilmistir yapti denir denmektedir adlandirilir bilinen bilinir
        neler icerir oldugu olduklari oldugunu degil degildir itibariyle ilgili ya hem ayni bile birlikte ayrica yil
        yilda yilinda nasildir kacti kactir tane kisi sey
    """,
    "zh": """
        的 了 是 在 和 与 與 之 于 於 為 为 被 把 对 對 从 從 由 吗 嗎 呢 么 麼 什 谁 誰 哪 何 多 少 几 幾 个 個 有
        以 到 年 人 时 候 他 她 它 们 們 这 這 那 也 都 而 且 或 其 所 等 及 中 上 下 后 後 前 不 会 會 能 可 该 該 此
        并 並 就 还 還 又 很 要 用 让 讓 使 给 給 向 里 裡 怎 样 樣 一 种 種 称 稱 叫 位 时候 時候 哪些 哪个 哪個 哪种
        哪種 哪里 哪裡 哪一 怎样 怎樣 如何 是否 可以 可能 能够 能夠 称为 稱為 叫做 名称 名稱 名字 这个 這個 那个 那個
        一个 一個 一种 一種 一些 他们 他們 她们 她們 它们 它們 我们 我們 自己 以及 或者 通过 通過 进行 進行 成为 成為
        由于 由於 因为 因為 因此 但是 已经 已經 没有 沒有 以前 之前 之后 之後 以后 以後 其中 其他 多长 多長 多大
    """,
}


_FOLDED = {"en": ENGLISH}


def of_language(language: str) -> frozenset[str]:
    """Return the folded stop words of a language, none if it has no list."""
    if language not in _FOLDED:
        _FOLDED[language] = _folded(language)
    return _FOLDED[language]


def _folded(language: str) -> frozenset[str]:
    return frozenset(map(fold, _LISTS.get(language, "").split()))


def of_languages(languages: Iterable[str]) -> frozenset[str]:
    """Return the stop words of several languages."""
    return frozenset().union(*map(of_language, languages))
