//! The real program in a folder of its own, and a few words of HTTP to speak with it.

use kernel::Clock;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use store::{Place, Store};
use tempfile::TempDir;
use testkit::TestDatabase;

/// How long anything that should happen may take on a slow machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A place for data that only the program opens, unless a test looks into it.
pub struct Folder {
    pub folder: TempDir,
    pub url: Option<String>,
    /// Holds the PostgreSQL database for this test.
    _database: Option<TestDatabase>,
}

impl Folder {
    /// On the database that the tests are run on.
    pub async fn fresh() -> Folder {
        let database = testkit::database().await;
        let url = database.place.database_url.clone();
        Folder::of(url.is_some().then_some(database))
    }

    /// On the embedded database.
    pub fn embedded() -> Folder {
        Folder::of(None)
    }

    /// On PostgreSQL.
    pub fn of(database: Option<TestDatabase>) -> Folder {
        let url = database.as_ref().and_then(|database| database.place.database_url.clone());
        Folder { folder: tempfile::tempdir().expect("a folder"), url, _database: database }
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.file(name);
        std::fs::write(&path, text).expect("a file");
        path
    }

    /// Opens the database beside the program.
    pub async fn store(&self) -> Store {
        Store::open(&Place { data: self.data(), database_url: self.url.clone() }).await.expect("the database opens")
    }

    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_artel"));
        // The settings of whoever runs the tests are not ours.
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("ARTEL_")) {
            command.env_remove(name);
        }
        command.args(words).arg("--data").arg(self.data());
        if let Some(url) = &self.url {
            command.args(["--database-url", url]);
        }
        command.stdin(Stdio::null()).current_dir(self.folder.path());
        command
    }

    /// Runs a command to its end.
    pub fn run(&self, words: &[&str]) -> Ran {
        Ran::of(self.command(words).output().expect("the program runs"))
    }

    /// Runs a command that reads a line.
    pub fn run_with(&self, words: &[&str], line: &str) -> Ran {
        let mut command = self.command(words);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        writeln!(child.stdin.take().expect("its input"), "{line}").expect("it reads");
        Ran::of(child.wait_with_output().expect("the program ends"))
    }

    /// Runs a command whose output nobody reads.
    pub fn run_unread(&self, words: &[&str]) -> Ran {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        Ran::of(self.command(words).stdout(writer).stderr(Stdio::piped()).output().expect("the program runs"))
    }

    /// A community whose owner signs in with a password.
    pub fn community(&self, slug: &str) {
        let words = [
            "community",
            "create",
            "--slug",
            slug,
            "--name",
            "Granit House",
            "--owner",
            OWNER,
            "--locale",
            "en",
            "--timezone",
            "Europe/London",
            "--password-stdin",
        ];
        self.run_with(&words, PASSWORD).succeeds();
    }
}

pub const OWNER: &str = "owner@granit.example.org";
pub const PASSWORD: &str = "a white horse in apples";

/// What became of a command.
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Ran {
    fn of(output: Output) -> Ran {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
        Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    #[track_caller]
    pub fn ends(self, code: i32) -> Ran {
        assert_eq!(self.code, Some(code), "{}\n{}", self.out, self.err);
        self
    }

    #[track_caller]
    pub fn succeeds(self) -> Ran {
        self.ends(0)
    }

    /// The last line of its output.
    pub fn last(&self) -> &str {
        self.out.lines().last().unwrap_or_default()
    }
}

/// A server at work. Dropped, it is killed.
pub struct Server {
    pub child: Child,
    pub address: SocketAddr,
    lines: Receiver<String>,
    pub said: Vec<String>,
    pub log: PathBuf,
}

impl Server {
    /// Starts `artel` with these words and waits until it answers.
    pub fn start(folder: &Folder, words: &[&str]) -> Server {
        let port = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("its address").port();
        Server::at(folder, words, SocketAddr::from(([127, 0, 0, 1], port)))
    }

    fn at(folder: &Folder, words: &[&str], address: SocketAddr) -> Server {
        let log = folder.file(&format!("log-{}.txt", address.port()));
        let mut command = folder.command(words);
        command.args(["--listen", &address.to_string(), "--log", "debug"]);
        command.stdout(Stdio::piped()).stderr(std::fs::File::create(&log).expect("a log"));
        let mut child = command.spawn().expect("the program starts");
        let out = BufReader::new(child.stdout.take().expect("its output"));
        let (sender, lines) = channel();
        std::thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        let mut server = Server { child, address, lines, said: Vec::new(), log };
        let begun = Clock::stopwatch();
        while server.get("/readyz").is_none_or(|answer| answer.status != 200) {
            assert!(begun.elapsed() < PATIENCE, "the server does not answer: {}", server.logged());
            assert!(server.child.try_wait().expect("its state").is_none(), "the server ended: {}", server.logged());
            std::thread::sleep(Duration::from_millis(50));
        }
        server
    }

    pub fn logged(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// Everything it printed so far.
    pub fn told(&mut self) -> String {
        self.said.extend(self.lines.try_iter());
        self.said.join("\n")
    }

    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").arg(name).arg(self.child.id().to_string()).status().expect("a signal");
        assert!(sent.success());
    }

    /// Asks it to stop. Gives how long it took and its status.
    pub fn stop(&mut self) -> (Duration, Option<i32>) {
        let begun = Clock::stopwatch();
        self.signal("-TERM");
        while begun.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().expect("its state") {
                return (begun.elapsed(), status.code());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("the server does not stop: {}", self.logged());
    }

    pub fn get(&self, path: &str) -> Option<Answer> {
        self.ask("GET", path, "", "")
    }

    pub fn get_with(&self, path: &str, cookie: &str) -> Answer {
        self.ask("GET", path, cookie, "").expect("an answer")
    }

    pub fn post(&self, path: &str, cookie: &str, body: &str) -> Answer {
        self.ask("POST", path, cookie, body).expect("an answer")
    }

    /// Signs in with the owner's password. Gives the cookie.
    pub fn owner(&self) -> String {
        let form = format!("email={}&password={}", OWNER.replace('@', "%40"), PASSWORD.replace(' ', "+"));
        let answer = self.post("/sign-in/password", "", &form);
        assert_eq!(answer.status, 303, "{}", answer.body);
        let line = answer.header("set-cookie").into_iter().find(|line| line.starts_with("session=")).expect("a session");
        line.split(';').next().unwrap_or_default().to_owned()
    }

    fn ask(&self, method: &str, path: &str, cookie: &str, body: &str) -> Option<Answer> {
        let mut stream = self.begin(method, path, cookie, body)?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).ok()?;
        Answer::read(&String::from_utf8_lossy(&bytes))
    }

    /// Sends a request and leaves the answer in the connection: for streams.
    pub fn begin(&self, method: &str, path: &str, cookie: &str, body: &str) -> Option<TcpStream> {
        let mut stream = TcpStream::connect(self.address).ok()?;
        stream.set_read_timeout(Some(PATIENCE)).ok()?;
        let host = format!("localhost:{}", self.address.port());
        let kind = if method == "POST" { "Content-Type: application/x-www-form-urlencoded\r\n" } else { "" };
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookie}\r\n{kind}\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(request.as_bytes()).ok()?;
        Some(stream)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended long ago; then there is nothing to kill.
        let _gone = self.child.kill();
        let _reaped = self.child.wait();
    }
}

pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    fn read(text: &str) -> Option<Answer> {
        let (head, body) = text.split_once("\r\n\r\n")?;
        let status = head.split(' ').nth(1)?.parse().ok()?;
        Some(Answer { status, head: head.to_owned(), body: body.to_owned() })
    }

    pub fn header(&self, name: &str) -> Vec<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.filter(|(given, _)| given.eq_ignore_ascii_case(name)).map(|(_, value)| value).collect()
    }
}

/// The invented history of the demo, as a file.
pub fn demo_export(folder: &Folder) -> PathBuf {
    let demo = demo::demo(demo::Locale::En, 7, testkit::MORNING);
    folder.write("result.json", &demo.telegram_json())
}

pub fn text(path: &Path) -> &str {
    path.to_str().expect("a path of this test")
}
