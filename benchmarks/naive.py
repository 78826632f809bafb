"""What a person would write without memcon: two files, a label pattern, one TF-IDF figure.

It is the yardstick of the bundled study's speed, and in no other way a model: it takes headings for speakers,
counts stage directions as speech and knows nobody under two names.
"""

import re
import sys
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer

folder, figure = Path(sys.argv[1]), Path(sys.argv[2])
rows = []
for file in sorted(folder.glob("*.txt")):
    for label, text in re.findall(r"^([^:\n]{1,40}): (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE):
        rows.append((file.stem, label, text, len(text.split())))
turns = pd.DataFrame(rows, columns=["meeting", "label", "text", "n_words"])
shares = turns.groupby(["meeting", "label"])["n_words"].sum() / turns.groupby("meeting")["n_words"].sum()
print(shares.to_string())

vectorizer = TfidfVectorizer(stop_words="english", ngram_range=(1, 2))
weights = vectorizer.fit_transform(turns["text"])
first = (turns["meeting"] == turns["meeting"].iloc[0]).to_numpy()
difference = pd.Series(
    weights[first].mean(axis=0).A1 - weights[~first].mean(axis=0).A1, index=vectorizer.get_feature_names_out()
).sort_values()
top = pd.concat([difference.head(12), difference.tail(12)])
fig, axes = plt.subplots(figsize=(7, 6))
axes.barh(top.index, top)
fig.tight_layout()
fig.savefig(figure, dpi=300)
