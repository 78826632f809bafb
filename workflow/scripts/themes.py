"""Rule themes."""

from typing import TYPE_CHECKING

import memcon

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake

with memcon.logs.to(snakemake.log[0]):
    turns, term_counts = memcon.io.read(snakemake.input.turns), memcon.io.read(snakemake.input.term_counts)
    memcon.io.write(snakemake.output[0], memcon.themes.compute(turns, term_counts, themes=snakemake.params.themes))
