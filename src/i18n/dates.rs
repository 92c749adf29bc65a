//! Dates and times, written and read.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use super::{Lang, text};
use crate::t;

/// Returns a date as lists and cards show it: `12 Mar 2026`, `12. mars 2026`, `12 mars 2026`.
pub fn date(lang: Lang, date: NaiveDate) -> String {
    let month = text(lang, &format!("month-short-{}", date.month()));
    written(lang, date, &month)
}

/// Returns a date with the month in full: `12 March 2026`, `12. februar 2026`.
pub fn date_long(lang: Lang, date: NaiveDate) -> String {
    written(lang, date, &month_name(lang, date.month()))
}

fn written(lang: Lang, date: NaiveDate, month: &str) -> String {
    let dot = match lang {
        Lang::Nb => ".",
        Lang::En | Lang::Sv => "",
    };
    format!("{}{dot} {month} {}", date.day(), date.year())
}

/// Returns a date in figures, as it is typed into a field: `24.12.2026` in Norwegian,
/// `2026-12-24` in English (where the order of day and month would be guessed) and Swedish.
pub fn date_numeric(lang: Lang, date: NaiveDate) -> String {
    match lang {
        Lang::Nb => date.format("%d.%m.%Y").to_string(),
        Lang::En | Lang::Sv => date.format("%Y-%m-%d").to_string(),
    }
}

/// Returns what calendar and clock show where the user is, to the minute: `12 Mar 2026 10:41`.
pub fn date_time(lang: Lang, local: NaiveDateTime) -> String {
    format!("{} {}", date(lang, local.date()), time_of_day(lang, local.time()))
}

/// Returns a time of day to the minute: `10:41`. All three languages count to 24.
pub fn time_of_day(_lang: Lang, time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// Returns the full name of a month (1 to 12), written as inside a sentence.
pub fn month_name(lang: Lang, month: u32) -> String {
    text(lang, &format!("month-{month}"))
}

/// Returns how long ago a moment was, in its largest whole unit: "3 days ago". Moments to come
/// count as now.
pub fn age(lang: Lang, moment: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let since = (now - moment).max(TimeDelta::zero());
    let days = since.num_days();
    if since.num_minutes() < 1 {
        t!(lang, "age-now")
    } else if since.num_hours() < 1 {
        t!(lang, "age-minutes", count = since.num_minutes())
    } else if days < 1 {
        t!(lang, "age-hours", count = since.num_hours())
    } else if days < 60 {
        t!(lang, "age-days", count = days)
    } else if days < 730 {
        t!(lang, "age-months", count = (days * 12 / 365))
    } else {
        t!(lang, "age-years", count = (days * 4 / 1461))
    }
}

/// Reads a date as people type it, the day before the month; `None` when it is no date.
///
/// * `2026-12-24`, `20261224`, `24.12.2026`, `24/12-2026`, `24/12 2026`, `24-12-2026`
/// * `24.12.`, `24/12` (this year), `24.12.26` (at most 20 years ahead, else the last century)
/// * `24 Dec 2026`, `24. desember`, `24 december 2026`, with months of the language
/// * `today`, `i dag`, `idag`, and the days before and after, in any of the languages
/// * `+3d`, `-2w`, `+1m`, `-3y`: days, weeks, months and years from today
pub fn parse_date(lang: Lang, typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    let typed = typed.trim().to_lowercase();
    relative(&typed, today).or_else(|| named_day(&typed, today)).or_else(|| figures(lang, &typed, today))
}

fn named_day(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    match typed {
        "today" | "i dag" | "idag" => Some(today),
        "yesterday" | "i går" | "igår" => today.pred_opt(),
        "tomorrow" | "i morgen" | "imorgen" | "i morgon" | "imorgon" => today.succ_opt(),
        _ => None,
    }
}

fn relative(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (back, rest) = match typed.strip_prefix('+') {
        Some(rest) => (false, rest),
        None => (true, typed.strip_prefix(['-', '\u{2212}'])?),
    };
    let unit = rest.chars().next_back()?;
    let count: u32 = rest[..rest.len() - unit.len_utf8()].trim().parse().ok()?;
    let (days, months) = match unit {
        'd' => (count, 0),
        'w' | 'u' | 'v' => (count.checked_mul(7)?, 0),
        'm' => (0, count),
        'y' | 'å' => (0, count.checked_mul(12)?),
        _ => return None,
    };
    let (days, months) = (Days::new(days.into()), Months::new(months));
    if back {
        today.checked_sub_days(days)?.checked_sub_months(months)
    } else {
        today.checked_add_days(days)?.checked_add_months(months)
    }
}

fn figures(lang: Lang, typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    if typed.len() == 8 && typed.bytes().all(|byte| byte.is_ascii_digit()) {
        return NaiveDate::parse_from_str(typed, "%Y%m%d").ok();
    }
    let allowed = |sign: char| sign.is_alphanumeric() || sign.is_whitespace() || ".-/,".contains(sign);
    if !typed.chars().all(allowed) {
        return None;
    }
    let parts: Vec<&str> = typed.split(|sign: char| !sign.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    match parts[..] {
        [year, month, day] if year.len() == 4 => day_of(lang, day, month, year.parse().ok()?),
        [day, month, year] => day_of(lang, day, month, full_year(year, today)?),
        [day, month] => day_of(lang, day, month, today.year()),
        _ => None,
    }
}

fn day_of(lang: Lang, day: &str, month: &str, year: i32) -> Option<NaiveDate> {
    let month = month.parse().ok().or_else(|| named_month(lang, month))?;
    if day.len() > 2 {
        return None;
    }
    NaiveDate::from_ymd_opt(year, month, day.parse().ok()?)
}

/// Returns the month whose name begins with these three or more letters.
fn named_month(lang: Lang, typed: &str) -> Option<u32> {
    if typed.chars().count() < 3 {
        return None;
    }
    (1..=12).find(|month| month_name(lang, *month).to_lowercase().starts_with(typed))
}

/// Returns the year of two or four digits; two digits reach at most 20 years ahead.
fn full_year(typed: &str, today: NaiveDate) -> Option<i32> {
    let year: i32 = typed.parse().ok()?;
    match typed.len() {
        4 => Some(year),
        2 => {
            let this_century = today.year() - today.year().rem_euclid(100) + year;
            let ahead = this_century > today.year() + 20;
            Some(this_century - if ahead { 100 } else { 0 })
        }
        _ => None,
    }
}
