"""The figures of Pulse once more, by other hands: networkx and igraph on the table of ties alone, and plain Python on
the exported chat alone. Nothing of Artel is used but what it printed.

    pulse_oracle.py RESULT_JSON DATABASE FOLDER    FOLDER holds NAME.json, NAME.csv and NAME.founders for each case
"""
import collections, csv, datetime, json, os, random, sqlite3, statistics, sys, zoneinfo

import igraph
import networkx

ZONE = zoneinfo.ZoneInfo("Europe/Moscow")
FIRST = datetime.date(1970, 1, 1)
NEW, ACTIVE, PASSIVE, RETURNING, GONE = range(5)
checks = 0


def same(name, found, expected):
    global checks
    checks += 1
    exact = found == expected
    if not exact and isinstance(found, (int, float)) and isinstance(expected, (int, float)):
        exact = abs(found - expected) <= 1e-9 * max(1.0, abs(expected))
    assert exact, f"{name}: Artel says {found}, here it is {expected}"


def share(part, whole):
    return part / whole if whole else None


class Table:
    """The table of ties of a day: pairs, and the graph of those who answered each other."""

    def __init__(self, path, at):
        self.pairs, self.team, self.between, self.depths = [], set(), 0, []
        self.order = {}
        self.graph = networkx.Graph()
        for row in csv.DictReader(open(path, encoding="utf-8")):
            a, b, ab, ba = (int(row[key]) for key in ("member_a", "member_b", "a_to_b", "b_to_a"))
            self.pairs.append((a, b, ab + ba))
            self.order.update({a: int(row["order_a"]), b: int(row["order_b"])})
            self.team.update(member for member, flag in ((a, row["team_a"]), (b, row["team_b"])) if flag == "1")
            self.between += int(row["between_members"])
            days = [(datetime.date.fromisoformat(day), int(there), int(back)) for day, there, back in (one.split() for one in row["days"].split(";"))]
            recent = [one for one in days if (at - one[0]).days < 90]
            same(f"{at} {a} {b} answers", [ab, ba], [sum(one[1] for one in recent), sum(one[2] for one in recent)])
            same(f"{at} {a} {b} last", row["last"], str(days[-1][0]))
            depth = sum((there + back) * 2 ** (-(at - day).days / 45) for day, there, back in days)
            same(f"{at} {a} {b} depth", float(row["depth"]), depth)
            if ab and ba:
                self.graph.add_edge(a, b, weight=ab + ba)
                self.depths.append(depth)

    def by_degree(self):
        strength = dict(self.graph.degree(weight="weight"))
        return sorted(self.graph, key=lambda node: (-self.graph.degree(node), -strength[node], self.order[node]))

    def without(self, removed):
        """Shares that stay: of the largest part, of answers, of the 2-core."""
        removed = set(removed)
        rest = self.graph.subgraph(node for node in self.graph if node not in removed)
        cores = networkx.core_number(rest)
        kept = sum(count for a, b, count in self.pairs if a not in removed and b not in removed)
        return (share(max(map(len, networkx.connected_components(rest)), default=0), len(rest)),
                share(kept, sum(count for *_, count in self.pairs)),
                share(sum(core >= 2 for core in cores.values()), len(rest)))

    def curve_area(self):
        """By taking away one after another and looking each time: slow, and the definition."""
        order, sizes = self.by_degree(), []
        rest = self.graph.copy()
        for node in [None, *order]:
            if node is not None:
                rest.remove_node(node)
            sizes.append(max(map(len, networkx.connected_components(rest)), default=0))
        return sum((one + other) / 2 for one, other in zip(sizes, sizes[1:])) / len(order) ** 2


def same_shares(name, said, expected):
    for key, value in zip(("giant_share", "interactions_share", "core_share"), expected):
        same(f"{name}.{key}", said[key], value)


def ties(name, said, table, founders):
    graph, cores = table.graph, networkx.core_number(table.graph)
    parts = sorted(map(len, networkx.connected_components(graph)), reverse=True)
    same(f"{name} components", said["components"]["count"], len(parts))
    same(f"{name} largest share", said["components"]["largest_share"], parts[0] / len(graph))
    same(f"{name} core max", said["core"]["max"], max(cores.values()))
    same(f"{name} 2-core", said["core"]["members_in_2core"], sum(core >= 2 for core in cores.values()))
    horizontal = sum(a not in table.team and b not in table.team for a, b in graph.edges)
    same(f"{name} horizontal", said["ties"]["horizontal"], horizontal)
    same(f"{name} per active", said["ties"]["per_active"], horizontal / said["active_28d"])
    same(f"{name} reciprocity", said["ties"]["reciprocity"], graph.number_of_edges() / len(table.pairs))
    answers = sum(count for *_, count in table.pairs)
    same(f"{name} interactions", said["ties"]["interactions"], answers)
    same(f"{name} members' share", said["ties"]["members_share"], table.between / answers if table.team else None)
    # Here the team is one and the same from the first day on.
    between = sum(count for a, b, count in table.pairs if a not in table.team and b not in table.team)
    same(f"{name} between members", table.between, between)
    same(f"{name} median depth", said["ties"]["median_depth"], statistics.median(table.depths))
    order, resilience = table.by_degree(), said["resilience"]
    for percent in (1, 5, 10):
        top = order[:-(-len(order) * percent // 100)]
        same(f"{name} top {percent} %", resilience[f"top_{percent}pct"]["removed"], len(top))
        same_shares(f"{name} top {percent} %", resilience[f"top_{percent}pct"], table.without(top))
    same_shares(f"{name} whole", resilience["whole"], table.without([]))
    same_shares(f"{name} founders", resilience["founders"], table.without(founders) if founders else (None, None, None))
    if table.team:
        same_shares(f"{name} staff", resilience["staff"], table.without(table.team))
    same(f"{name} curve area", resilience["curve_area"], table.curve_area())


def clusters(name, said, table, of):
    """The division that was kept is as good as its number says, and as good as what igraph finds."""
    nodes = sorted(table.graph)
    place = {node: number for number, node in enumerate(nodes)}
    edges = [(place[a], place[b]) for a, b in table.graph.edges]
    graph = igraph.Graph(len(nodes), edges)
    weights = [data["weight"] for *_, data in table.graph.edges(data=True)]
    labels = {label: number for number, label in enumerate(sorted({of[node] for node in nodes}))}
    ours = graph.modularity([labels[of[node]] for node in nodes], weights=weights)
    same(f"{name} modularity", said["clusters"]["modularity"], ours)
    same(f"{name} clusters", said["clusters"]["count"], len(labels))
    runs = []
    for seed in range(10):
        random.seed(seed)
        runs.append(graph.community_leiden(objective_function="modularity", weights=weights, n_iterations=-1))
    best = max(run.modularity for run in runs)
    assert ours >= best - 0.006, f"{name}: modularity {ours}, igraph finds {best}"
    counts = sorted(len(run) for run in runs)
    assert counts[0] / 2 <= len(labels) <= counts[-1] * 2, f"{name}: {len(labels)} clusters, igraph finds {counts}"
    print(f"{name}: {len(nodes)} members, {len(edges)} ties, modularity {ours:.4f} beside igraph's {best:.4f}, {len(labels)} clusters beside {counts[0]}-{counts[-1]}")


class Chat:
    """Who did what on which day, by the rules of docs/pulse.md, from the exported chat."""

    PLACEHOLDERS = {"Deleted Account", "Удалённый аккаунт", "Удаленный аккаунт"}

    def __init__(self, path):
        self.entries = json.load(open(path, encoding="utf-8"))["messages"]
        self.bearers = collections.defaultdict(set)
        for entry in self.entries:
            for name, key in (("from", "from_id"), ("actor", "actor_id")):
                if entry.get(name) and entry.get(key):
                    self.bearers[entry[name].strip()].add(entry[key])
        self.wrote, self.moves = collections.defaultdict(list), collections.defaultdict(list)
        self.answers, self.hours, authors = [], collections.Counter(), {}
        for entry in self.entries:
            moment = datetime.datetime.fromtimestamp(int(entry["date_unixtime"]), ZONE)
            day = (moment.date() - FIRST).days
            if entry["type"] == "message":
                self.message(entry, day, moment.hour, authors)
            else:
                self.service(entry, day)

    def author(self, entry, name, key):
        return None if not entry.get(name) or entry[name].strip() in self.PLACEHOLDERS else entry[key]

    def message(self, entry, day, hour, authors):
        author = self.author(entry, "from", "from_id")
        answered = authors.get(entry.get("reply_to_message_id"))
        authors[entry["id"]] = author
        if author is None:
            return
        self.wrote[author].append(day)
        self.hours[day, hour] += 1
        if answered is not None and answered != author:
            self.answers.append((author, answered, day))

    def named(self, name, entry, actor):
        if not name or name in self.PLACEHOLDERS:
            return None
        if entry.get("actor") == name:
            return actor
        ids = self.bearers.get(name.strip(), ())
        return next(iter(ids)) if len(ids) == 1 else f"name {name.strip()}"

    def service(self, entry, day):
        actor = self.author(entry, "actor", "actor_id")
        concerned = [self.named(name, entry, actor) for name in entry.get("members", ())]
        action = entry["action"]
        if action.startswith("join_group_by"):
            concerned, arrived = [actor], True
        elif action in ("invite_members", "remove_members"):
            arrived = action == "invite_members"
        else:
            return
        for person in filter(None, concerned):
            self.moves[person].append((day, arrived))


class Day:
    """The states of everybody on a day."""

    def __init__(self, chat, day):
        self.chat, self.day = chat, day

    def joined(self, person):
        return min([*self.chat.wrote.get(person, ()), *(day for day, arrived in self.chat.moves.get(person, ()) if arrived)], default=10**9)

    def state(self, person, day):
        joined = self.joined(person)
        if joined > day:
            return None
        wrote = sorted(written for written in self.chat.wrote.get(person, ()) if written <= day)
        moves = sorted((move for move in self.chat.moves.get(person, ()) if move[0] <= day), key=lambda move: move[0])
        left = moves and not moves[-1][1] and not any(written > moves[-1][0] for written in wrote)
        if left or day - max([joined, *wrote]) >= 180:
            return GONE
        if joined > day - 28:
            return NEW
        recent = [written for written in wrote if written > day - 28]
        if not recent:
            return PASSIVE
        before = max([joined, *(written for written in wrote if written <= day - 28)])
        return RETURNING if recent[0] - before > 28 else ACTIVE

    def check(self, name, said):
        chat, day = self.chat, self.day
        people = [person for person in set(chat.wrote) | set(chat.moves) if self.joined(person) <= day]
        now = {person: self.state(person, day) for person in people}
        then = {person: self.state(person, day - 28) for person in people}
        members = {person for person in people if now[person] != GONE}
        same(f"{name} members", said["members"], len(members))
        recent = {person for person in people if any(day - 28 < written <= day for written in chat.wrote.get(person, ()))}
        same(f"{name} active", said["active_28d"], len(recent & members))
        same(f"{name} new", said["new_28d"], sum(self.joined(person) > day - 28 for person in people))
        same(f"{name} gone", said["gone_28d"], sum((then[person] not in (None, GONE) or self.joined(person) > day - 28) and now[person] == GONE for person in people))
        counts = collections.Counter((then[person], now[person]) for person in people)
        same(f"{name} transitions", said["transitions"], [[counts[before, after] for after in range(5)] for before in range(5)])
        weeks = [[sum(count for (on, at), count in chat.hours.items() if day - 28 < on <= day and at == hour and (on + 3) % 7 == weekday)
                  for hour in range(24)] for weekday in range(7)]
        same(f"{name} hours", said["hours"], weeks)
        self.ties(name, said, members)

    def ties(self, name, said, members):
        pairs = collections.defaultdict(lambda: [0, 0])
        for author, other, on in self.chat.answers:
            if self.day - 90 < on <= self.day and author in members and other in members:
                pairs[min(author, other), max(author, other)][author > other] += 1
        both = sum(one > 0 and other > 0 for one, other in pairs.values())
        same(f"{name} pairs", said["ties"]["pairs"], len(pairs))
        same(f"{name} ties", said["ties"]["all"], both)
        same(f"{name} answers", said["ties"]["interactions"], sum(map(sum, pairs.values())))


def main():
    result, database, folder = sys.argv[1:]
    names = sorted(name.removesuffix(".json") for name in os.listdir(folder) if name.endswith(".json"))
    kept, chat = sqlite3.connect(f"file:{database}?mode=ro", uri=True), Chat(result)
    for name in names:
        said = json.load(open(os.path.join(folder, f"{name}.json"), encoding="utf-8"))
        founders = [int(line) for line in open(os.path.join(folder, f"{name}.founders"))]
        at = datetime.date.fromisoformat(said["at"])
        table, day = Table(os.path.join(folder, f"{name}.csv"), at), (at - FIRST).days
        ties(name, said, table, founders)
        if not founders:
            Day(chat, day).check(name, said)
        of = dict(kept.execute("select person_id, cluster from pulse_standings where day = ? and cluster is not null", (day,)))
        if set(of) == set(table.graph):
            clusters(name, said, table, of)
        else:
            assert not of, f"{name}: clusters and ties speak of different people"
    assert names
    print(f"{checks} figures of {len(names)} days agree")


main()
