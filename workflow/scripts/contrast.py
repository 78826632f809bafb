"""Rule contrast."""

from typing import TYPE_CHECKING

import memcon

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake

with memcon.logs.to(snakemake.log[0]):
    params, output = snakemake.params, snakemake.output
    tables = [memcon.io.read(snakemake.input[name]) for name in ("turns", "speakers", "documents", "term_counts")]
    text = {"stop_words": frozenset(params.stop_words), "passage_words": params.passage_words}
    matrices = list(memcon.units.matrices(*tables, contrasts=params.contrasts, **text))
    theme_terms = memcon.themes.terms(params.themes)
    memcon.io.write(output.contrast, memcon.contrast.compute(matrices, theme_terms=theme_terms, **params.ranking))
    memcon.io.write(output.contrast_sides, memcon.contrast.sides(matrices))
    memcon.io.write(output.theme_contrast, memcon.themes.contrast(matrices, themes=params.themes))
