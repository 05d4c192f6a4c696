"""Words that say how much or how it is told, not of what: a report may have them or not and mean the same."""

from __future__ import annotations

GENERIC = frozenset(
    """
    amount amounts amounted amounting total totals totaled totalled totaling totalling overall stood stand stands
    standing reached reach reaching hit climbed rose risen rise rising grew grown growth increase increased
    increasing gained jumped soared surged fell fallen decline declined dropped worth valued value values volume
    volumes figure figures number numbers level levels mark size sum sums count counted million millions billion
    billions thousand thousands hundred hundreds percent percentage per cent share year years month months day days
    annual annually yearly period periods quarter half decade century said says say told tells noted notes stated
    states according added adds stressed emphasized emphasised remarked explained reported reports report reporting
    announced declared claimed claims recalled pointed highlighted observed interview agency president minister
    leader official officials spokesman spokesperson source sources currently now today recently ago far so already
    still yet since about around nearly almost roughly approximately more less than over under exceeded exceeding
    exceeds exceed surpassed topped least most some both sides side two bilateral mutual country countries nation
    nations state neighbours neighbors neighbour neighbor compared comparison versus respectively corresponding
    previous prior earlier preceding last next same also meanwhile moreover furthermore addition however while
    whereas including included took taken place held hold holding happen happened occur occurred came come made
    make making became become remain remains remained account accounts accounted represent represents represented
    new latest current upcoming forthcoming expected planned plan plans due scheduled estimated estimate estimates
    data statistics show shows showed upwards upward below beneath above beyond barely stayed stay stays kept
    calendar full whole ad bc ce fold doubled tripled quadrupled twice thrice times
    """.split()
)
