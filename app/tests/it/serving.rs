//! `artel serve` from outside: what it prints, what it logs, and how it ends.

use crate::command::{Folder, OWNER, PATIENCE, Server};
use chat_import::progress::Progress;
use chat_import::run::NewRun;
use kernel::{Chance, Clock};
use std::io::Read;
use std::time::Duration;
use store::{Store, Who, args, global_statement};

/// Entries of a history that takes longer than the test.
const LONG: i64 = 150_000;

global_statement!(STATE = "select state, progress from jobs where id = $1");
global_statement!(DEAD_JOBS = "select count(*) from jobs where state = $1");

/// The code in the link that the terminal shows.
fn code(told: &str) -> String {
    let link = told.lines().find_map(|line| line.trim().split_once("/welcome?code=")).expect("the link is printed");
    assert!(link.0.starts_with("http://localhost:"), "{}", link.0);
    link.1.to_owned()
}

#[tokio::test]
async fn a_bare_artel_serves_and_prints_its_one_time_link() {
    let folder = Folder::fresh().await;
    let mut server = Server::start(&folder, &[]);
    assert_eq!(server.get("/healthz").expect("an answer").body, "ok\n");
    assert_eq!(server.get("/readyz").expect("an answer").body, "ok\n");
    let told = server.told();
    let code = code(&told);
    assert!(told.contains("outbox"), "{told}");
    assert_eq!(server.get("/").expect("an answer").header("location"), ["/welcome"]);
    assert_eq!(server.get("/welcome").expect("an answer").status, 403);
    let welcome = server.get(&format!("/welcome?code={code}")).expect("an answer");
    assert_eq!(welcome.status, 200);
    assert!(welcome.header("content-security-policy")[0].contains("default-src 'none'"));
    let form = format!(
        "code={code}&slug=granit&name=Granit+House&mission=We+help.&profession=Psychologists&locale=en&timezone=Europe%2FLondon&currency=GBP\
         &owner_name=Olga&owner_email={}&from=people",
        OWNER.replace('@', "%40")
    );
    let founded = server.post("/welcome", "", &form);
    assert_eq!((founded.status, founded.header("location")), (303, vec!["/invitations"]), "{}", founded.body);
    assert_eq!(server.get(&format!("/welcome?code={code}")).expect("an answer").status, 404);
    let cookie = founded.header("set-cookie").into_iter().find(|line| line.starts_with("session=")).expect("a session").to_owned();
    let token = cookie["session=".len()..].split(';').next().expect("a token").to_owned();

    let asked = server.post("/sign-in", "", &format!("email={}", OWNER.replace('@', "%40")));
    assert_eq!(asked.status, 303);
    let binding = asked.header("set-cookie").into_iter().find(|line| line.starts_with("code=")).expect("a cookie").to_owned();
    let letter = letter(&folder).await;
    let digits = digits(&letter);
    let key = letter.split("/sign-in/link?key=").nth(1).expect("a link").split_whitespace().next().expect("a key").to_owned();
    assert_eq!(server.get(&format!("/sign-in/link?key={key}")).expect("an answer").status, 200);
    let cookie = binding.split(';').next().unwrap_or_default();
    assert_eq!(server.post("/sign-in/code", cookie, &format!("code={digits}")).status, 303);
    let (took, status) = server.stop();
    assert_eq!(status, Some(0));
    assert!(took < Duration::from_secs(5), "{took:?} with nothing to do");
    let (log, told) = (server.logged(), server.told());
    assert!(log.contains("/welcome") && log.contains("stopping"), "requests are logged: {log}");
    for secret in [&code, &token, &key, &cookie["code=".len()..].to_owned(), &OWNER.to_owned()] {
        assert!(!log.contains(secret.as_str()), "the log holds {secret}");
    }
    assert!(
        !log.lines().any(|line| line.split(|letter: char| !letter.is_ascii_digit()).any(|word| word == digits)),
        "the log holds the code"
    );
    assert!(!told.contains(&digits) && !told.contains(&key), "the terminal shows what is in the letter");
    let mut again = Server::start(&folder, &["serve", "--log-format", "json"]);
    assert!(!again.told().contains("/welcome?code="), "{}", again.told());
    assert!(again.told().contains("Artel is running: http://localhost:"), "{}", again.told());
    assert_eq!(again.stop().1, Some(0));
    let log = again.logged();
    assert!(log.lines().count() > 1 && log.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()), "{log}");
}

/// The one letter in the outbox, its lines whole again.
async fn letter(folder: &Folder) -> String {
    let begun = Clock::stopwatch();
    loop {
        let letters: Vec<_> = std::fs::read_dir(folder.data().join("outbox")).into_iter().flatten().flatten().collect();
        if let Some(letter) = letters.iter().find(|entry| entry.path().extension().is_some_and(|ending| ending == "eml")) {
            let text = std::fs::read_to_string(letter.path()).expect("a letter");
            return text.replace("=\r\n", "").replace("=3D", "=");
        }
        assert!(begun.elapsed() < PATIENCE, "no letter came");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

fn digits(letter: &str) -> String {
    let words = letter.lines().flat_map(|line| line.split(|sign: char| !sign.is_ascii_alphanumeric()));
    let code = words.map(str::trim).find(|word| word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit()));
    code.expect("six digits").to_owned()
}

#[tokio::test]
async fn a_port_in_use_is_one_clear_line() {
    let folder = Folder::embedded();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("its address").to_string();
    let ran = folder.run(&["serve", "--listen", &address]).ends(1);
    let said: Vec<&str> = ran.err.lines().filter(|line| !line.contains(" INFO migrated ")).collect();
    assert!(said.len() == 1 && said[0].starts_with("artel: ") && said[0].contains(&address), "{}", ran.err);
    assert!(!ran.out.contains("/welcome?code="), "no link is given to a house that does not open: {}", ran.out);
}

async fn state(store: &Store, job: i64) -> (String, Progress) {
    let row = store.global_read().await.expect("a look").one::<(String, Option<serde_json::Value>)>(&STATE, args![job]).await;
    let (state, progress) = row.expect("the job");
    (state, Progress::read(progress.as_ref()))
}

async fn until(what: &str, store: &Store, job: i64, met: impl Fn(&str, &Progress) -> bool) {
    let begun = Clock::stopwatch();
    loop {
        let (state, progress) = state(store, job).await;
        if met(&state, &progress) {
            return;
        }
        assert!(begun.elapsed() < PATIENCE, "{what}: the job is {state} at {progress:?}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn a_server_that_is_asked_to_stop_closes_streams_and_hands_work_back() {
    let folder = Folder::fresh().await;
    folder.community("granit");
    let path = folder.write("long.json", &crate::history::telegram("Long", LONG));
    let store = folder.store().await;
    let community = identity::community::by_slug(&store, "granit").await.expect("a look").expect("the community").id;
    let who = Who::system(community, &Clock::machine(), &Chance::system());
    let mut scope = store.write(&who).await.expect("a turn to write");
    let new = NewRun { path: path.to_string_lossy().into_owned(), file_name: "long.json".into(), pick: String::new(), bytes: 1 };
    let (run, job) = chat_import::run::begin(&mut scope, new).await.expect("begun");
    scope.commit().await.expect("it stays");

    let mut server = Server::start(&folder, &["serve"]);
    let cookie = server.owner();
    until("the import begins", &store, job, |_, progress| progress.position > 0).await;
    let mut stream = server.begin("GET", &format!("/import/{run}/events"), &cookie, "").expect("a stream");
    let mut first = [0_u8; 512];
    let read = stream.read(&mut first).expect("it begins");
    let head = String::from_utf8_lossy(&first[..read]).to_lowercase();
    assert!(head.starts_with("http/1.1 200") && head.contains("text/event-stream"), "{head}");
    assert_eq!(state(&store, job).await.0, "running");
    let (took, status) = server.stop();
    assert_eq!(status, Some(0), "{}", server.logged());
    assert!(took < Duration::from_secs(10), "{took:?}");
    let mut rest = Vec::new();
    stream.read_to_end(&mut rest).expect("the stream ended in order");
    let (state, progress) = state(&store, job).await;
    assert_eq!(state, "waiting", "the import was handed back at {progress:?}");
    assert!(progress.position > 0 && (progress.position as i64) < LONG, "{progress:?}");

    let mut again = Server::start(&folder, &["serve"]);
    let reached = progress.position;
    until("the import goes on", &store, job, |_, progress| progress.position > reached).await;
    assert_eq!(again.stop().1, Some(0));
    let dead = store.global_read().await.expect("a look").one::<i64>(&DEAD_JOBS, args!["dead"]).await.expect("a count");
    assert_eq!(dead, 0);
}
