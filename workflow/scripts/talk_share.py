"""Rule talk_share."""

from typing import TYPE_CHECKING

import memcon

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake

with memcon.logs.to(snakemake.log[0]):
    turns, speakers = memcon.io.read(snakemake.input.turns), memcon.io.read(snakemake.input.speakers)
    memcon.io.write(snakemake.output.talk_share, memcon.talk_share.compute(turns, speakers))
    memcon.io.write(snakemake.output.inequality, memcon.inequality.compute(turns, speakers))
    memcon.io.write(snakemake.output.talk_over_time, memcon.talk_over_time.compute(turns, speakers))
