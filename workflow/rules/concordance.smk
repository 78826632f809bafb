# Listed terms, turns, spans, sources -> each occurrence with its place.


rule concordance:
    """Fetch each occurrence of the listed terms with its place in the source."""
    input:
        contrast="data/processed/contrast/all.parquet",
        turns=TURNS,
        spans=SPANS,
        speakers="data/processed/speakers/all.parquet",
        documents=DOCUMENTS,
    output:
        "data/processed/concordance/all.parquet",
    log:
        "logs/concordance.log",
    priority: 2
    conda:
        "../../environment.yml"
    params:
        themes=CONFIG["themes"],
        code=digest("concordance", "parsing", "themes"),
    message:
        "Fetching the occurrences of listed terms"
    script:
        "../scripts/concordance.py"
