# Turns, term counts, the study's word lists -> the share of each theme.


rule themes:
    """Compute the share of each theme in the words of each meeting."""
    input:
        turns=TURNS,
        term_counts=TERM_COUNTS,
    output:
        "data/processed/themes/all.parquet",
    log:
        "logs/themes.log",
    priority: 2
    conda:
        "../../environment.yml"
    params:
        themes=CONFIG["themes"],
        code=digest("themes"),
    message:
        "Counting themes"
    script:
        "../scripts/themes.py"
