"""What kind of answer a question asks for, and which words of a fact are one, by language.

All are regular expressions for folded text.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Kind = Literal["when", "cost", "how many", "who", "where", "why"]

ASKING: dict[str, dict[Kind, str]] = {
    "en": {
        "when": r"\bwhen\b|\b(?:what|which) (?:year|date|month|day|decade|century)\b|\b(?:date|year)\b",
        "cost": r"\bhow much\b.*\bcosts?\b|\bhow expensive\b|\b(?:cost|price) of\b|\b(?:what|which) (?:cost|price)\b",
        "how many": r"\bhow (?:many|much|often|large|big|old|long|high|far|tall|deep|fast)\b|\bnumber of\b"
        r"|\bpopulation\b|\b(?:what|which) (?:(?:is|was|are|were) the )?"
        r"(?:percent|percentage|share|amount|volume|number|sum|total|portion|fraction)\b"
        r"|\bwhat (?:is|was|are|were) the (?:length|area|size|depth|height|width|weight|speed|distance|capacity|age)\b",
        "who": r"\bwho(?:m|se)?\b"
        r"|\b(?:what|which) (?:person|man|woman|author|scientist|president|name|company|companies|firms?)\b",
        "where": r"\bwhere\b|\b(?:location|venue)\b|(?<!take )(?<!took )(?<!takes )(?<!taken )(?<!taking )\bplace\b"
        r"|\b(?:what|which) (?:city|town|country|state|place|region|venue|continent|river|county)\b",
        "why": r"\bwhy\b|\bwhat (?:was the )?(?:reason|cause)|\breasons? (?:for|of|why)\b",
    },
    "ar": {
        "when": r"\bمتي\b|\bاي (?:عام|سنة|تاريخ|شهر|يوم|قرن|عقد)\b|\bتاريخ\b",
        "how many": r"\bكم\b|\bبكم\b|\bعدد\b|\bنسبة\b|\bمقدار\b|\bمساحة\b|\bمعدل\b",
        "who": r"^من(?! اي)(?! خلال)\b|\bمن (?:هو|هي|هم|الذي|التي|الذين|كان|كانت|كانوا)\b|\bلمن\b",
        "where": r"\bاين\b|\bاي (?:مدينة|بلد|دولة|مكان|ولاية|منطقة|قارة|نهر|مقاطعة)\b",
        "why": r"\bلماذا\b|\bسبب\b|\bاسباب\b",
    },
    "de": {
        "when": r"\bwann\b|\bwelche\w* (?:jahr\w*|datum|monat|tag|epoche)\b",
        "how many": r"\bwie (?:viele?n?|oft|gross|lange?|hoch|weit|alt|tief|schnell|schwer|breit)\b|\bwieviele?\b"
        r"|\b(?:an)?zahl\b|\bprozent\w*|\bwelche\w* (?:anteil|menge|summe|betrag|hohe|bevolkerung)\b",
        "who": r"\bwe[rmn]\b|\bwessen\b|\bwelche\w* (?:person|mann|frau|autor\w*|wissenschaftler\w*|prasident\w*)\b",
        "where": r"\bwo(?:hin|her)?\b|\bwelche\w* (?:stadt|land\w*|ort\w*|staat\w*|region\w*|kontinent|fluss|bezirk)\b",
        "why": r"\bwarum\b|\bweshalb\b|\bwieso\b|\bgr[uo]nd\w*\b|\bursache\w*",
    },
    "es": {
        "when": r"\bcuando\b|\b(?:que|cual) (?:ano|fecha|mes|dia|decada|siglo)\b|\bfecha\b",
        "how many": r"\bcuant[oa]s?\b|\b(?:numero|cantidad|porcentaje|poblacion)\b",
        "who": r"\bquien(?:es)?\b|\b(?:que|cual) (?:persona|hombre|mujer|autora?|cientific[oa]|presidente)\b",
        "where": r"\ba?donde\b|\b(?:que|cual) (?:ciudad|pais|estado|lugar|region|continente|rio|condado)\b",
        "why": r"\bpor que\b|\bmotivos?\b|\brazon(?:es)?\b|\bcausas?\b",
    },
    "ru": {
        "when": r"\bкогда\b|\bкак\w+ (?:год\w*|дат\w+|месяц\w*|век\w*|день|десятилети\w+)\b|\bдата\b",
        "how many": r"\bскольк\w+|\bнасколько\b|\bколичеств\w+|\bчисл\w+|\bпроцент\w*|\bнаселени\w+"
        r"|\bкак\w+ (?:дол\w+|част\w+|сумм\w+|площад\w+|высот\w+|длин\w+|размер\w*)",
        "who": r"\bк(?:то|ого|ому|ем|ом)\b|\bч(?:ей|ья|ье|ьи)\b|\bкак\w+ (?:человек|ученый|автор|президент)\w*",
        "where": r"\bгде\b|\b(?:от)?куда\b|\bкак\w+ (?:город|стран|государств|мест|регион|штат|континент|рек|округ)\w*",
        "why": r"\bпочему\b|\bзачем\b|\bпричин\w+",
    },
    "tr": {
        "when": r"\bne zaman\w*|\bhangi (?:yil|tarih|ay|gun|yuzyil|donem)\w*|\bkac yilinda\b",
        "how many": r"\bkac\w*|\bne kadar\w*|\bsayisi\b|\byuzde\w*|\bnufus\w*",
        "who": r"\bkim(?:dir|di|in|e|i|den|ler\w*)?\b",
        "where": r"\bnere\w*|\bhangi (?:seh|ulke|yer|bolge|eyalet|kita|neh|ilce)\w*",
        "why": r"\bneden\b|\bnicin\b|\bniye\b|\bsebe[bp]\w*",
    },
    "zh": {
        "when": r"[什甚][么麼](?:时|時)[候间間]|何[时時]|哪一?[年天月]|哪个?(?:世纪|年代|月)|日期|年份",
        "how many": r"多少|[几幾][个個名种種次位条條岁歲座艘倍所]|多[大高长長远遠久深快重宽寬]|人口|百分比"
        r"|比例|[数數]量",
        "who": r"[谁誰]|哪位|何人|什么人|什麼人",
        "where": r"[哪那][里裡裏儿兒]|何[处處地]|在哪|什么地方"
        r"|哪一?[个個座]?(?:城市|国家|國家|地区|地區|州|省|县|洲|河)",
        "why": r"[为為][什甚][么麼]|[为為]何|原因",
    },
}

DATED: dict[str, str] = {
    "en": r"\b(?:january|february|march|april|june|july|august|september|october|november|december)\b|centur",
    "ar": r"يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر|\bالقرن\b"
    r"|\b(?:كانون|شباط|اذار|نيسان|ايار|حزيران|تموز|ايلول|تشرين)\b",
    "de": r"\b(?:januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember)\b|jahrhundert",
    "es": r"\b(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|siglos?)\b",
    "ru": r"\b(?:январ|феврал|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр)\w+|\bма(?:рта?|я|рте)\b|\bвек[аеу]?\b",
    "tr": r"\b(?:ocak|subat|mart|nisan|mayis|haziran|temmuz|agustos|eylul|ekim|kasim|aralik|yuzyil)",
    "zh": r"[\d一二三四五六七八九十]\s*月|世[纪紀]|年代",
}
"""What tells a time beside a year."""

COUNTED: dict[str, str] = {
    "ar": r"\b(?:ال)?(?:اثنا|اثني|ثلاث|اربع|خمس|ست|سبع|ثماني|تسع|عشر|مية|ماية|الف|الاف|مليون|مليار|نصف|ثلث|ربع)",
    "de": r"\b(?:zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|hundert|tausend|million|milliard|halfte)"
    r"|zig\b|drittel|viertel|prozent",
    "es": r"\b(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|veinte|treinta|cien|cientos|mil|miles"
    r"|millon|millones|mitad|tercios?|doble)\b",
    "ru": r"\b(?:дв[ауе]|тр[ие]|четыр|пят[ьи]|шест[ьи]|сем[ьи]|восем|девят|десят|двенадцат|двадцат|сто|сот|тысяч"
    r"|миллион|миллиард|половин|треть|четверт)",
    "tr": r"\b(?:iki|uc|dort|bes|alti|yedi|sekiz|dokuz|on|yirmi|otuz|kirk|elli|yuz|bin|milyon|milyar|yarisi|ucte"
    r"|yuzde)\b",
    "zh": r"[二两兩三四五六七八九十百千万萬亿億]|一[个個半次]",
}
"""What tells a number beside digits; English numbers in words are figures."""

REASONS: dict[str, str] = {
    "en": r"\b(?:because|due to|since|so that|in order to|as a result|caused?|reasons?|owing|thanks to)\b",
    "ar": r"\b(?:لان\w*|بسبب|نتيجة|لكي|بهدف|نظرا|من اجل|بفضل|سبب)\b",
    "de": r"\b(?:weil|wegen|aufgrund|damit|denn|um|grund|grunde|ursache|daher|deshalb|infolge|dank)\b",
    "es": r"\b(?:porque|debido|para|ya que|a causa|causa|motivo|razon|gracias|por lo que|puesto que)\b",
    "ru": r"\b(?:потому|так как|из-за|поскольку|чтобы|вследствие|благодаря|причин\w+|в результате|поэтому)\b",
    "tr": r"\b(?:cunku|neden\w*|icin|dolayi|yuzunden|sebe[bp]\w*|sayesinde|amaciyla|sonucunda)\b",
    "zh": r"因[为為此]|由[于於]|[为為]了|导致|導致|所以|原因|以便|以致",
}

NAMING: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "call called name named names term termed terms known synonym word words refer refers referred"
        " title titled nickname nicknamed",
        "ar": "اسم يسمى تسمى سمي سميت المسمى المسماة يدعى تدعى يعرف تعرف المعروف المعروفة مصطلح كلمة لقب",
        "de": "heisst heissen hiess genannt genannte nennt nennen name namen namens bezeichnet bezeichnung"
        " bezeichnen begriff wort titel bekannt",
        "es": "llama llaman llamaba llamado llamada llamados nombre nombres termino denomina denominado"
        " denominada conocido conocida conocidos palabra titulo apodo",
        "ru": "называется называются называют называли называлась называлось назван названа названо название"
        " имя имени термин известен известна известно известный слово прозвище",
        "tr": "adi adini adli ad ismi isim denir denilir deniyor adlandirilir adlandirilan bilinir bilinen"
        " terim kelime unvan",
        "zh": "称 稱 叫 名字 名称 名稱 术语 術語 所谓 所謂",
    }.items()
}
"""Words that a question for what something is called has, and a fact that tells it."""

NAMES_UNMARKED = frozenset(("ar", "de", "fa", "he", "hi", "ja", "ka", "ko", "lb", "ne", "ta", "th", "ur", "yi", "zh"))
"""Languages that write no capitals, or write them for every noun: there a capital tells no name."""
