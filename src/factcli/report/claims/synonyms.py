"""Words of reports that stand for one another, by their English stems.

In a search they would lead astray; here a figure must be the same as well.
"""

from __future__ import annotations

from factcli.text.stems import stem

_GROUPS = """
    trade commerce commercial business goods exchange turnover merchandise deals | investment investor capital
    money funds stake holdings placed plough pour pump inject exposure | company firm business enterprise entity
    corporation venture | child children kid pupil student youngster youth learner | document agreement instrument
    accord paper treaty pact | visit trip travel journey call come came | shipment freight cargo tonnage haulage
    traffic transit transported carried moved shipped goods | contract agreement deal accord pact order | sign ink
    conclude agree sealed signature | found establish create birth birthplace born set | summit meeting met session
    gathering convene sit | anniversary jubilee birthday centenary centennial birth years | line link cable
    connection | fiber fibre optic | seabed seafloor bed bottom floor underwater submarine subsea undersea |
    complete finish wrap commissioning delivery ready done finalised finalized | oil crude petroleum | tariff fee
    rate charges | roadmap plan document programme program | teach taught educate study learn attend instruction |
    hold held host stage organise organized gather convene | conference congress forum symposium gathering |
    founding foundation groundwork | write writer author novelist poet literature literary | state country nation
    republic territory | head leader president | celebrate mark commemorate observe | cut reduce reduction lower
    cheaper | increase raise rise growth expansion boost stepwise phased step | energy power electricity renewable
    clean green | legal contractual treaty juridical | framework base basis body | publish publication release
    issue carry appear dated datelined | road rail railway port harbour harbor | culture arts | centre center
    school institution facility | join joint common | register registration registry | build built construct lay
    laid | previous preceding earlier prior | worsen deteriorate | ecology environment environmental | imbalance
    disequilibrium | ship vessel shipbuilding | print press | week day | citizen people population inhabitants
    resident | export sell sold sale | import buy bought purchase | war conflict | price cost | worker employee
    staff payroll personnel
"""
SYNONYMS: dict[str, frozenset[str]] = {}
"""By stem, the stems of the words that may stand for it."""
for _group in _GROUPS.split("|"):
    _stems = frozenset(stem(word, "en") for word in _group.split())
    for _stem in _stems:
        SYNONYMS[_stem] = SYNONYMS.get(_stem, frozenset()) | _stems - {_stem}
