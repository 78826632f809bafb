"""Rule talk_share."""

from typing import TYPE_CHECKING

import memcon

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake

with memcon.logs.to(snakemake.log[0]):
    turns, speakers = memcon.io.read(snakemake.input.turns), memcon.io.read(snakemake.input.speakers)
    for name in ("talk_share", "inequality", "talk_over_time", "turn_taking"):
        memcon.io.write(snakemake.output[name], getattr(memcon, name).compute(turns, speakers))
