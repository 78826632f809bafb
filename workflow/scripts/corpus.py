"""Rule corpus."""

from typing import TYPE_CHECKING

import memcon

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake

with memcon.logs.to(snakemake.log[0]):
    names = ("documents", "turns", "spans", "speakers")
    documents, turns, spans, speakers = (memcon.io.read(snakemake.input[name]) for name in names)
    stop_words = memcon.stop_words.table(frozenset(snakemake.params.stop_words), name=snakemake.params.list)
    memcon.io.write(snakemake.output.corpus, memcon.corpus.compute(documents, turns, spans, speakers))
    memcon.io.write(snakemake.output.ledger, memcon.ledger.compute(spans, documents))
    memcon.io.write(snakemake.output.stop_words, stop_words)
