"""Rule concordance."""

from pathlib import Path
from typing import TYPE_CHECKING

import memcon

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake

with memcon.logs.to(snakemake.log[0]):
    contrast = memcon.io.read(snakemake.input.contrast)
    tables = [memcon.io.read(snakemake.input[name]) for name in ("turns", "spans", "speakers")]
    sources = memcon.parsing.sources(memcon.io.read(snakemake.input.documents), folder=Path("data/raw"))
    terms = {*contrast.loc[contrast["listed"], "term"], *memcon.themes.terms(snakemake.params.themes)}
    memcon.io.write(snakemake.output[0], memcon.concordance.compute(terms, *tables, sources=sources))
