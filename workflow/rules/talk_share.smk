# Turns, speakers -> talk share, inequality, talk over time, turn-taking; one process, for each is done in no time.


rule talk_share:
    """Compute how much each speaker and each side says, how unevenly, when, and after whom."""
    input:
        turns=TURNS,
        speakers="data/processed/speakers/all.parquet",
    output:
        talk_share="data/processed/talk_share/all.parquet",
        inequality="data/processed/inequality/all.parquet",
        talk_over_time="data/processed/talk_over_time/all.parquet",
        turn_taking="data/processed/turn_taking/all.parquet",
    log:
        "logs/talk_share.log",
    priority: 2
    conda:
        "../../environment.yml"
    params:
        code=digest("talk_share", "inequality", "talk_over_time", "turn_taking"),
    message:
        "Computing talk shares and turn-taking"
    script:
        "../scripts/talk_share.py"
