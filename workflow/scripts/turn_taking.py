"""Rule turn_taking."""

from typing import TYPE_CHECKING

import memcon

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake

with memcon.logs.to(snakemake.log[0]):
    turns, speakers = memcon.io.read(snakemake.input.turns), memcon.io.read(snakemake.input.speakers)
    memcon.io.write(snakemake.output[0], memcon.turn_taking.compute(turns, speakers))
