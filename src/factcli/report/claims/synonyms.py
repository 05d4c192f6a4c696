"""Words of reports that stand for one another.

In a search they would lead astray; here a figure and a time must be the same as well.
"""

from __future__ import annotations

_GROUPS = """
    trade trading traded commerce commercial business goods exchange exchanged turnover merchandise deals dealings
    investment investments invest invested investor investors capital money funds funding stake stakes holdings placed
    company companies firm firms business businesses enterprise enterprises entity entities corporation venture ventures
    child children kid kids pupil pupils student students youngster youngsters youth learner learners
    document documents agreement agreements instrument instruments accord accords paper papers treaty treaties pact pacts
    visit visits visited visiting trip trips travel travelled traveled journey journeys call calls come came
    shipment shipments freight cargo cargoes tonnage haulage traffic transit transported carried moved shipped goods
    contract contracts contracted agreement deal accord pact order
    sign signed signing ink inked conclude concluded agree agreed sealed signature
    found founded founding establish established establishment create created birth birthplace born set
    summit summits meeting meetings meet met session sessions gathering gatherings convene convened sit sits sitting
    anniversary anniversaries jubilee jubilees birthday centenary centennial birth years
    line lines link links cable cables connection connections
    fiber fibre fiber-optic fibre-optic optic optics optical
    seabed seafloor bed bottom floor underwater submarine subsea undersea
    complete completed completion finish finished commissioning commissioned delivery ready done finalised finalized
    oil crude petroleum
    tariff tariffs fee fees rate rates charges
    roadmap plan document programme program
    teach teaches taught educate educates educated education study studies studying learn learns attend attends instruction
    hold held host hosted hosts stage staged staging organise organised organized gather gathered convene
    conference conferences congress forum symposium gathering
    founding foundation groundwork
    write writer writers author authors novelist poet literature literary
    state states country countries nation nations republic territory territories
    head heads leader leaders president presidents
    celebrate celebrated celebration celebrations mark marked marks commemorate commemorated commemoration observe observed
    cut cuts reduce reduced reduction lower cheaper
    increase increased raise raised rise growth expansion boost stepwise phased step
    energy power electricity renewable renewables clean green
    legal contractual treaty juridical
    framework base basis body
    publish published publication release released issue issued carry carried appear appeared dated datelined date
    road rail railway port ports harbour harbor
    culture cultural arts
    centre center school institution facility
    creativity creative
    join joint common
    register registered registration registry
    build built building construct constructed construction lay laid laying
    previous preceding earlier prior
    worsen worsened deteriorate deteriorated
    ecology ecological environment environmental
    imbalance disequilibrium
    region regional
    ship vessel shipbuilding
    print printed edition
    week day days
    citizen citizens people population inhabitants resident residents
    export exports exported sell sold sale sales
    import imports imported buy bought purchase purchases
    war conflict
    price prices cost costs
    worker workers employee employees staff payroll personnel
"""
SYNONYMS: dict[str, frozenset[str]] = {}
for _row in _GROUPS.split("\n"):
    for _word in _row.split():
        SYNONYMS[_word] = SYNONYMS.get(_word, frozenset()) | frozenset(_row.split()) - {_word}
