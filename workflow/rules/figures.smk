# Finished tables -> the figures of the meetings, with their numbers and captions.

FIGURES = memcon.figures.names(themes=CONFIG["themes"])


rule figures:
    """Draw the figures of the meetings as PDF, SVG and PNG, with their numbers and captions."""
    input:
        tables=expand("data/processed/{table}/all.parquet", table=memcon.figures.TABLES),
        templates=expand(f"{TEMPLATES}/{{name}}.rst", name=FIGURES),
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
        expand(
            "results/figures/{name}.{suffix}",
            name=FIGURES,
            suffix=["pdf", "png", "csv", "txt"],
        ),
    log:
        "logs/figures.log",
    priority: 1
    conda:
        "../../environment.yml"
    params:
        config=CONFIG,
        code=digest(*(f"figures.{name}" for name in FIGURES)),
    message:
        "Drawing the figures of the meetings"
    script:
        "../scripts/figures.py"
