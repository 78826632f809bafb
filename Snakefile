"""memcon: from records of conversation to figures and tables.

Run it with `memcon run`, or with plain `snakemake` in the folder of a study.
"""

import shlex
import sys

import memcon
from snakemake.utils import min_version

min_version("9.27")

# Snakemake writes the interpreter's path into shell commands as it is, and a path may hold a space.
sys.executable = shlex.quote(sys.executable)

STUDY = memcon.study.load()
CONFIG = STUDY.config
STOP_WORDS = sorted(STUDY.stop_words)
TEMPLATES = f"{workflow.basedir}/workflow/report"
digest = memcon.provenance.code_digest

DOCUMENTS, SPANS, TURNS, TERM_COUNTS, LEDGER = (
    expand("data/processed/{table}/{shard}.parquet", table=table, shard=STUDY.shards)
    for table in ("documents", "spans", "turns", "term_counts", "ledger")
)


wildcard_constraints:
    shard=r"\d+",


localrules:
    all,


include: "workflow/rules/parse.smk"
include: "workflow/rules/speakers.smk"
include: "workflow/rules/talk_share.smk"
include: "workflow/rules/contrast.smk"
include: "workflow/rules/themes.smk"
include: "workflow/rules/concordance.smk"
include: "workflow/rules/corpus.smk"
include: "workflow/rules/figures.smk"
include: "workflow/rules/contrast_figures.smk"
include: "workflow/rules/tables.smk"


rule all:
    """Make every figure and table of the study."""
    default_target: True
    input:
        rules.figures.output,
        rules.contrast_figures.output,
        rules.tables.output,
