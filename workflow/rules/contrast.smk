# Term counts, turns, speakers -> TF-IDF contrasts of terms and themes, keyness.


rule contrast:
    """Contrast the terms and themes of two selections of turns."""
    input:
        turns=TURNS,
        speakers="data/processed/speakers/all.parquet",
        documents=DOCUMENTS,
        term_counts=TERM_COUNTS,
    output:
        contrast="data/processed/contrast/all.parquet",
        contrast_sides="data/processed/contrast_sides/all.parquet",
        theme_contrast="data/processed/theme_contrast/all.parquet",
    log:
        "logs/contrast.log",
    priority: 2
    conda:
        "../../environment.yml"
    params:
        contrasts=CONFIG["contrasts"],
        themes=CONFIG["themes"],
        ranking=CONFIG["ranking"],
        passage_words=CONFIG["text"]["passage_words"],
        stop_words=STOP_WORDS,
        code=digest("contrast", "units", "themes"),
    message:
        "Contrasting terms and themes"
    script:
        "../scripts/contrast.py"
