# Documents, ledger, turns, speakers -> the corpus described, the stop words listed.


rule corpus:
    """Describe the meetings, and list the stop words."""
    input:
        documents=DOCUMENTS,
        ledger=LEDGER,
        turns=TURNS,
        speakers="data/processed/speakers/all.parquet",
    output:
        corpus="data/processed/corpus/all.parquet",
        stop_words="data/processed/stop_words/all.parquet",
    log:
        "logs/corpus.log",
    priority: 2
    conda:
        "../../environment.yml"
    params:
        list=CONFIG["text"]["stop_words"]["list"],
        stop_words=STOP_WORDS,
        code=digest("corpus", "stop_words"),
    message:
        "Describing the corpus"
    script:
        "../scripts/corpus.py"
