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
    priority: 2
    conda:
        "../../environment.yml"
    params:
        people=STUDY.people,
        code=digest("speakers"),
    message:
        "Finding the person behind each label"
    script:
        "../scripts/speakers.py"
