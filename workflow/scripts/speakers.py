"""Rule speakers."""

from typing import TYPE_CHECKING

import memcon

if TYPE_CHECKING:
    from snakemake.iocontainers import snakemake

with memcon.logs.to(snakemake.log[0]):
    turns, documents = memcon.io.read(snakemake.input.turns), memcon.io.read(snakemake.input.documents)
    speakers = memcon.speakers.resolve(turns, documents, people=snakemake.params.people)
    memcon.io.write(snakemake.output[0], speakers)
