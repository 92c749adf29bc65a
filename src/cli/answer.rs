//! What a command answers, for people and scripts.

use serde_json::Value;

/// What a command answers.
#[derive(Debug)]
pub struct Answer {
    /// For scripts. A bare text is a document that is written already, and none is an answer in words only.
    pub json: Value,
    /// For people, with a line break at the end.
    pub text: String,
    /// What people should know beyond the answer, one sentence each.
    pub warnings: Vec<String>,
    /// Whether the command found everything in order.
    pub fine: bool,
}

impl Answer {
    /// Returns an answer without warnings.
    pub fn new(json: Value, text: String) -> Self {
        Self { json, text, warnings: Vec::new(), fine: true }
    }

    /// Returns an answer whose document is written already: as a value, a million rows would need five times their room.
    pub fn written(document: String) -> Self {
        Self::new(Value::String(document), String::new())
    }

    /// Returns the answer as a JSON document.
    pub fn document(self) -> String {
        match self.json {
            Value::String(written) => written,
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
                format!("{:#}\n", self.json)
            }
        }
    }
}

/// Returns a text, or null where there is none.
pub fn text_or_null(text: &str) -> Value {
    if text.is_empty() { Value::Null } else { Value::from(text) }
}

/// Returns rows of cells as lines with aligned columns; the last column is not padded.
pub fn aligned(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
    let mut lines = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', width.saturating_sub(cell.chars().count()) + 2));
        }
        lines.push_str(line.trim_end());
        lines.push('\n');
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_by_characters_and_lines_end_clean() {
        let rows = [vec!["Ås".to_owned(), "x".to_owned()], vec!["Oslo".to_owned(), String::new()]];
        assert_eq!(aligned(&rows), "Ås    x\nOslo\n");
        assert_eq!(aligned(&[]), "");
    }
}
