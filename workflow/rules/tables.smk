# Finished tables -> CSV for everybody, LaTeX for print.

LATEX = memcon.tables.names(contrasts=CONFIG["contrasts"], themes=CONFIG["themes"])
SHARDED = {"documents": DOCUMENTS, "turns": TURNS, "ledger": LEDGER}
MERGED = [table for table in memcon.tables.CSV if table not in SHARDED]


rule tables:
    """Write every table as CSV, and those for print as LaTeX with a caption."""
    input:
        **SHARDED,
        tables=expand("data/processed/{table}/all.parquet", table=MERGED),
        templates=sorted(
            {f"{TEMPLATES}/table_{template}.rst" for template, _ in LATEX.values()}
        ),
    output:
        [
            (
                report(
                    f"results/tables/{name}.csv",
                    caption=os.path.abspath(f"results/tables/{name}.txt"),
                    category="Tables",
                    labels={"table": name.replace("_", " ")},
                )
                if name in LATEX
                else f"results/tables/{name}.csv"
            )
            for name in memcon.tables.CSV
        ],
        expand("results/tables/{name}.{suffix}", name=LATEX, suffix=["tex", "txt"]),
    log:
        "logs/tables.log",
    conda:
        "../../environment.yml"
    params:
        config=CONFIG,
        code=digest("tables"),
    message:
        "Writing tables"
    script:
        "../scripts/tables.py"
