"""English words that searching treats in a way of their own."""

from __future__ import annotations

# Words that say how something is asked, not what is asked for.
STOP_WORDS = frozenset(
    """
    a an the of in on at to for from by with and or but as if is are was were be been being am do does did doing
    done has have had having it its this that these those there their they them he she his her him you your i we
    our us my me not no nor so than then too very can could will would shall should may might must about into onto
    over under after before between during through per via while because such what which who whom whose when where
    why how many much kind sort type ones other also any some s t
    tell say says said know please give given show find let want whats
    happen happened happens take taken took place
    """.split()
)

# Frequent English words that carry little of a question's meaning: how rare they are in one small store says nothing.
COMMON_WORDS = frozenset(
    """
    able about above accept according account across act active actual actually add again against ago agree ahead all
    allow almost alone along already although always am amount another answer anybody anyone anything apart appear
    apply area around arrive ask asked asking away back bad base based basis became become becomes been began begin
    behind being believe belong below best better big bit bring brought build building built bunch by call called
    came cannot carried carries carry case cause caused certain chance change changed check choose city clear close
    come comes coming common complete completed concern concerned concluded conclude consider contain contains
    convene convened could count countries country couple cover covers create created current currently cut date
    day days deal decide decided describe described detail develop did differ different difficult direct discuss
    discussed display done down drop due early easy effect either else end ended enough enter especially even event
    ever every everyone everything exact exactly example exist exists expect expected explain express extent face
    facility fact fall famous far fast feel felt few figure figures fill final finally find fine finish finished first
    follow following force form former found free frequent friend front full further future gave general get gets
    getting given gives go goes going gone good got great group grow growing guess guy half hand happen happening hard
    head hear heard held help here high hold home hope host hosted hour house however huge idea important in include
    included includes including increase indeed information inside instead intend involve involved issue item job join
    joint just keep kept key kind knew known lack land large largest last lately later latest lay lead leading learn
    least leave led left less let level lie life light like likely line list little local located location long
    longer look looking lose lost lot low lower made main major make makes making man manner matter maybe me mean
    means meant meet men mention mentioned met middle mind minute moment month months more most mostly move
    moved name named names near nearly necessary need needed never new next nice none note nothing notice now number
    numbers occasion occur occurred off offer often ok old on once only onto open opinion order original others
    otherwise out outside overall own part particular particularly pass passed past people per percent
    perhaps person piece place places plan planned play plus point points possible present pretty previous probably
    problem process produce provide provided purpose put question quick quickly quite raise ran range rate rather
    reach reached read ready real really reason reasons recent recently regard regarding region relate related remain
    report reported result right role room run said same saw saying says second see seem seen sell send sense sent
    serious serve set several shall share she short show showed shown shows side sign signed similar simple simply
    since single situation size small so some somebody someone something soon sort speak special specific spent spoke
    stage stand start started state states stay step still stop story such sum suppose sure table take taken talk
    tells term terms than thank thanks that then there these they thing things think third this those though thought
    through time times title to today together told tomorrow too took top topic total touch toward town tried true
    try trying turn turned type under understand unit until up upon us use used useful uses using usual usually value
    various very via view wait walk want wants was way ways we week weeks well went were what whatever whether whole
    whose wide will with within without wonder word words work worked working works world would write written wrong
    yeah year years yes yesterday yet young
    """.split()
)


# Forms that no stemmer joins, and words that stand for one another in questions.
_KINDRED = """
    go goes went gone|win won|write wrote written writer author|build built|make made|find found|hold held|lead led
    leave left|lose lost|meet met meeting|pay paid|say said|see saw seen|sell sold sale|send sent|speak spoke spoken
    spend spent|stand stood|take took taken|teach taught|tell told|think thought|become became|begin began begun
    bring brought|buy bought|choose chose chosen choice|come came|die died death dead|draw drew drawn|drive drove driven
    fall fell fallen|fight fought|fly flew flown|get got gotten|give gave given|grow grew grown growth|keep kept
    know knew known|rise rose risen|run ran|sing sang sung|sit sat|break broke broken|catch caught|wear wore worn
    mean meant|feel felt|forget forgot forgotten|forbid forbade forbidden|man men|woman women|child children
    person people|foot feet|half halves|life lives|marry married marriage|bear born birth|tall height|high height
    long length|deep depth|wide width|strong strength|old age|big large|kill killed|percent percentage
    america american usa|britain british uk|france french|england english|germany german|spain spanish|china chinese
    italy italian|russia russian|ussr soviet|europe european eu|poland polish|turkey turkish turkiye|greece greek
    netherlands dutch|portugal portuguese|japan japanese|mongolia mongol mongolian|iran persian
    lend lent loan|shoot shot|steal stole stolen|strike struck|throw threw thrown|seek sought
    first 1st|second 2nd|third 3rd|company firm business enterprise|kid child|pupil student|ship vessel|town city
    cargo freight|leader head|agreement deal accord|country state nation|start begin launch|found establish create
"""
KINDRED: dict[str, tuple[str, ...]] = {}
for _row in _KINDRED.replace("\n", "|").split("|"):
    for _word in _row.split():
        KINDRED[_word] = (*KINDRED.get(_word, ()), *(other for other in _row.split() if other != _word))
