"""What requests cost in a large community: 100,000 members, 1,000,000 answers, SQLite.

A simulated month of 1,000 members (`artel simulate`) is laid down 113 times side by side: the members, requests, invitations,
answers, closures, thanks and deeds of each copy are its own, and the community has asked 15,000 times a day. Steps of requests that
the copies would owe are not laid down. Then, in one run:

- Today, the lists, a request and the Desk: processor time of the server for a request, SQLite included, beside a stylesheet of the
  same server, which is the floor of any answer;
- asking: a member fills the form and sends it, routing and notices are queued; and what comes after in a job that nobody waits
  for: everybody is ranked, the first are invited, their letters written.

    python3 bench/requests.py ARTEL FOLDER [COPIES]     the community is kept in FOLDER/requests-COPIES and used again on another day
"""
import http.client, itertools, json, os, re, signal, sqlite3, subprocess, sys, threading, time, urllib.parse

ARTEL, FOLDER = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
COPIES = int(sys.argv[3]) if len(sys.argv) > 3 else 113
PORT = 18096
TICK = os.sysconf("SC_CLK_TCK")
ASKED, ASKERS = 300, 100
MEMBER, OWNER, PASSWORD = "ekaterina.solovyova@example.org", "anna.vershinina@example.org", "opora-keystone"
# Milliseconds: of processor time for a page, of asking at the 95th percentile.
GOAL, ASKING_GOAL = 2.0, 10.0

# Columns that name rows of the copied tables, by table.
COPIED = {
    "identity_members": "id identity_id",
    "identity_identities": "id member_id",
    "people_points": "member_id",
    "people_traits": "member_id",
    "identity_audiences": "id",
    "identity_audience_members": "audience_id member_id",
    "requests_requests": "id audience_id asker_id",
    "requests_tags": "request_id",
    "requests_words": "request_id audience_id",
    "requests_invitations": "id request_id member_id passed_by",
    "requests_answers": "id request_id author_id person_id folded_by deleted_by",
    "requests_introductions": "id request_id answer_id asker_id person_id by_id declined_by",
    "requests_closures": "id request_id by_id undone_by",
    "requests_helps": "id request_id closure_id helper_id asker_id",
    "requests_deals": "id request_id help_id asker_id helper_id stated_by",
    "requests_pledges": "member_id",
    "requests_reminders": "request_id member_id",
    "requests_limits": "member_id",
    "requests_mutes": "member_id",
    "deeds": "actor_id object_id",
    "deed_parties": "identity_id",
}


def artel(data, *args):
    return subprocess.run([ARTEL, *args, "--data", data], check=True, capture_output=True, text=True).stdout


def columns(database, table):
    return [row[1] for row in database.execute(f"pragma table_info({table})")]


def copied(database, table, ids):
    """The statement that lays down one copy; :ids and :seqs say how far it lies from the first."""
    chosen = []
    for column in columns(database, table):
        if column == "audience_id":
            # 0 is everyone, and has no row.
            chosen.append("case when audience_id = 0 then 0 else audience_id + :ids end")
        elif column in ids:
            chosen.append(f"{column} + :ids")
        elif column == "seq":
            chosen.append("seq + :seqs")
        elif column == "account_id":
            chosen.append("null")
        elif column == "outside_id":
            chosen.append("outside_id || ' ' || :ids")
        else:
            chosen.append(column)
    within = {"deed_parties": "seq <= :first", "deeds": "seq <= :first"}.get(table)
    if not within:
        key = next(name for name in ("id", "member_id", "request_id", "audience_id") if name in columns(database, table))
        within = f"{key} < :next"
    return f"insert or ignore into {table} select {', '.join(chosen)} from {table} where {within}"


def multiply(data):
    database = sqlite3.connect(os.path.join(data, "artel.db"), isolation_level=None)
    database.execute("pragma synchronous = off")
    community, first, following = database.execute("select community_id, seq, next_id from deed_heads").fetchone()
    statements = [copied(database, table, ids.split()) for table, ids in COPIED.items()]
    for copy in range(1, COPIES):
        database.execute("begin")
        for statement in statements:
            database.execute(statement, {"ids": copy * following, "seqs": copy * first, "first": first, "next": following})
        database.execute("update deed_heads set seq = ?, next_id = ? where community_id = ?", ((copy + 1) * first, (copy + 1) * following, community))
        database.execute("commit")
    # The nightly search for requests without a next step would give one to each copy, all due at once.
    database.execute("update job_schedules set next_at = next_at + 30 * 86400000000 where name = 'requests.follow'")
    database.execute("analyze")
    database.close()


def community(data):
    """Makes the community, or uses the one that is there."""
    if not os.path.exists(os.path.join(data, "made")):
        subprocess.run(["rm", "-rf", data], check=True)
        began = time.perf_counter()
        artel(data, "simulate", "--members", "1000", "--days", "30", "--seed", "1", "--locale", "ru")
        lived = time.perf_counter()
        multiply(data)
        print(f"a month lived in {lived - began:.0f} s, laid down {COPIES} times in {time.perf_counter() - lived:.0f} s", flush=True)
        open(os.path.join(data, "made"), "w").close()
    database = reading(data)
    count = lambda what: database.execute(f"select count(*) from {what}").fetchone()[0]
    members, answers = count("identity_members where state = 'active'"), count("requests_answers")
    print(f"{members:,} members, {count('requests_requests'):,} requests ({count('requests_requests where state = ' + repr('open')):,} open), "
          f"{answers:,} answers, {count('requests_invitations'):,} invitations, {count('deeds'):,} deeds", flush=True)
    return database


def reading(data):
    return sqlite3.connect(f"file:{os.path.join(data, 'artel.db')}?mode=ro", uri=True, timeout=60)


class Server:
    def __init__(self, data, slug):
        self.host = f"{slug}.localhost:{PORT}"
        self.process = subprocess.Popen([ARTEL, "serve", "--data", data, "--listen", f"127.0.0.1:{PORT}"],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(1200):
            try:
                if Browser(self.host).ask("GET", "/healthz")[0] == 200:
                    return
            except OSError:
                time.sleep(0.1)
        raise SystemExit(f"the server does not answer; if {data} was made by an older program, remove it")

    def cpu(self):
        """Seconds of processor time that the process has used."""
        fields = open(f"/proc/{self.process.pid}/stat").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def peak(self):
        return next(int(line.split()[1]) // 1024 for line in open(f"/proc/{self.process.pid}/status") if line.startswith("VmHWM"))

    def rest(self, jobs):
        """Waits until followers and jobs have come to rest."""
        began, quiet = time.perf_counter(), 0
        while quiet < 3:
            before = self.cpu()
            time.sleep(1)
            quiet = quiet + 1 if self.cpu() - before < 0.03 and not jobs() else 0
        return time.perf_counter() - began - 3

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)


class Browser:
    def __init__(self, host, cookie=None):
        self.host, self.cookie = host, cookie
        self.line = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120)

    def ask(self, method, path, body=None, headers=()):
        headers = {"Host": self.host, **({"Cookie": self.cookie} if self.cookie else {}), **dict(headers)}
        self.line.request(method, path, body, headers)
        answer = self.line.getresponse()
        return answer.status, answer.read(), answer

    def page(self, path):
        status, body, _ = self.ask("GET", path)
        assert status == 200, f"{path}: {status}"
        return body.decode()

    def post(self, path, fields):
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://{self.host}", "Sec-Fetch-Site": "same-origin"}
        return self.ask("POST", path, urllib.parse.urlencode(fields), headers)

    def sign_in(self, email, password):
        status, _, answer = self.post("/sign-in/password", {"email": email, "password": password})
        assert status == 303, status
        self.cookie = "; ".join(cookie.split(";")[0] for cookie in answer.headers.get_all("set-cookie"))
        return self


def measure(server, cookie, paths, concurrency, seconds=1.5):
    """Processor milliseconds for each request."""
    turn, done, until = itertools.cycle(paths), [], [0.0]

    def visit():
        browser, asked = Browser(server.host, cookie), 0
        while time.perf_counter() < until[0] or asked == 0:
            browser.page(next(turn))
            asked += 1
        done.append(asked)

    for path in paths[:8]:
        Browser(server.host, cookie).page(path)
    before, until[0] = server.cpu(), time.perf_counter() + seconds
    visitors = [threading.Thread(target=visit) for _ in range(concurrency)]
    [visitor.start() for visitor in visitors]
    [visitor.join() for visitor in visitors]
    assert len(done) == concurrency, "a visitor was refused"
    return (server.cpu() - before) * 1000 / sum(done)


def links(page, pattern, most):
    return list(dict.fromkeys(re.findall(pattern, page)))[:most]


def pages(member, owner):
    """Who looks at what: several addresses of a kind, so that no one row is always warm."""
    yield "today, member", member, ["/today"]
    yield "today, owner", owner, ["/today"]
    for name, path in {"open": "/requests", "invited": "/requests?list=invited", "mine": "/requests?list=mine", "closed": "/requests?list=closed"}.items():
        further, requests, at = [], [], path
        for _ in range(6):
            page = member.page(at)
            requests += links(page, r'href="(/requests/\d+)"', 30)
            following = links(page, r'href="(/requests\?[^"]*before=[^"]+)"', 1)
            if not following:
                break
            at = following[0].replace("&amp;", "&")
            further.append(at)
        yield f"requests, {name}", member, [path]
        if further:
            yield f"requests, {name}, further pages", member, further
        if requests:
            yield f"a request of those {name}", member, requests
    yield "requests, closed, of a tag that nobody uses", member, ["/requests?list=closed&tag=" + urllib.parse.quote("нигде")]
    yield "requests, closed, of a large city", member, ["/requests?list=closed&city=" + urllib.parse.quote("Екатеринбург")]
    yield "requests, found by words", member, ["/requests?q=" + urllib.parse.quote(words) for words in ("супервизия", "пара после развода", "договор аренды")]
    person = links(member.page("/today"), r'href="(/people/\d+)"', 1)
    yield "the profile of a helper", member, person
    yield "desk", owner, ["/desk"]


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def asking(server, members, database, titles):
    """Milliseconds of each act of asking, and until the first were invited or nobody was found; processor milliseconds of both together; for how many somebody was found."""
    acts, rounds, found = [], [], 0
    before = server.cpu()
    for number, title in enumerate(titles):
        began = time.perf_counter()
        fields = {"title": f"{title} {number}", "details": "", "kind": "solution", "sight": "community", "topic": "", "city": "", "deadline": "", "act": "ask"}
        status, body, answer = members[number % len(members)].post("/requests/new", fields)
        acts.append((time.perf_counter() - began) * 1000)
        assert status == 303, (status, body.decode()[-3000:])
        request, row, until = answer.headers["location"].rsplit("/", 1)[1], None, time.time() + 60
        while not row or row[1] is None:
            # Where nothing speaks for anybody, its leader or the Desk gets it.
            row = database.execute("select r.asked_at, coalesce((select min(i.invited_at) from requests_invitations i where i.community_id = r.community_id "
                "and i.request_id = r.id), r.escalated_at) from requests_requests r where r.id = ?", (int(request),)).fetchone()
            assert time.time() < until, f"nothing came of {request}"
            time.sleep(0.002)
        rounds.append((time.perf_counter() - began) * 1000)
        found += database.execute("select count(*) > 0 from requests_invitations where request_id = ?", (int(request),)).fetchone()[0]
    return acts, rounds, (server.cpu() - before) * 1000 / len(titles), found


def told(name, values):
    print(f"{name:44} median {percentile(values, .5):7.2f} ms   p95 {percentile(values, .95):7.2f} ms   longest {max(values):7.2f} ms", flush=True)


def main():
    data = os.path.join(FOLDER, f"requests-{COPIES}")
    database = community(data)
    slug = database.execute("select slug from identity_communities").fetchone()[0]
    titles = [row[0] for row in database.execute("select distinct title from requests_requests where state = 'closed' order by id limit 3000")]
    server = Server(data, slug)
    try:
        waiting = lambda: database.execute("select count(*) from jobs where state in ('waiting', 'running') and due_at <= ?", (time.time_ns() // 1000,)).fetchone()[0]
        print(f"at rest {server.rest(waiting):.0f} s after the start; peak {server.peak()} MB", flush=True)
        member, owner = (Browser(server.host).sign_in(email, PASSWORD) for email in (MEMBER, OWNER))
        style = re.search(r'href="([^"]+\.css[^"]*)"', member.page("/today")).group(1)
        # The first request after a start waits until routing has learnt the history.
        began = time.perf_counter()
        asking(server, [member], database, titles[:1])
        print(f"the history is learnt in {time.perf_counter() - began:.1f} s, peak {server.peak()} MB", flush=True)
        server.rest(waiting)
        floor, slow = {}, []
        print(f"{'CPU ms a request, ratio to the anchor':44}{'one at a time':>22}{'16 at once':>22}")
        for name, who, paths in itertools.chain([("a stylesheet (anchor)", member, [style])], pages(member, owner)):
            row = []
            for concurrency in (1, 16):
                cost = measure(server, who.cookie, paths, concurrency)
                floor.setdefault(concurrency, cost)
                row.append(f"{cost:12.3f} {cost / floor[concurrency]:8.1f}")
                if cost > GOAL:
                    slow.append(f"{name} at {concurrency}")
            print(f"{name:44}" + " ".join(row), flush=True)
        print(f"over {GOAL} ms: " + (", ".join(slow) or "none"))
        # Several ask in turn: one alone would soon be told to wait.
        emails = [row[0] for row in database.execute("select email from identity_accounts order by id limit ?", (ASKERS,))]
        askers = [Browser(server.host).sign_in(email, PASSWORD) for email in emails]
        step = max(len(titles) // ASKED, 1)
        acts, rounds, cost, found = asking(server, askers, database, titles[1::step][:ASKED])
        told("asking: the form is answered", acts)
        told("until the first are invited, or nobody was found", rounds)
        print(f"somebody was found for {found} of {len(rounds)}")
        met = "met" if percentile(acts, 0.95) < ASKING_GOAL else "not met"
        print(f"goal of asking {ASKING_GOAL:.0f} ms at p95: {met}; processor time of it, the ranking and the letters {cost:.0f} ms a request")
    finally:
        server.end()


main()
