//! The program: reads what it was called with and hands it to the command line, which opens the window where no
//! command is given.

fn main() -> std::process::ExitCode {
    kartotek::cli::run(std::env::args_os().collect())
}
