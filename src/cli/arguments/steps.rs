//! The arguments of `steps` and of `guide`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::model::preparation::Point;

#[derive(Debug, Subcommand)]
pub enum Steps {
    Confirm {
        #[arg(value_parser = judged)]
        point: Point,
        #[arg(long)]
        not: bool,
    },
    Hide,
    Show,
}

#[derive(Debug, Args)]
pub struct Guide {
    #[arg(long, value_name = "FILE.html", value_parser = page)]
    pub out: PathBuf,
}

/// Returns the point that a key names, where somebody may say that it is right as it is.
fn judged(key: &str) -> Result<Point, String> {
    let known = || Point::ALL.into_iter().filter(|point| point.is_judged());
    known().find(|point| point.key() == key).ok_or_else(|| known().map(Point::key).collect::<Vec<_>>().join(", "))
}

/// A file of another kind could be one that is needed.
fn page(path: &str) -> Result<PathBuf, &'static str> {
    let path = PathBuf::from(path);
    let is_page = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("html"));
    if is_page { Ok(path) } else { Err(".html") }
}
