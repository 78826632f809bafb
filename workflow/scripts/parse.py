"""Rule parse."""

from pathlib import Path
from typing import TYPE_CHECKING

import memcon

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake

with memcon.logs.to(snakemake.log[0]):
    settings = {name: snakemake.params[name] for name in ("people", "longest_term", "piece_words")}
    words = frozenset(snakemake.params.stop_words)
    parsed = memcon.parsing.parse_shard(snakemake.params.meetings, folder=Path("data/raw"), words=words, **settings)
    for name, table in parsed._asdict().items():
        memcon.io.write(snakemake.output[name], table)
