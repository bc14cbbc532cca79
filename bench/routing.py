"""How well requests are routed, judged on the shared data, and what it costs.

The rankings that `artel bench routing` writes are scored by the judge of the shared data, which fixes cases, candidates and
truth for everybody; its figures stand beside the command's own. Speed is measured by the engine's example on invented answers.

    python3 bench/routing.py ARTEL EXAMPLE FOLDER SHARED
"""
import json, os, subprocess, sys

ARTEL, EXAMPLE, FOLDER, SHARED = map(os.path.abspath, sys.argv[1:5])
FILES = [("Travel", "data/qa/travel_Posts.csv.gz", .44, .66), ("chat", "data/chat/result.json.xz", .43, .68)]
# The start is asked for more on Travel only.
UNTRAINED = {"Travel": (.41, .61)}


def output(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def row(name, figures):
    print(f"{name:22}{figures['mrr']:8.4f}{figures['recall_at_10']:12.4f}{figures.get('recall_at_5', float('nan')):11.4f}"
          f"{figures['p_at_1']:9.4f}{figures['largest_share']:15.4f}")


def plot(name, curve):
    """Recall against the largest share of asks, as text: each cap is a row, each column two hundredths of recall."""
    print(f"\n{name}: recall@5 (o), recall@10 (x) against the largest share of all asks that one person gets")
    for point in curve:
        figures = point["figures"]
        line = [" "] * 41
        line[round(figures["recall_at_5"] * 50)] = "o"
        line[round(figures["recall_at_10"] * 50)] = "x"
        print(f"{figures['largest_share']:7.3f} |{''.join(line)}| mrr {figures['mrr']:.3f}, recall@5 {figures['recall_at_5']:.3f}")
    print("        0        .2        .4        .6        .8")


for name, file, mrr, recall in FILES:
    path, rankings = os.path.join(SHARED, file), os.path.join(FOLDER, f"routing-{name}.jsonl")
    told = json.loads(output(ARTEL, "bench", "routing", path, "--json", "--rankings", rankings))
    judged = json.loads(output(sys.executable, os.path.join(SHARED, "tools/routing_eval.py"), "score", path, rankings))
    same = all(abs(judged[key] - told["trained"][key]) < 2e-4 for key in ("mrr", "recall_at_10", "p_at_1", "largest_share"))
    print(f"\n{name:22}     mrr   recall@10   recall@5   p@1 (of 1)  largest share")
    row("trained", told["trained"])
    print(f"  the judge sees the same: {'yes' if same else 'NO'}; missing {judged['missing']} of {judged['cases']}; "
          f"goal {mrr} / {recall}: {'met' if judged['mrr'] >= mrr and judged['recall_at_10'] >= recall else 'MISSED'}")
    row("untrained", told["untrained"])
    if name in UNTRAINED:
        met = told["untrained"]["mrr"] >= UNTRAINED[name][0] and told["untrained"]["recall_at_10"] >= UNTRAINED[name][1]
        print(f"  goal {UNTRAINED[name][0]} / {UNTRAINED[name][1]}: {'met' if met else 'MISSED'}")
    row("capped at a tenth", told["capped"])
    for baseline, figures in told["baselines"].items():
        row(f"{baseline} ({told['baselines_chosen'][baseline]:g})", figures)
    for way in ("trained", "untrained"):
        print(f"{way} less", "; ".join(
            f"{baseline}: {figures['mrr']['mean']:+.3f} ± {figures['mrr']['half']:.3f}, {figures['recall_at_10']['mean']:+.3f} ± {figures['recall_at_10']['half']:.3f}"
            for baseline, figures in told["against_baselines"][way].items()))
    plot(name, told["curve"])
print()
print(output(EXAMPLE, "500000", "5000", "500"), end="")
