//! Files made to do harm, given to the real program: each is refused in one sentence or its rows are, within a minute
//! and within bounded memory, and the card file stays as it was.

#![allow(clippy::print_stdout, reason = "what the larger ones found is told")]

mod mutated;
mod text;
mod watched;
mod workbooks;

use std::path::Path;
use std::time::Duration;

use kartotek::transfer::{Error, Format, Limits, Lost, Parser, Stop};
use serde_json::Value;

use super::Home;
use watched::{Watched, watch};

/// What a file has to come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// The file as a whole is refused.
    Refused,
    /// It is read; so many rows at least are named as not taken.
    Rejects(usize),
    /// One or the other: what the file is, is a matter of opinion.
    Either,
}

use Wanted::{Either, Refused, Rejects};

/// A file, by its name and content, and what has to come of it.
struct Case {
    name: &'static str,
    bytes: Vec<u8>,
    wanted: Wanted,
}

fn case(name: &'static str, wanted: Wanted, bytes: impl Into<Vec<u8>>) -> Case {
    Case { name, bytes: bytes.into(), wanted }
}

/// Tells what the program said of a file, and fails where that was not what it has to be.
#[track_caller]
fn judge(name: &str, wanted: Wanted, told: &Watched) {
    let said = format!("{}{}", told.out, told.err);
    assert!(!said.contains("panicked") && !said.contains("src/"), "{name}: {said:.400}");
    assert_eq!(told.err, "", "{name}");
    let json: Value =
        serde_json::from_str(&told.out).unwrap_or_else(|error| panic!("{name}: {error}: {:.400}", told.out));
    let refused = json["error"]["message"].as_str();
    match (told.code, refused) {
        (Some(0), None) => {
            let rejected = json["rejected"].as_array().unwrap();
            assert!(rejected.iter().all(|row| !row["message"].as_str().unwrap().is_empty()), "{name}");
            match wanted {
                Refused => panic!("{name} was taken: {json:.400}"),
                Rejects(least) => assert!(rejected.len() >= least, "{name}: {:.400}", told.out),
                Either => {}
            }
        }
        (Some(1), Some(message)) => {
            assert!(message.contains("Nothing was imported"), "{name}: {message}");
            assert!(!matches!(wanted, Rejects(_)), "{name}: {message}");
        }
        other => panic!("{name}: {other:?} {:.400}", told.out),
    }
    if let Some(memory) = told.memory {
        assert!(memory.child <= 1024 * 1024, "{name}: {memory:?} KiB");
        assert!(memory.parent <= 512 * 1024, "{name}: {memory:?} KiB");
    }
}

const TERMS: [&str; 6] = ["--purpose", "sales", "--basis", "contract", "--source", "fair"];

/// Plans the import of a file with the real program, as a script would.
fn plan(home: &Home, path: &str) -> Watched {
    let call = [&["--json", "import", path, "--dry-run"], &TERMS[..], &home.options()].concat();
    watch(home.program().args(call))
}

fn try_all(cases: impl IntoIterator<Item = Case>) {
    let home = Home::with_vault();
    for Case { name, bytes, wanted } in cases {
        let path = home.path("input").join(name);
        std::fs::write(&path, bytes).unwrap();
        let told = plan(&home, path.to_str().unwrap());
        judge(name, wanted, &told);
        println!("{name}: {:?}, {:?}", told.took, told.memory);
        std::fs::remove_file(&path).unwrap();
    }
    assert_unharmed(&home);
}

/// Nothing was taken in, nothing was written anywhere, and what there was is whole.
fn assert_unharmed(home: &Home) {
    assert_eq!(home.call(&["find", "a"]).answer()["total"], 0);
    assert_eq!(home.call(&["check"]).code, 0);
    let left = super::files_below(&home.path("tmp"));
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn workbooks_do_no_harm() {
    try_all(workbooks::all());
}

#[test]
fn texts_do_no_harm() {
    try_all(text::tables());
}

#[test]
fn address_books_do_no_harm() {
    try_all(text::address_books());
}

#[test]
fn what_is_no_file_is_refused_at_once() {
    let home = Home::with_vault();
    let folder = home.text("input");
    let nowhere = home.path("input").join("nowhere.csv");
    let mut paths = vec![folder, nowhere.to_str().unwrap().to_owned()];
    #[cfg(unix)]
    {
        let pipe = home.path("input").join("pipe.csv");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let circle = home.path("input").join("circle.csv");
        std::os::unix::fs::symlink(&circle, &circle).unwrap();
        let to_device = home.path("input").join("people.csv");
        std::os::unix::fs::symlink("/dev/zero", &to_device).unwrap();
        paths.extend([&pipe, &circle, &to_device].map(|path| path.to_str().unwrap().to_owned()));
        paths.extend(["/dev/zero", "/dev/full", "/dev/stdin", "/dev/tty"].map(str::to_owned));
    }
    for path in paths {
        let told = plan(&home, &path);
        let json: Value = serde_json::from_str(&told.out).unwrap();
        assert_eq!((told.code, json["error"]["kind"].as_str()), (Some(1), Some("file")), "{path}: {}", told.out);
    }
    assert_unharmed(&home);
}

#[test]
fn a_file_that_grows_while_it_is_read_ends() {
    use std::io::Write;
    use std::sync::atomic::{AtomicBool, Ordering};
    let home = Home::with_vault();
    let path = home.file("growing.csv", &format!("first_name,last_name\n{}", "Ada,Aas\n".repeat(20_000)));
    let ended = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut file = std::fs::OpenOptions::new().append(true).open(&path).unwrap();
            while !ended.load(Ordering::Relaxed) {
                file.write_all("Bo,Berg\n".repeat(1000).as_bytes()).unwrap();
                std::thread::sleep(Duration::from_millis(1));
            }
        });
        let call = [&["--json", "import", &path], &TERMS[..], &home.options()].concat();
        let told = watch(home.program().args(call));
        ended.store(true, Ordering::Relaxed);
        // What was planned is not what lies there any more: taken back as a whole.
        let json: Value = serde_json::from_str(&told.out).unwrap();
        assert_eq!((told.code, json["error"]["kind"].as_str()), (Some(1), Some("changed")), "{}", told.out);
    });
    assert_unharmed(&home);
}

#[test]
fn no_address_in_a_file_is_ever_called() {
    let home = Home::with_vault();
    let ear = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    ear.set_nonblocking(true).unwrap();
    let address = format!("http://{}/x", ear.local_addr().unwrap());
    let secret = home.file("secret.txt", "not for the card file");
    for (name, bytes) in [
        ("links.vcf", text::links(&address, &secret).into_bytes()),
        ("links.csv", text::table_of_links(&address).into_bytes()),
        ("links.xlsx", workbooks::links(&address, &secret)),
    ] {
        let path = home.path("input").join(name);
        std::fs::write(&path, bytes).unwrap();
        let call = [&["--json", "import", path.to_str().unwrap()], &TERMS[..], &home.options()].concat();
        let told = watch(home.program().args(call));
        assert!(matches!(told.code, Some(0 | 1)), "{name}: {}", told.out);
        assert!(!told.out.contains("not for the card file"), "{name}");
    }
    assert_eq!(ear.accept().unwrap_err().kind(), std::io::ErrorKind::WouldBlock, "somebody called");
    let cards = home.say(&["find", "aas"]);
    assert!(!cards.out.contains("not for the card file"));
    let id = home.only("linked");
    assert_eq!(home.call(&["show", &id]).answer()["picture"], Value::Bool(false));
}

#[test]
fn signs_that_nobody_typed_are_gone_from_every_card() {
    let home = Home::with_vault();
    let bad = "\u{0}\u{1}\u{7f}\u{202e}\u{2066}\u{feff}\u{85}";
    // With as few controls as this in it, a file still counts as text.
    let padding = "Bo,Berg,x\n".repeat(300);
    let row = format!("\"A{bad}da\",A{bad}as,\"x{bad}\u{2028}y\"\n");
    let csv = home.file("signs.csv", &format!("first_name,last_name,note\n{row}{padding}"));
    let card = format!("BEGIN:VCARD\nVERSION:4.0\nN:E{bad}k;E{bad}va;;;\nNOTE:x{bad}\\ny\nEND:VCARD\n");
    let card = home.file("signs.vcf", &format!("{card}{}", "\n".repeat(3000)));
    let sheet = home.path("input").join("signs.xlsx");
    std::fs::write(
        &sheet,
        workbooks::of_rows(&[
            &["first_name", "last_name", "note"],
            &["C\u{202e}arl", "C_x0000_\u{85}arl", "x\u{2028}y"],
        ]),
    )
    .unwrap();
    let mut call = vec!["import", &csv, &card, sheet.to_str().unwrap()];
    call.extend(TERMS);
    let comment = "fair\u{202e}\u{7}\nof\u{2028}2024";
    call.extend(["--comment", comment]);
    home.call(&call).answer();
    let added = home.call(&["add", &format!("first_name=D{}ag", &bad[1..]), "last_name=D\u{202e}ahl"]).answer();
    assert_eq!(added["first_name"], "D ag");
    for name in ["ada", "eva", "carl"] {
        let id = home.only(name);
        let card = home.call(&["show", &id]).answer();
        let history = home.call(&["basis", "history", &id]).answer();
        assert_eq!(card["note"], "x\ny", "{card}");
        for text in [card.to_string(), history.to_string()] {
            let unwanted = |sign: char| sign.is_control() || "\u{202e}\u{2066}\u{feff}\u{2028}".contains(sign);
            // JSON writes the controls of ASCII as codes.
            let is_clean = !text.contains(unwanted) && !text.contains("\\u0");
            assert!(is_clean, "{name}: {text:?}");
        }
    }
}

fn parser() -> Parser {
    Parser::apart(env!("CARGO_BIN_EXE_kartotek").into())
}

/// Reads a file to its end in a process of its own and returns how many rows it gave.
fn read(path: &Path) -> Result<usize, Error> {
    let reading = parser().read(path, Format::Auto, &Limits::default(), &Stop::default())?;
    Ok(reading.rows.count())
}

#[test]
fn the_process_that_reads_has_no_more_than_its_memory() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.xlsx");
    // The table of texts announces how many there are, and room is made for them: 2.4 GB.
    std::fs::write(&path, workbooks::announcing("100000000")).unwrap();
    let found = read(&path);
    if cfg!(target_os = "linux") {
        assert!(matches!(found, Err(Error::Lost(Lost::BrokenDown))), "{found:?}");
    }
    std::fs::write(&path, workbooks::announcing("2")).unwrap();
    assert_eq!(read(&path).unwrap(), 1);
}

#[test]
fn both_ways_of_reading_give_the_same() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import");
    let mut files = 0;
    for path in super::files_below(&folder) {
        let read = |parser: &Parser| {
            let reading = parser.read(&path, Format::Auto, &Limits::default(), &Stop::default());
            reading.map(|reading| (reading.head, reading.rows.collect::<Vec<_>>())).map_err(|error| error.to_string())
        };
        assert_eq!(read(&Parser::Here), read(&parser()), "{}", path.display());
        files += 1;
    }
    assert!(files > 10);
}
