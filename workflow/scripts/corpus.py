"""Rule corpus."""

from typing import TYPE_CHECKING

import memcon

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake

with memcon.logs.to(snakemake.log[0]):
    tables = [memcon.io.read(snakemake.input[name]) for name in ("documents", "turns", "ledger", "speakers")]
    memcon.io.write(snakemake.output.corpus, memcon.corpus.compute(*tables))
    stop_words = memcon.stop_words.table(frozenset(snakemake.params.stop_words), name=snakemake.params.list)
    memcon.io.write(snakemake.output.stop_words, stop_words)
