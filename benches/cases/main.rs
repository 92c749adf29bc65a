//! Measures what must be fast, each beside the bare minimum ("limit") in the same run, round by round.
//!
//! `cargo bench -- sample import xlsx search selection frame card start journal erase export export-xlsx mass-edit report mail` (all
//! without a name). `KARTOTEK_BENCH=100000,1000000` sets how many persons, `KARTOTEK_ROUNDS=5` how often. What counts are
//! ratios taken in one run: the machine adds noise to both.
//! Card files that take long to make are kept in `target/tmp/bench` for the next run.

#![allow(
    clippy::wildcard_enum_match_arm,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout
)]

mod card;
mod erasing;
mod export;
mod frame;
mod import;
mod journal;
mod limit;
mod mail;
#[path = "../../tests/mail_server/server.rs"]
mod mail_server;
mod mass_edit;
mod measure;
mod people;
mod report;
mod sample;
mod search;
mod selection;
mod start;
mod vaults;

fn main() {
    let all: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    if let Some((child, rest)) = all.split_first()
        && let Some(part) = child.strip_prefix("child-")
    {
        return match part {
            "import-ours" => import::ours(rest),
            "import-limit" => import::limit(rest),
            "xlsx-limit" => import::xlsx_limit(rest),
            "export-ours" => export::ours(rest),
            "export-limit" => export::limit(rest),
            "start-ours" => start::ours(rest),
            "start-limit" => start::limit(rest),
            "report-full" => report::full_ours(rest),
            "sample" => sample::ours(rest),
            _ => panic!("no such part"),
        };
    }
    let is_wanted = |case: &str| all.is_empty() || all.iter().any(|word| word == case);
    println!("load {}", measure::load());
    for count in measure::sizes() {
        if is_wanted("sample") {
            sample::run(count);
        }
        if is_wanted("import") {
            import::run(count);
        }
        if is_wanted("xlsx") {
            import::run_xlsx(count);
        }
        if is_wanted("search") {
            search::run(count);
        }
        if is_wanted("selection") {
            selection::run(count);
        }
        if is_wanted("frame") {
            frame::run(count);
        }
        if is_wanted("card") {
            card::run(count);
        }
        if is_wanted("journal") {
            journal::run(count);
        }
        if is_wanted("erase") {
            erasing::run(count);
        }
        if is_wanted("export") {
            export::run(count);
        }
        if is_wanted("export-xlsx") {
            export::run_xlsx(count);
        }
        if is_wanted("mass-edit") {
            mass_edit::run(count);
        }
        if is_wanted("report") {
            report::run(count);
        }
        if is_wanted("mail") {
            mail::run(count);
        }
        if is_wanted("start") {
            start::run(count);
        }
    }
    println!("load {}", measure::load());
}
