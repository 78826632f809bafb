# Finished tables -> every figure, with its numbers and its caption.

FIGURES = memcon.figures.names(contrasts=CONFIG["contrasts"], themes=CONFIG["themes"])
FIGURE_TABLES = "speakers talk_share talk_over_time turn_taking themes contrast contrast_sides".split()


rule figures:
    """Draw every figure as PDF, SVG and PNG, with its numbers and its caption."""
    input:
        tables=expand("data/processed/{table}/all.parquet", table=FIGURE_TABLES),
        templates=sorted({workflow.source_path(f"../report/{template}.rst") for template, _ in FIGURES.values()}),
    output:
        [
            report(
                f"results/figures/{name}.svg",
                caption=os.path.abspath(f"results/figures/{name}.txt"),
                category="Figures",
                labels={"figure": name.replace("_", " ")},
            )
            for name in FIGURES
        ],
        expand("results/figures/{name}.{suffix}", name=FIGURES, suffix=["pdf", "png", "csv", "txt"]),
    log:
        "logs/figures.log",
    params:
        config=CONFIG,
        code=digest("figures", *(f"figures.{module}" for module, _ in FIGURES.values())),
    conda:
        "../../environment.yml"
    message:
        "Drawing figures"
    script:
        "../scripts/figures.py"
