//! `selection charts`: how the members of a selection divide up.

use chrono::Datelike;
use serde_json::{Value, json};

use crate::cli::answer::{Answer, aligned};
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::i18n;
use crate::model::list;
use crate::office::lists::Lists;
use crate::office::selections;
use crate::office::selections::charts::{Bar, Charts, charts};
use crate::t;

/// Says how the members of a selection divide up.
pub fn run(session: &Session, word: String) -> Result<Answer, Failure> {
    let (selection, charts, lists) = session.read(move |desk| {
        let selection = selections::find(desk, &word)?;
        let charts = charts(desk, selection.id)?;
        Ok((selection, charts, desk.lists()?.clone()))
    })?;
    let mut json = json(&charts, &lists);
    json["id"] = Value::from(selection.id.to_string());
    Ok(Answer::new(json, text(session, &charts, &lists)))
}

fn json(charts: &Charts, lists: &Lists) -> Value {
    let key = |item: Option<list::Id>| item.map_or(Value::Null, |item| Value::from(lists.key(item)));
    let bars = |name: &str, bars: &[Bar]| -> Value {
        bars.iter().map(|bar| json!({ name: key(bar.item), "count": bar.count })).collect()
    };
    let bases: Vec<Value> = charts
        .bases
        .iter()
        .map(|(purpose, of_it)| json!({ "purpose": lists.key(*purpose), "bases": bars("basis", of_it) }))
        .collect();
    let months: Vec<Value> = charts
        .months
        .iter()
        .map(|month| json!({ "month": month.first.format("%Y-%m").to_string(), "count": month.count }))
        .collect();
    json!({
        "total": charts.total,
        "held": charts.held,
        "categories": charts.categories.as_deref().map(|of_it| bars("category", of_it)),
        "purposes": bases,
        "sources": charts.sources.as_deref().map(|of_it| bars("source", of_it)),
        "months": months,
        "earlier": charts.earlier,
    })
}

fn text(session: &Session, charts: &Charts, lists: &Lists) -> String {
    let lang = session.lang;
    let rows = |bars: &[Bar], none: String| -> Vec<Vec<String>> {
        let name = |bar: &Bar| bar.item.map_or_else(|| none.clone(), |item| lists.name(item, lang).to_owned());
        bars.iter().map(|bar| vec![format!("  {}", name(bar)), bar.count.to_string()]).collect()
    };
    let mut text = format!("{}\n", t!(lang, "cli-selection-total", count = charts.total));
    let mut section = |title: String, rows: Vec<Vec<String>>| {
        text.push_str(&format!("\n{title}\n{}", aligned(&rows)));
    };
    if let Some(bars) = &charts.categories {
        section(t!(lang, "selections-by-category"), rows(bars, t!(lang, "selections-without")));
    }
    for (purpose, bars) in &charts.bases {
        let title = t!(lang, "selections-by-basis", purpose = lists.name(*purpose, lang));
        section(title, rows(bars, t!(lang, "list-no-basis")));
    }
    if let Some(bars) = &charts.sources {
        section(t!(lang, "selections-by-source"), rows(bars, String::new()));
    }
    let months = charts.months.iter().filter(|month| month.count > 0).map(|month| {
        let name = i18n::month_name(lang, month.first.month());
        vec![format!("  {name} {}", month.first.year()), month.count.to_string()]
    });
    section(t!(lang, "selections-by-month"), months.collect());
    if charts.earlier > 0 {
        text.push_str(&format!("  {}\n", t!(lang, "selections-earlier", count = charts.earlier)));
    }
    if charts.held > 0 {
        text.push_str(&format!("\n{}\n", t!(lang, "selections-charts-held", count = charts.held)));
    }
    text
}
