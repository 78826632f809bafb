# Documents, spans, turns, speakers -> the corpus described, the ledger of spans.


rule corpus:
    """Describe the meetings, and what each character of their sources was taken for."""
    input:
        documents=DOCUMENTS,
        spans=SPANS,
        turns=TURNS,
        speakers="data/processed/speakers/all.parquet",
    output:
        corpus="data/processed/corpus/all.parquet",
        ledger="data/processed/ledger/all.parquet",
        stop_words="data/processed/stop_words/all.parquet",
    log:
        "logs/corpus.log",
    params:
        list=CONFIG["text"]["stop_words"]["list"],
        stop_words=STOP_WORDS,
        code=digest("corpus", "ledger", "stop_words"),
    priority: 2
    conda:
        "../../environment.yml"
    message:
        "Describing the corpus"
    script:
        "../scripts/corpus.py"
