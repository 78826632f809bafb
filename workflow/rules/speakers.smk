# Turns, documents, the people sheet -> the person behind each label.


rule speakers:
    """Find the person behind each label, with the evidence."""
    input:
        turns=TURNS,
        documents=DOCUMENTS,
    output:
        "data/processed/speakers/all.parquet",
    log:
        "logs/speakers.log",
    params:
        people=STUDY.people,
        code=digest("speakers"),
    priority: 2
    conda:
        "../../environment.yml"
    message:
        "Finding the person behind each label"
    script:
        "../scripts/speakers.py"
