"""`fact doctor`: what to look at again in a store."""

from __future__ import annotations

from factcli.audit import doctor as audit
from factcli.commands import options
from factcli.commands.output import Output
from factcli.errors import FOUND, NOT_FOUND
from factcli.quote.evidence import Examiner
from factcli.render import findings
from factcli.store.lock_file import text_digest


def doctor(
    store: options.Store = None,
    as_json: options.Json = False,
    no_color: options.NoColor = False,
    quiet: options.Quiet = False,
) -> int:
    """Find what a careful editor would look at again in a store.

    That is: facts that say the same or contradict each other, that wrongly supersede one another or lose aliases by
    it, periods that the quote does not support, quotes with sentences that prove nothing, stale locks, and sources
    without facts. Reports are not read. Exits with 1 if there is a finding.

    \b
    Example:
      fact doctor --json | jq -r '.findings[] | [.kind, .fact] | @tsv'
    """
    output = Output(no_color=no_color, quiet=quiet)
    facts = options.load(store)
    examiner = Examiner(facts.path)
    texts = {source.id: text for source in facts.sources.values() if (text := examiner.text(source))}
    found = audit.examine(facts, examiner.lock, {source: text_digest(text.text) for source, text in texts.items()})
    output.warn([*facts.warnings, *examiner.warnings])
    if as_json:
        output.envelope(findings.envelope(found, len(facts.facts)))
    else:
        output.lines(findings.page(found))
        output.words(findings.sums(len(found), len(facts.facts)))
    return NOT_FOUND if found else FOUND
