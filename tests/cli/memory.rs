//! What is left in memory after the lock, looked for in a dump of the real program.

use std::collections::HashSet;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::Home;

const PERSONS: usize = 20_000;
/// How every name begins, and nothing else in memory.
const MARK: &str = "Zqvmarker";

/// Ends a program with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Waits for something for up to a minute.
#[track_caller]
fn wait<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(start.elapsed() < Duration::from_secs(60), "waited for {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Dumps the memory of a process, and counts the names that are in it, in any of the ways a program keeps texts.
fn names_in(process: u32, folder: &Path) -> usize {
    let dump = folder.join("core");
    let status = Command::new("gcore").arg("-o").arg(&dump).arg(process.to_string()).stdout(Stdio::null()).status();
    assert!(status.expect("gcore").success());
    let dump = folder.join(format!("core.{process}"));
    let bytes = std::fs::read(&dump).unwrap();
    std::fs::remove_file(dump).unwrap();
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let mut found = HashSet::new();
    for begin in [MARK.as_bytes().to_vec(), MARK.to_lowercase().into_bytes(), wide(MARK), wide(&MARK.to_lowercase())] {
        for at in memchr::memmem::find_iter(&bytes, &begin) {
            let after = bytes[at + begin.len()..].iter().filter(|byte| **byte != 0);
            found.insert(after.take(5).copied().collect::<Vec<u8>>());
        }
    }
    (0..PERSONS).filter(|number| found.contains(format!("{number:05}").as_bytes())).count()
}

/// Returns a name that nothing else in memory is like.
fn name(number: usize) -> String {
    format!("{MARK}{number:05}x")
}

#[test]
#[ignore = "needs Xvfb, xdotool and gcore (gdb), and takes two minutes; cargo test --test cli memory -- --ignored"]
#[expect(clippy::print_stderr, reason = "the numbers are what it is run for")]
fn nothing_is_left_in_memory_after_the_lock() {
    let home = Home::with_vault();
    let mut csv = "First name,Last name,Company\n".to_owned();
    for number in 0..PERSONS {
        csv.push_str(&format!("Kari,{},Fjordfisk AS\n", name(number)));
    }
    assert_eq!(home.import(&csv)["added"], PERSONS);

    // Any display that is free.
    let (number, place) = (format!(":{}", 2000 + std::process::id() % 20_000), home.text("tmp"));
    let _server = Running(
        Command::new("Xvfb")
            .args([&number, "-screen", "0", "1400x900x24", "-nolisten", "tcp"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb"),
    );
    let tool = |arguments: &[&str]| {
        let output = Command::new("xdotool").args(arguments).env("DISPLAY", &number).output().expect("xdotool");
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    wait("the display", || tool(&["getmouselocation"]));
    let mut program = home.program();
    program.env("DISPLAY", &number).env("KARTOTEK_CONFIG_DIR", home.path("config"));
    let window = Running(program.args(["--vault", &home.text("vault"), "--lang", "en"]).spawn().unwrap());
    let process = window.0.id();
    let find = || tool(&["search", "--onlyvisible", "--name", "Kartotek"]).filter(|found| !found.is_empty());
    let seen = wait("the window", find);
    tool(&["windowfocus", &seen]);
    std::thread::sleep(Duration::from_secs(1));
    tool(&["type", "--delay", "20", super::PASSPHRASE]);
    tool(&["key", "Return"]);
    let log = home.path("vault/vault.db-wal");
    wait("the card file to open", || log.exists().then_some(()));
    std::thread::sleep(Duration::from_secs(3));
    // The search index, the list, a card that is open and a field that is typed in.
    tool(&["type", "--delay", "20", &name(7)]);
    std::thread::sleep(Duration::from_secs(1));
    tool(&["key", "Return"]);
    std::thread::sleep(Duration::from_secs(1));
    tool(&["key", "F2"]);
    std::thread::sleep(Duration::from_secs(1));
    tool(&["type", "--delay", "20", "Berit"]);
    std::thread::sleep(Duration::from_secs(1));
    let before = names_in(process, Path::new(&place));
    assert!(before > PERSONS * 9 / 10, "only {before} names were in memory while the card file was open");

    let pressed = Instant::now();
    tool(&["key", "ctrl+shift+l"]);
    let called_with = || std::fs::read(format!("/proc/{process}/cmdline")).unwrap();
    wait("the process to be replaced", || called_with().windows(8).any(|part| part == b"--locked").then_some(()));
    let replaced = pressed.elapsed();
    wait("the window", || find().filter(|found| *found != seen));
    let shown = pressed.elapsed();
    std::thread::sleep(Duration::from_secs(2));
    let after = names_in(process, Path::new(&place));
    eprintln!("{before} names before the lock, {after} after; replaced after {replaced:?}, shown after {shown:?}");
    assert_eq!(after, 0);
    let limits = std::fs::read_to_string(format!("/proc/{process}/limits")).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert!(core.split_whitespace().nth(4) == Some("1"), "{core}");
}
