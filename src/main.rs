//! Starts the window.

use std::process::ExitCode;

use kartotek::app::{self, Launch};

fn main() -> ExitCode {
    let mut launch = Launch::default();
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--demo") => launch.demo = true,
            Some("--vault") => launch.vault = arguments.next().map(Into::into),
            Some("--lang") => launch.lang = arguments.next().and_then(|code| code.to_str()?.parse().ok()),
            Some(_) | None => return ExitCode::from(2),
        }
    }
    app::run(launch)
}
