"""Countries and their capitals, which often stand for them: "trade between Baku and Astana".

Names are folded, as words are.
"""

from __future__ import annotations

_CAPITALS = """
    kabul afghanistan | tirana albania | algiers algeria | luanda angola | yerevan armenia | canberra australia |
    vienna austria | baku azerbaijan | dhaka bangladesh | minsk belarus | brussels belgium | sarajevo bosnia |
    brasilia brazil | sofia bulgaria | ottawa canada | santiago chile | beijing china | bogota colombia |
    zagreb croatia | havana cuba | nicosia cyprus | prague czechia | copenhagen denmark | quito ecuador |
    cairo egypt | tallinn estonia | addis ethiopia | helsinki finland | paris france | tbilisi georgia |
    berlin germany | accra ghana | athens greece | budapest hungary | reykjavik iceland | delhi india |
    jakarta indonesia | tehran iran | baghdad iraq | dublin ireland | jerusalem israel | rome italy | tokyo japan |
    amman jordan | astana kazakhstan | nairobi kenya | pristina kosovo | bishkek kyrgyzstan | riga latvia |
    beirut lebanon | tripoli libya | vilnius lithuania | luxembourg luxembourg | valletta malta | chisinau moldova
    | ulaanbaatar mongolia | podgorica montenegro | rabat morocco | kathmandu nepal | hague netherlands |
    wellington zealand | abuja nigeria | pyongyang korea | skopje macedonia | oslo norway | islamabad pakistan |
    lima peru | manila philippines | warsaw poland | lisbon portugal | doha qatar | bucharest romania |
    moscow russia | riyadh saudi | belgrade serbia | singapore singapore | bratislava slovakia | ljubljana slovenia
    | pretoria africa | seoul korea | madrid spain | khartoum sudan | stockholm sweden | bern switzerland |
    damascus syria | taipei taiwan | dushanbe tajikistan | bangkok thailand | tunis tunisia | ankara turkiye |
    ashgabat turkmenistan | kyiv ukraine | london britain | washington america | montevideo uruguay |
    tashkent uzbekistan | caracas venezuela | hanoi vietnam
"""
CAPITALS = dict(pair.split() for pair in _CAPITALS.split("|"))
DEMONYMS = frozenset(
    "chinese british french dutch swiss spanish polish danish finnish irish welsh thai english".split()
)
"""Those that do not begin as their country does."""
COUNTRIES = frozenset(CAPITALS.values())
