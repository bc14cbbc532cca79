"""Speed of the algorithms on ties, beside igraph and networkit in the same run, on the same invented graph.

The graph has 50,000 people and 400,000 ties in communities of skewed size and liveliness; a tenth of it shows how each
figure grows. Processor time of one thread, medians; clusters by ten seeds, with the median of their modularity.
Nothing here reads a person's data.

    python3 bench/ties.py BENCH FOLDER     BENCH is the example `bench` of the crate ties; FOLDER keeps graphs and anchors
"""
import os, random, statistics, subprocess, sys, time, venv

SIZES = [(5_000, 40_000), (50_000, 400_000)]
REPEATS, SEEDS, PIVOTS, POINTS = 7, 10, 64, 20
REQUIREMENTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "ties-requirements.txt")
# Each row of the table: its name, what ties and the anchors call it.
ROWS = [("graph from a list", "graph"), ("components", "components"), ("cores", "cores"), ("order by degree", "order by degree"),
        ("removal, 1,000 points", "removal points"), ("20 random orders", "random orders"), ("without a tenth", "without"),
        ("clusters (Leiden)", "clusters"), ("clusters, warm start", "clusters again"), ("modularity", "modularity"), ("layout", "layout"),
        (f"betweenness, {PIVOTS} pivots", "betweenness")]
APART = {"betweenness", "clusters again"}


class Figures(dict):
    """Runs by name: seconds and a figure of the result each."""

    def take(self, lines):
        for line in lines:
            name, seconds, figure = line.split("\t")
            self.setdefault(name, []).append((float(seconds), float(figure)))
        return self

    def seconds(self, name):
        return statistics.median(run[0] for run in self[name]) if name in self else None

    def figure(self, name):
        return statistics.median(run[1] for run in self[name])


def anchors(path, nodes):
    """What igraph and networkit take, one line a run as the crate prints them."""
    import igraph, networkit, numpy
    networkit.setNumberOfThreads(1)
    ties = numpy.loadtxt(path, dtype=numpy.int64)

    def timed(name, work, figure=lambda result: 0.0, repeats=REPEATS):
        for turn in range(repeats):
            random.seed(turn)
            networkit.setSeed(turn, False)
            began = time.process_time()
            result = work()
            print(f"{name}\t{time.process_time() - began:.6f}\t{figure(result):.6f}", flush=True)
        return result

    def build():
        graph = igraph.Graph(n=nodes, edges=ties[:, :2])
        graph.es["weight"] = ties[:, 2].tolist()
        return graph

    graph = timed("igraph graph", build)
    quality = lambda found: graph.modularity(found.membership, weights="weight")
    leiden = lambda iterations: graph.community_leiden(objective_function="modularity", weights="weight", n_iterations=iterations)
    timed("igraph clusters", lambda: leiden(2), quality, SEEDS)
    timed("igraph clusters to the end", lambda: leiden(-1), quality, SEEDS)
    timed("igraph components", graph.connected_components, len)
    timed("igraph cores", graph.coreness, max)
    found = leiden(2)
    timed("igraph modularity", lambda: quality(found))
    timed("igraph betweenness", lambda: graph.betweenness(sources=random.sample(range(nodes), PIVOTS)), max, 3)
    order = sorted(range(nodes), key=graph.degree, reverse=True)
    giant = lambda gone: max(graph.induced_subgraph(order[gone:]).connected_components().sizes())
    timed("igraph points", lambda: [giant(gone) for gone in range(0, nodes, nodes // POINTS)], len, 1)

    weighted = networkit.Graph(nodes, weighted=True)
    for one, other, weight in ties.tolist():
        weighted.addEdge(one, other, weight)
    plain = networkit.graphtools.toUnweighted(weighted)
    run = lambda algorithm: algorithm.run()
    timed("networkit components", lambda: run(networkit.components.ConnectedComponents(plain)), lambda found: found.numberOfComponents())
    timed("networkit cores", lambda: run(networkit.centrality.CoreDecomposition(plain)), lambda found: found.maxCoreNumber())
    timed("networkit clusters", lambda: run(networkit.community.ParallelLeiden(weighted)),
          lambda found: networkit.community.Modularity().getQuality(found.getPartition(), weighted), SEEDS)
    timed("networkit betweenness", lambda: run(networkit.centrality.EstimateBetweenness(plain, PIVOTS)), repeats=3)


def measured(bench, folder, nodes, edges):
    path = os.path.join(folder, f"ties-{nodes}.txt")
    run = lambda *command: subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    figures = Figures().take(run(bench, path, str(nodes), str(edges), str(REPEATS)))
    return figures.take(run(os.path.join(folder, "ties-venv/bin/python"), os.path.abspath(__file__), "--anchors", path, str(nodes)))


def install(folder):
    """The anchors, pinned, in a place of their own."""
    place = os.path.join(folder, "ties-venv")
    if not os.path.exists(os.path.join(place, "installed")):
        venv.create(place, with_pip=True)
        subprocess.run([os.path.join(place, "bin/pip"), "install", "--quiet", "-r", REQUIREMENTS], check=True)
        open(os.path.join(place, "installed"), "w").close()


def cell(seconds):
    return f"{seconds * 1000:10.1f}" if seconds is not None else f"{'':10}"


def table(small, large):
    print(f"{'milliseconds of processor time':30}{'a tenth':>10}{'whole':>10}{'grows':>7}{'igraph':>10}{'networkit':>10}  quicker than the best of them")
    for title, name in ROWS:
        own, igraph, networkit = large.seconds(name), large.seconds("igraph " + name), large.seconds("networkit " + name)
        known = [seconds for seconds in (igraph, networkit) if seconds is not None]
        ratio = f"{min(known) / own:8.1f}" if known else ""
        print(f"{title:30}{cell(small.seconds(name))}{cell(own)}{own / small.seconds(name):7.1f}{cell(igraph)}{cell(networkit)}{ratio}")
    whole = [sum(figures.seconds(name) for _, name in ROWS if name not in APART) for figures in (small, large)]
    print(f"{'all but ' + ' and '.join(sorted(APART)):41}{whole[0] * 1000:.1f} and {whole[1] * 1000:.1f} (under 500)")
    point = large.seconds("igraph points") / POINTS
    print(f"removal by igraph: {point * 1000:.1f} ms for one point, measured on {POINTS}; a thousand would take {point * 1000:.0f} s")
    end = large.seconds("igraph clusters to the end")
    print(f"igraph's Leiden until nothing changes (n_iterations=-1): {end * 1000:.0f} ms, {end / large.seconds('clusters'):.0f} times as long")


def quality(nodes, figures):
    names = {"ties": "clusters", "igraph, 2 iterations": "igraph clusters", "igraph to the end": "igraph clusters to the end", "networkit": "networkit clusters"}
    print(f"modularity at {nodes:,} people, median of {SEEDS} seeds: " + ", ".join(f"{who} {figures.figure(name):.5f}" for who, name in names.items()))
    least = max(figures.figure(names[who]) for who in names if who.startswith("igraph")) - 0.001
    print(f"    at least {least:.5f} is wanted: {'yes' if figures.figure('clusters') >= least else 'NO'}")


def main():
    bench, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    install(folder)
    found = [measured(bench, folder, nodes, edges) for nodes, edges in SIZES]
    table(*found)
    for (nodes, _), figures in zip(SIZES, found):
        quality(nodes, figures)


if sys.argv[1] == "--anchors":
    anchors(sys.argv[2], int(sys.argv[3]))
else:
    main()
