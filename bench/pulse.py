"""What Pulse costs in a large community, and how it grows: a tenth of it beside the whole.

The community is invented: 1,000,000 messages and joinings of 8 years by 20,000 people of very different liveliness, two
in five of them answers, opened to members. Of each size: the page of today served from kept figures (processor time of the
server for a request, beside a stylesheet in the same run), a past day computed and then kept, the roll-ups counted anew
in one pass with its peak memory, and what a deed costs its follower.

Counting is measured by the command line, `artel pulse`, less what the same command takes when all is counted and kept;
a deed by the example `costs` of the crate pulse, which hands its follower slices of 1,000.

    python3 bench/pulse.py ARTEL COSTS FOLDER [DEEDS]     the community is kept in FOLDER/pulse-DEEDS and used again
"""
import bisect, http.client, itertools, json, os, random, re, signal, sqlite3, subprocess, sys, time, urllib.parse

ARTEL, COSTS, FOLDER = (os.path.abspath(path) for path in sys.argv[1:4])
DEEDS = int(sys.argv[4]) if len(sys.argv) > 4 else 1_000_000
PASSWORD, OWNER, SLUG = "four-words-for-a-bench", "owner@example.org", "pulse"
PORT = 18097
HOST = f"{SLUG}.localhost:{PORT}"
TICK = os.sysconf("SC_CLK_TCK")
NOW = int(time.time())
YEARS = 8
REQUESTS = 300
# Deeds over which the cost of one is averaged, and how many are met at once.
MET, SLICE = 100_000, 1_000
PAST_DAYS = (30, 400, 1200)
ROLLUPS = ("days", "hours", "ties", "moves", "zones", "snapshots", "standings", "pairs")


def write_export(path, count):
    """A chat of `count` entries: people come over the years, speak for about a year by their liveliness, answer what was
    said lately, and every second answer is answered back."""
    chance = random.Random(1)
    people = count // 50
    comes = sorted(chance.random() ** 0.7 for _ in range(people))
    sums = list(itertools.accumulate(chance.paretovariate(1.1) for _ in range(people)))
    recent, arrived, stay, back = [], 0, max(people // YEARS, 10), None
    with open(path, "w", encoding="utf-8") as file:
        file.write(json.dumps({"name": "Invented", "type": "private_supergroup", "id": 900})[:-1] + ', "messages": [\n')
        for number in range(1, count + 1):
            share = number / count
            at = int(NOW - 3600 - (1 - share) * YEARS * 365 * 86_400)
            entry = {"id": number, "date": "2020-01-01T00:00:00", "date_unixtime": str(at)}
            if arrived < people and comes[arrived] <= share or not arrived:
                entry |= {"type": "service", "actor": f"Person {arrived}", "actor_id": f"user{arrived}", "action": "join_group_by_link", "text": ""}
                arrived += 1
            else:
                first = sums[max(arrived - stay, 0)] if chance.random() < 0.9 else 0
                drawn = bisect.bisect(sums, first + chance.random() * (sums[arrived - 1] - first))
                who, answered = back or (min(drawn, arrived - 1), chance.choice(recent) if recent and chance.random() < 0.25 else None)
                entry |= {"type": "message", "from": f"Person {who}", "from_id": f"user{who}", "text": f"Words of number {number}"}
                if answered:
                    entry["reply_to_message_id"] = answered[0]
                # Whoever was answered may answer back, if that was another.
                back = (answered[1], (number, who)) if answered and answered[1] != who and chance.random() < 0.5 else None
                recent = [*recent[-29:], (number, who)]
            file.write((",\n" if number > 1 else "") + json.dumps(entry))
        file.write("\n]}\n")


def run(*words, **more):
    return subprocess.run(words, check=True, capture_output=True, text=True, **more).stdout


def community(data, count):
    """Makes the community, or uses the one that is there."""
    if os.path.exists(os.path.join(data, "made")):
        return
    subprocess.run(["rm", "-rf", data], check=True)
    os.makedirs(data)
    run(ARTEL, "community", "create", "--slug", SLUG, "--name", "Pulse", "--owner", OWNER, "--password-stdin", "--data", data, input=PASSWORD + "\n")
    path = os.path.join(data, "result.json")
    write_export(path, count)
    run(ARTEL, "import", "telegram", path, "--community", SLUG, "--open", "--json", "--data", data)
    os.remove(path)
    open(os.path.join(data, "made"), "w").close()


def change(data, *statements):
    with sqlite3.connect(os.path.join(data, "artel.db"), timeout=60) as database:
        for statement in statements:
            database.execute(statement)


def forget(data):
    """As before the first deed was read."""
    change(data, *(f"delete from pulse_{table}" for table in ROLLUPS), "delete from follower_cursors where follower = 'pulse.days'")


class Asked:
    """`artel pulse` of a day: seconds, processor seconds, peak memory in MB, figures."""

    def __init__(self, data, days_ago):
        day = time.strftime("%Y-%m-%d", time.gmtime(NOW - days_ago * 86_400))
        began = time.perf_counter()
        process = subprocess.Popen([ARTEL, "pulse", "--community", SLUG, "--at", day, "--json", "--data", data], stdout=subprocess.PIPE, text=True)
        self.figures = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0, self.figures
        self.seconds, self.cpu, self.peak = time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
        self.figures = json.loads(self.figures)


def start(data):
    """Seconds of a command that reads a row and ends."""
    def once():
        began = time.perf_counter()
        run(ARTEL, "community", "list", "--data", data)
        return time.perf_counter() - began
    return min(once() for _ in range(9))


def counted(data):
    """Milliseconds of a past day computed, then the roll-ups counted anew, then microseconds of a deed."""
    forget(data)
    anew = Asked(data, PAST_DAYS[0])
    change(data, "delete from pulse_snapshots")
    past = [(Asked(data, days), Asked(data, days)) for days in PAST_DAYS]
    computed, kept = past[0]
    slowest = max(first.seconds - again.seconds for first, again in past)
    with sqlite3.connect(os.path.join(data, "artel.db")) as database:
        deeds = min(MET, database.execute("select max(seq) from deeds").fetchone()[0])
    met = float(run(COSTS, data, SLUG, str(deeds), str(SLICE)).split("\t")[1])
    # What was counted twice is counted anew.
    forget(data)
    Asked(data, 0)
    today = min(Asked(data, 0).seconds for _ in range(9))
    return {
        "today by the command, less the start of the program, ms": ((today - start(data)) * 1e3, "under 5"),
        "a past day computed, ms": (slowest * 1e3, "under 1,000"),
        "  processor time of that": (max(first.cpu - second.cpu for first, second in past) * 1e3, ""),
        "  its peak memory, MB": (max(first.peak for first, _ in past), ""),
        "that day again, with the start of the program, ms": (kept.seconds * 1e3, ""),
        "counted anew, s": (anew.seconds - computed.seconds, ""),
        "  processor time of it, s": (anew.cpu - computed.cpu, ""),
        "  its peak memory, MB ": (anew.peak, "under 300"),
        f"a deed to its follower in slices of {SLICE:,}, us of processor time": (met * 1e6 / deeds, "under 20"),
    }, computed.figures


class Server:
    def __init__(self, data):
        self.process = subprocess.Popen([ARTEL, "serve", "--data", data, "--listen", f"127.0.0.1:{PORT}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(1200):
            try:
                if self.ask("GET", "/healthz")[0] == 200:
                    return
            except OSError:
                time.sleep(0.05)
        raise SystemExit("the server does not answer")

    def ask(self, method, path, body=None, **headers):
        line = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120)
        line.request(method, path, body, {"Host": HOST, **headers})
        answer = line.getresponse()
        return answer.status, answer.read().decode(), answer.headers

    def sign_in(self):
        form = urllib.parse.urlencode({"email": OWNER, "password": PASSWORD})
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://{HOST}", "Sec-Fetch-Site": "same-origin"}
        status, _, answer = self.ask("POST", "/sign-in/password", form, **headers)
        assert status == 303, status
        self.cookie = "; ".join(cookie.split(";")[0] for cookie in answer.get_all("set-cookie"))

    def cpu(self):
        fields = open(f"/proc/{self.process.pid}/stat").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def rest(self):
        """Waits until nothing is done behind the pages."""
        quiet = 0
        while quiet < 4:
            before = self.cpu()
            time.sleep(1)
            quiet = quiet + 1 if self.cpu() - before < 0.03 else 0

    def cost(self, path):
        """Milliseconds of processor time for a request, by one connection that stays open."""
        line = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120)
        headers = {"Host": HOST, "Cookie": self.cookie}
        before = None
        for turn in range(REQUESTS + 10):
            if turn == 10:
                before = self.cpu()
            line.request("GET", path, None, headers)
            answer = line.getresponse()
            answer.read()
            assert answer.status == 200, f"{path}: {answer.status}"
        return (self.cpu() - before) * 1000 / REQUESTS

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)


def measure(count):
    data = os.path.join(FOLDER, f"pulse-{count}")
    community(data, count)
    costs, figures = counted(data)
    server = Server(data)
    try:
        server.sign_in()
        server.rest()
        status, page, _ = server.ask("GET", "/pulse", Cookie=server.cookie)
        assert status == 200, status
        style = re.search(r'href="([^"]+\.css[^"]*)"', page).group(1)
        server.rest()
        anchor, today = server.cost(style), server.cost("/pulse")
    finally:
        server.end()
    ties = figures["ties"]
    print(f"{count:,} deeds; 30 days ago {figures['members']:,} members, {figures['active_28d']:,} active, {ties['pairs']:,} pairs, {ties['all']:,} ties", flush=True)
    return {"a stylesheet (anchor), ms": (anchor, ""), "Pulse of today, ms of the server's processor time": (today, "under 5"), **costs}


def main():
    tenth, whole = measure(DEEDS // 10), measure(DEEDS)
    print(f"{'':68}{'a tenth':>12}{'whole':>12}{'grows':>8}   goal")
    for name, (cost, goal) in whole.items():
        small = tenth[name][0]
        grows = f"{cost / small:8.1f}" if small else f"{'':8}"
        print(f"{name:68}{small:12.3f}{cost:12.3f}{grows}   {goal}")


main()
