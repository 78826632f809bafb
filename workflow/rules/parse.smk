# Sources -> documents, spans, turns, term counts, ledger of spans; one job a shard.


rule parse:
    """Read the meetings of a shard into spans that tile them, turns, term counts and the ledger."""
    input:
        lambda wildcards: [
            f"data/raw/{row['file']}" for row in STUDY.shards[wildcards.shard]
        ],
    output:
        documents="data/processed/documents/{shard}.parquet",
        spans="data/processed/spans/{shard}.parquet",
        turns="data/processed/turns/{shard}.parquet",
        term_counts="data/processed/term_counts/{shard}.parquet",
        ledger="data/processed/ledger/{shard}.parquet",
    log:
        "logs/parse/{shard}.log",
    conda:
        "../../environment.yml"
    params:
        meetings=lambda wildcards: STUDY.shards[wildcards.shard],
        people=STUDY.people,
        stop_words=STOP_WORDS,
        longest_term=CONFIG["text"]["longest_term"],
        piece_words=CONFIG["text"]["piece_words"],
        code=digest("parsing"),
    message:
        "Reading the records of shard {wildcards.shard}"
    script:
        "../scripts/parse.py"
