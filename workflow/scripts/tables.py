"""Rule tables."""

from pathlib import Path
from typing import TYPE_CHECKING

import memcon

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake

with memcon.logs.to(snakemake.log[0]):
    tables = {memcon.io.name_of(path): memcon.io.read(path) for path in snakemake.input.tables}
    tables |= {name: memcon.io.read(snakemake.input[name]) for name in ("documents", "turns", "ledger")}
    templates, folder = Path(snakemake.input.templates[0]).parent, Path("results/tables")
    memcon.tables.make(tables, folder=folder, templates=templates, config=snakemake.params.config)
