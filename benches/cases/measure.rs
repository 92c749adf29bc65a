//! Clocks, medians, and what the system tells of a process.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What one piece of work took.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cost {
    pub wall: f64,
    pub cpu: f64,
    /// The most memory the process held, in MB.
    pub peak: f64,
}

/// Returns the sizes to measure at.
pub fn sizes() -> Vec<u64> {
    let wanted = std::env::var("KARTOTEK_BENCH").unwrap_or_else(|_| "100000".to_owned());
    wanted.split(',').map(|size| size.trim().parse().expect("KARTOTEK_BENCH=100000,1000000")).collect()
}

/// Returns how many rounds to measure.
pub fn rounds(count: u64) -> usize {
    let set = std::env::var("KARTOTEK_ROUNDS").ok().and_then(|rounds| rounds.parse().ok());
    set.unwrap_or(if count > 200_000 { 3 } else { 5 })
}

pub fn load() -> String {
    std::fs::read_to_string("/proc/loadavg").unwrap_or_default().split(' ').take(3).collect::<Vec<_>>().join(" ")
}

pub fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// Returns the time of the processor that this process has used, in milliseconds; 0 where the system does not tell.
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let behind_name = stat.rsplit_once(')').map_or("", |parts| parts.1);
    let ticks: f64 = behind_name.split_whitespace().skip(11).take(2).filter_map(|n| n.parse::<f64>().ok()).sum();
    ticks * 10.0
}

/// Returns a line of `/proc/self/status` in MB: `VmHWM` is the peak, `VmRSS` what is held now.
pub fn memory(line: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let found = status.lines().find_map(|text| text.strip_prefix(line)?.strip_prefix(':'));
    let kilobytes = found.and_then(|text| text.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) / 1_024.0
}

/// Runs work in this process and prints what it took, for the process that started this one.
pub fn report(work: impl FnOnce()) {
    let (wall, before) = (Instant::now(), cpu());
    work();
    println!("cost {} {} {}", ms(wall.elapsed()), cpu() - before, memory("VmHWM"));
}

/// Starts this program anew for one part, and returns what it reports and when each word it prints came.
pub fn child(part: &str, arguments: &[String]) -> (Cost, Vec<(String, f64)>) {
    let started = Instant::now();
    let mut process = Command::new(std::env::current_exe().unwrap())
        .arg(format!("child-{part}"))
        .args(arguments)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the bench itself");
    let (mut cost, mut marks) = (Cost::default(), Vec::new());
    for line in BufReader::new(process.stdout.take().unwrap()).lines() {
        let (line, at) = (line.unwrap(), ms(started.elapsed()));
        match line.strip_prefix("cost ") {
            Some(numbers) => {
                let numbers: Vec<f64> = numbers.split(' ').map(|number| number.parse().unwrap()).collect();
                cost = Cost { wall: numbers[0], cpu: numbers[1], peak: numbers[2] };
            }
            None => marks.push((line, at)),
        }
    }
    assert!(process.wait().unwrap().success(), "{part} failed");
    (cost, marks)
}

/// Returns the value below which `part` (0 to 1) of the values lie.
pub fn quantile(values: &[f64], part: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = (part * (sorted.len().saturating_sub(1)) as f64).round() as usize;
    sorted.get(place).copied().unwrap_or(f64::NAN)
}

pub fn median(values: &[f64]) -> f64 {
    quantile(values, 0.5)
}

/// Prints one line: ours, the limit, and the median of the ratios of each round.
pub fn line(case: &str, count: u64, ours: &[f64], limit: &[f64], note: &str) {
    let ratios: Vec<f64> = ours.iter().zip(limit).map(|(ours, limit)| ours / limit).collect();
    println!(
        "{case:<34} {count:>8}  ours {:>9.2} ms ({:.2}–{:.2})  limit {:>9.2} ms ({:.2}–{:.2})  ratio {:>5.2}  {note}",
        median(ours),
        quantile(ours, 0.0),
        quantile(ours, 1.0),
        median(limit),
        quantile(limit, 0.0),
        quantile(limit, 1.0),
        median(&ratios),
    );
}
