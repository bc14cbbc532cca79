"""Speed of importing a chat history, beside an anchor in the same run.

The anchor is Python's json and sqlite3: the same file, one row a message with three indexes, WAL and durable commits
of 2,000 rows. Artel does all it does in daily life: the whole check first, persons, threads, months, deeds, findings.
Meanwhile somebody else writes in another community of the same database, by the front door of a serving Artel.

    python3 bench/import.py ARTEL FOLDER     FOLDER holds result.json and html/
"""
import http.cookiejar, json, os, re, resource, sqlite3, statistics, subprocess, sys, tempfile, threading, time, urllib.error, urllib.parse, urllib.request

ARTEL, FOLDER = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
PASSWORD = "four-words-for-a-bench"


def anchor(path, folder):
    """Messages a second of a plain Python script."""
    began = time.perf_counter()
    database = sqlite3.connect(os.path.join(folder, "anchor.db"))
    database.executescript("pragma journal_mode = wal; pragma synchronous = full;"
        "create table messages (id integer primary key, at integer, author text, reply integer, text text);"
        "create index by_author on messages (author, at); create index by_time on messages (at); create index by_reply on messages (reply);")
    with open(path, encoding="utf-8") as file:
        messages = [entry for entry in json.load(file)["messages"] if entry["type"] == "message"]
    for start in range(0, len(messages), 2000):
        rows = [(entry["id"], int(entry["date_unixtime"]), entry.get("from_id"), entry.get("reply_to_message_id"),
                 entry["text"] if isinstance(entry["text"], str) else "".join(part if isinstance(part, str) else part["text"] for part in entry["text"]))
                for entry in messages[start:start + 2000]]
        with database:
            database.executemany("insert into messages values (?, ?, ?, ?, ?)", rows)
    database.close()
    return len(messages) / (time.perf_counter() - began)


def artel(data, *args, **more):
    return subprocess.run([ARTEL, *args, "--data", data], check=True, capture_output=True, text=True, **more)


def found(data, slug):
    artel(data, "community", "create", "--slug", slug, "--name", slug, "--owner", f"{slug}@example.org", "--password-stdin", input=PASSWORD + "\n")


def bring(data, path):
    """One import by the command line: its last line, and the peak memory of the process in MB."""
    process = subprocess.Popen([ARTEL, "import", "telegram", path, "--community", "first", "--json", "--data", data], stdout=subprocess.PIPE, text=True)
    out = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, out
    return json.loads(out.strip().splitlines()[-1]), usage.ru_maxrss / 1024


class Neighbour(threading.Thread):
    """Writes in another community while the import runs, by the front door, and keeps how long each write took."""

    def __init__(self, data):
        super().__init__(daemon=True)
        self.took, self.going = [], True
        self.server = subprocess.Popen([ARTEL, "serve", "--data", data, "--listen", "127.0.0.1:18099"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        self.base = "http://second.localhost:18099"
        for _ in range(100):
            try:
                urllib.request.urlopen("http://127.0.0.1:18099/healthz", timeout=1)
                break
            except OSError:
                time.sleep(0.05)
        self.post("/sign-in/password", {"email": "second@example.org", "password": PASSWORD})

    def post(self, path, fields):
        request = urllib.request.Request("http://127.0.0.1:18099" + path, urllib.parse.urlencode(fields).encode())
        request.add_header("Host", "second.localhost:18099")
        request.add_header("Origin", self.base)
        request.add_header("Sec-Fetch-Site", "same-origin")
        return self.browser.open(request, timeout=30)

    def run(self):
        number = 0
        while self.going:
            number += 1
            began = time.perf_counter()
            try:
                self.post("/account/name", {"name": f"Second {number}"})
                self.took.append(time.perf_counter() - began)
            except urllib.error.HTTPError as refusal:
                # The house limits how often one person may write; that is not what is measured.
                if refusal.code != 429:
                    raise
                time.sleep(0.5)
            time.sleep(0.03)

    def end(self):
        self.going = False
        self.join()
        self.server.terminate()
        self.server.wait(15)
        ranked = sorted(self.took)
        return len(ranked), ranked[int(len(ranked) * 0.99) - 1] * 1000, ranked[-1] * 1000


def main():
    with tempfile.TemporaryDirectory() as folder:
        json_path, html_path = os.path.join(FOLDER, "result.json"), os.path.join(FOLDER, "html")
        # In a process of its own: a child's peak memory counts what its parent held when it was born.
        base = float(subprocess.run([sys.executable, __file__, "--anchor", json_path, folder], check=True, capture_output=True, text=True).stdout)
        print(f"anchor   Python json + sqlite3               {base:9,.0f} messages/s   1.00")
        for name, path, target in [("json", json_path, 25_000), ("html", html_path, 15_000)]:
            rates, memory = [], 0
            for turn in range(3):
                data = os.path.join(folder, f"{name}-{turn}")
                found(data, "first")
                began = time.perf_counter()
                counts, peak = bring(data, path)
                rates.append(counts["messages"] / (time.perf_counter() - began))
                memory = max(memory, peak)
            rate = statistics.median(rates)
            print(f"artel    {name}: {counts['messages']:,} messages           {rate:9,.0f} messages/s   {rate / base:.2f}   "
                  f"target {target:,}   peak {memory:.0f} MB (under 300)")
        data = os.path.join(folder, "shared")
        found(data, "first")
        found(data, "second")
        neighbour = Neighbour(data)
        neighbour.start()
        counts, _ = bring(data, json_path)
        writes, p99, worst = neighbour.end()
        print(f"neighbour: {writes} writes in another community meanwhile, p99 {p99:.0f} ms (under 200), longest {worst:.0f} ms; "
              f"the import took {counts['seconds']} s")


if sys.argv[1] == "--anchor":
    print(anchor(sys.argv[2], sys.argv[3]))
else:
    main()
