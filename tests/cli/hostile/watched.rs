//! Runs the program with an eye on the clock and on memory.

use std::io::Read;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// No file may keep the program longer.
const LONGEST: Duration = Duration::from_secs(60);

/// What a call gave, how long it took, and what it needed.
pub struct Watched {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
    pub took: Duration,
    /// Where the system tells.
    pub memory: Option<Memory>,
}

/// The most memory in use at once, in KiB.
#[derive(Debug, Clone, Copy, Default)]
pub struct Memory {
    pub parent: u64,
    /// Of the process that reads the file.
    pub child: u64,
}

/// Runs the program; one that takes too long is ended, and fails the test.
#[track_caller]
pub fn watch(command: &mut Command) -> Watched {
    let begun = Instant::now();
    let mut process = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let (mut out, mut err) = (process.stdout.take().unwrap(), process.stderr.take().unwrap());
    let out = std::thread::spawn(move || text(&mut out));
    let err = std::thread::spawn(move || text(&mut err));
    let mut memory = None;
    let code = loop {
        if let Some(ended) = process.try_wait().unwrap() {
            break ended.code();
        }
        if begun.elapsed() > LONGEST {
            process.kill().unwrap();
            panic!("longer than {LONGEST:?}: {:?}", command.get_args().collect::<Vec<_>>());
        }
        look(process.id(), &mut memory);
        std::thread::sleep(Duration::from_millis(5));
    };
    Watched { code, out: out.join().unwrap(), err: err.join().unwrap(), took: begun.elapsed(), memory }
}

fn text(from: &mut impl Read) -> String {
    let mut text = Vec::new();
    from.read_to_end(&mut text).unwrap();
    String::from_utf8(text).unwrap()
}

/// Looks at what the program and the processes below it need, where there is /proc.
fn look(id: u32, memory: &mut Option<Memory>) {
    let Some(parent) = peak(id) else { return };
    let memory = memory.get_or_insert_default();
    memory.parent = memory.parent.max(parent);
    let threads = std::fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
    for thread in threads {
        let children = std::fs::read_to_string(thread.path().join("children")).unwrap_or_default();
        for child in children.split_ascii_whitespace() {
            let child = child.parse().ok().and_then(peak).unwrap_or_default();
            memory.child = memory.child.max(child);
        }
    }
}

fn peak(id: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}
