"""What a page costs in a large community: CPU milliseconds of the server, database included, for each request.

The community is the demo's, with a history of 1,000,000 messages made of the demo's own words, opened to members, and
one of 100,000 more that waits hidden. Beside the pages stands an anchor in the same run: a stylesheet of the same
server, which is the floor of any answer. CPU time is the figure that survives a busy machine.

    python3 bench/pages.py ARTEL FOLDER [MESSAGES]     the community is kept in FOLDER/pages-MESSAGES and used again
"""
import http.client, itertools, json, os, random, re, signal, sqlite3, subprocess, sys, threading, time, urllib.parse

ARTEL, FOLDER = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
MESSAGES = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
HIDDEN = MESSAGES // 10
PASSWORD = "opora-keystone"
PORT = 18098
HOST = f"opora.localhost:{PORT}"
TICK = os.sysconf("SC_CLK_TCK")
YEAR = 365 * 86_400
# A page may cost so much at concurrency 16, in milliseconds; the ambition is a fifth of it.
GOAL = 2.0


def artel(data, *args):
    return subprocess.run([ARTEL, *args, "--data", data], check=True, capture_output=True, text=True).stdout


def words_of(data):
    """The demo's messages in their order: time in seconds, outside id, name, text, and the place of what is answered."""
    database = sqlite3.connect(os.path.join(data, "artel.db"))
    rows = database.execute("select m.id, m.at, i.outside_id, i.name, m.text, m.reply_to_id from talk_messages m "
        "join identity_identities i on i.community_id = m.community_id and i.id = m.author_id "
        "where m.kind <> 'service' and m.text <> '' order by m.at, m.id").fetchall()
    database.close()
    places = {row[0]: place for place, row in enumerate(rows)}
    return [(at // 1_000_000, who, name, text, places.get(reply)) for _, at, who, name, text, reply in rows]


def message(said, number, places, shift, turn):
    at, who, name, text, answered = said
    # Every eighth turn the demo's own people speak; in the others people of the same names, about 5,000 in all.
    if turn % 8:
        who, name = f"user77{turn % 37}{who.removeprefix('user')}", f"{name} {turn % 37 + 1}"
    entry = {"id": number, "type": "message", "date": "2020-01-01T00:00:00", "date_unixtime": str(at + shift), "from": name,
             "from_id": who, "text": text, "text_entities": [{"type": "plain", "text": text}]}
    if answered in places:
        entry["reply_to_message_id"] = places[answered]
    return entry


def write_export(path, said, chat, count, years):
    """An export of `count` messages: the demo's talk again and again, each time shifted into the past."""
    turns = -(-count // len(said))
    stream = []
    for turn in range(turns):
        shift = -turn * years * YEAR // turns
        stream.extend((line[0] + shift, turn, place, shift) for place, line in enumerate(said))
    stream.sort()
    places = [{} for _ in range(turns)]
    with open(path, "w", encoding="utf-8") as file:
        file.write(json.dumps({"name": f"Чат {chat}", "type": "private_supergroup", "id": chat})[:-1] + ', "messages": [\n')
        for number, (_, turn, place, shift) in enumerate(stream[-count:], 1):
            entry = message(said[place], number, places[turn], shift, turn)
            places[turn][place] = number
            file.write((",\n" if number > 1 else "") + json.dumps(entry, ensure_ascii=False))
        file.write("\n]}\n")


def community(data):
    """Makes the community, or uses the one that is there."""
    if os.path.exists(os.path.join(data, "made")):
        return
    subprocess.run(["rm", "-rf", data], check=True)
    os.makedirs(data)
    artel(data, "demo", "--no-serve", "--locale", "ru")
    said, path = words_of(data), os.path.join(data, "result.json")
    for chat, count, years, more in [(501, MESSAGES, 8, ["--open"]), (502, HIDDEN, 1, [])]:
        write_export(path, said, chat, count, years)
        began = time.perf_counter()
        told = json.loads(artel(data, "import", "telegram", path, "--community", "opora", "--json", *more).strip().splitlines()[-1])
        print(f"brought  {told['messages']:,} messages of {told['authors']:,} authors in {time.perf_counter() - began:.0f} s", flush=True)
        os.remove(path)
    open(os.path.join(data, "made"), "w").close()


class Server:
    def __init__(self, data):
        self.process = subprocess.Popen([ARTEL, "serve", "--data", data, "--listen", f"127.0.0.1:{PORT}"],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(600):
            try:
                if Browser().get("/healthz")[0] == 200:
                    return
            except OSError:
                time.sleep(0.05)
        raise SystemExit(f"the server does not answer; if {data} was made by an older program, remove it")

    def cpu(self):
        """Seconds of CPU that the process has used."""
        fields = open(f"/proc/{self.process.pid}/stat").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)


class Browser:
    def __init__(self, cookie=None):
        self.cookie = cookie
        self.line = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)

    def ask(self, method, path, body=None, headers=()):
        headers = {"Host": HOST, **({"Cookie": self.cookie} if self.cookie else {}), **dict(headers)}
        self.line.request(method, path, body, headers)
        answer = self.line.getresponse()
        return answer.status, answer.read(), answer

    def get(self, path):
        return self.ask("GET", path)[:2]

    def page(self, path):
        status, body = self.get(path)
        assert status == 200, f"{path}: {status}"
        return body.decode()

    def sign_in(self, email):
        form = urllib.parse.urlencode({"email": email, "password": PASSWORD})
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://{HOST}", "Sec-Fetch-Site": "same-origin"}
        status, _, answer = self.ask("POST", "/sign-in/password", form, headers)
        assert status == 303, status
        cookies = [cookie.split(";")[0] for cookie in answer.headers.get_all("set-cookie")]
        self.cookie = "; ".join(cookies)
        return self


def fully_found(server, member):
    """Waits until the index has met every message and the house is at rest."""
    began = time.perf_counter()
    while "role=\"status\"" in member.page("/search"):
        time.sleep(1)
    while True:
        before = server.cpu()
        time.sleep(1)
        if server.cpu() - before < 0.02:
            break
    print(f"indexed  in {time.perf_counter() - began:.0f} s after the start", flush=True)


def measure(server, cookie, paths, concurrency, seconds=1.5):
    """CPU milliseconds for each request, and how many were asked."""
    turn, done, until = itertools.cycle(paths), [], [0.0]

    def visit():
        browser = Browser(cookie)
        asked = 0
        while time.perf_counter() < until[0] or asked == 0:
            status, _ = browser.get(next(turn))
            assert status == 200, status
            asked += 1
        done.append(asked)

    for path in paths[:8]:
        Browser(cookie).page(path)
    before, until[0] = server.cpu(), time.perf_counter() + seconds
    visitors = [threading.Thread(target=visit) for _ in range(concurrency)]
    [visitor.start() for visitor in visitors]
    [visitor.join() for visitor in visitors]
    assert len(done) == concurrency, "a visitor was refused"
    return (server.cpu() - before) * 1000 / sum(done), sum(done)


def links(page, pattern, most):
    return list(dict.fromkeys(re.findall(pattern, page)))[:most]


def hits(member, word):
    """How many messages have a word."""
    told = re.search(r'<p class="small muted">\D*([\d\s\u00a0\u202f]+)', member.page(f"/search?q={word}"))
    return int(re.sub(r"\D", "", told.group(1))) if told else 0


def searches(member):
    """Words by how many messages have them, in thirds: a search costs what its words have."""
    titles = " ".join(re.findall(r"<h3><a[^>]*>([^<]*)", "".join(member.page(path) for path in ("/talk", "/talk/questions"))))
    words = list(dict.fromkeys(re.findall(r"\w{5,}", titles)))
    random.Random(1).shuffle(words)
    counted = sorted((hits(member, word), word) for word in map(urllib.parse.quote, words[:60]))
    counted = [pair for pair in counted if pair[0] > 0]
    third = len(counted) // 3
    parts = [counted[:third], counted[third:2 * third], counted[2 * third:]]
    return {f"search, {part[0][0]:,} to {part[-1][0]:,} hits": [f"/search?q={word}" for _, word in part] for part in parts if part}


def pages(member):
    """Addresses of each kind of page, several of a kind, so that no one row is always warm."""
    threads, further, path = [], [], "/talk"
    for _ in range(6):
        page = member.page(path)
        threads += links(page, r'href="(/talk/threads/\d+)"', 30)
        path = (links(page, r'href="(/talk\?before=[^"]+)"', 1) or ["/talk"])[0]
        further.append(path)
    return {
        "talk": ["/talk"],
        "talk, further pages": further,
        "month": links(member.page("/talk"), r'href="(/talk/months/[\d-]+)"', 12),
        "questions": ["/talk/questions"],
        "thread": threads,
        "people": ["/people"],
        "person": links(member.page("/people"), r'href="(/people/\d+)"', 40),
        **searches(member),
    }


def main():
    data = os.path.join(FOLDER, f"pages-{MESSAGES}")
    community(data)
    server = Server(data)
    try:
        owner = Browser().sign_in("anna.vershinina@example.org")
        member = Browser().sign_in("ekaterina.solovyova@example.org")
        fully_found(server, member)
        style = re.search(r'href="([^"]+\.css[^"]*)"', member.page("/today")).group(1)
        asked = [("a stylesheet (anchor)", None, [style]), ("today, owner", owner, ["/today"]), ("today, member", member, ["/today"])]
        asked += [(name, member, paths) for name, paths in pages(member).items() if paths]
        floor, slow = {}, []
        print(f"{'CPU ms a request, ratio to the anchor':38}{'one at a time':>22}{'16 at once':>22}")
        for name, who, paths in asked:
            row = []
            for concurrency in (1, 16):
                cost, _ = measure(server, who and who.cookie, paths, concurrency)
                floor.setdefault(concurrency, cost)
                row.append(f"{cost:12.3f} {cost / floor[concurrency]:8.1f}")
                if cost > GOAL:
                    slow.append(f"{name} at {concurrency}")
            print(f"{name:38}" + " ".join(row), flush=True)
        print(f"over {GOAL} ms: " + (", ".join(slow) or "none"))
    finally:
        server.end()


main()
