# Contrasts -> the figures of each contrast, with their numbers and captions.

CONTRAST_FIGURES = memcon.figures.contrast_names(CONFIG["contrasts"])


rule contrast_figures:
    """Draw the figures of the contrasts as PDF, SVG and PNG, with their numbers and captions."""
    input:
        tables=expand(
            "data/processed/{table}/all.parquet", table=memcon.figures.CONTRAST_TABLES
        ),
        templates=expand(
            f"{TEMPLATES}/{{name}}.rst", name=memcon.figures.CONTRAST_FIGURES
        ),
    output:
        [
            report(
                f"results/figures/{name}.svg",
                caption=os.path.abspath(f"results/figures/{name}.txt"),
                category="Figures",
                labels={"figure": name.replace("_", " ")},
            )
            for name in CONTRAST_FIGURES
        ],
        expand(
            "results/figures/{name}.{suffix}",
            name=CONTRAST_FIGURES,
            suffix=["pdf", "png", "csv", "txt"],
        ),
    log:
        "logs/contrast_figures.log",
    priority: 1
    conda:
        "../../environment.yml"
    params:
        config=CONFIG,
        code=digest(*(f"figures.{name}" for name in memcon.figures.CONTRAST_FIGURES)),
    message:
        "Drawing the figures of the contrasts"
    script:
        "../scripts/contrast_figures.py"
