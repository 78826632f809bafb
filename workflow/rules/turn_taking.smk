# Turns, speakers -> who follows whom.


rule turn_taking:
    """Count who speaks after whom."""
    input:
        turns=TURNS,
        speakers="data/processed/speakers/all.parquet",
    output:
        "data/processed/turn_taking/all.parquet",
    log:
        "logs/turn_taking.log",
    params:
        code=digest("turn_taking"),
    priority: 2
    conda:
        "../../environment.yml"
    message:
        "Counting who follows whom"
    script:
        "../scripts/turn_taking.py"
