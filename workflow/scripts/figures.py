"""Rule figures."""

from pathlib import Path
from typing import TYPE_CHECKING

import memcon

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake

with memcon.logs.to(snakemake.log[0]):
    tables = {memcon.io.name_of(path): memcon.io.read(path) for path in snakemake.input.tables}
    config, templates = snakemake.params.config, Path(snakemake.input.templates[0]).parent
    names = {name: (name, None) for name in memcon.figures.names(themes=config["themes"])}
    memcon.figures.make(tables, names=names, folder=Path("results/figures"), templates=templates, config=config)
