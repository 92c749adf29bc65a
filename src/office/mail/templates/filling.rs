//! Fills a text in: nothing it names may be missing, and what it holds for the person comes out as plain text and as HTML.

use minijinja::value::Serde;
use minijinja::{Environment, ErrorKind, UndefinedBehavior};
use serde_json::Value;

use crate::model::template::{Base, Fault, Part, Text};
use crate::model::text;

/// No letter takes more steps to fill in: what takes longer goes round in circles.
const STEPS: u64 = 200_000;
/// The name by which the program finds a text in its own environment.
const SUBJECT: &str = "subject";
const BODY: &str = "body";

/// What a text became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// What the message is about, in one line.
    pub subject: String,
    /// What it says.
    pub body: String,
    /// The parts that hold something, and each stands as it should.
    pub parts: Vec<Part>,
}

fn environment(of: &Text) -> Result<Environment<'static>, Fault> {
    let mut environment = Environment::empty();
    environment.add_filter("join", minijinja::filters::join);
    environment.add_filter("upper", minijinja::filters::upper);
    environment.add_filter("lower", minijinja::filters::lower);
    environment.add_filter("length", minijinja::filters::length);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    environment.set_fuel(Some(STEPS));
    for (name, source) in [(SUBJECT, &of.subject), (BODY, &of.body)] {
        environment.add_template_owned(name, source.clone()).map_err(|error| fault(&error))?;
    }
    Ok(environment)
}

fn fault(error: &minijinja::Error) -> Fault {
    if matches!(error.kind(), ErrorKind::UndefinedError | ErrorKind::UnknownMethod) {
        Fault::Unknown(error.detail().map(str::to_owned).into_iter().collect())
    } else {
        Fault::Syntax(error.line().unwrap_or(1))
    }
}

/// Returns what a text names that nobody knows.
///
/// # Errors
/// [`Fault::Syntax`] where it cannot be read.
pub fn unknown(base: Base, of: &Text) -> Result<Vec<String>, Fault> {
    let environment = environment(of)?;
    let known: Vec<&str> = base.variables().collect();
    let mut unknown = Vec::new();
    for name in [SUBJECT, BODY] {
        let template = environment.get_template(name).map_err(|error| fault(&error))?;
        unknown.extend(template.undeclared_variables(true));
    }
    let is_known = |name: &String| {
        let inside = format!("{name}.");
        known.iter().any(|known| known == name || known.starts_with(&inside))
    };
    unknown.retain(|name| !is_known(name));
    unknown.sort();
    unknown.dedup();
    Ok(unknown)
}

/// A text that is read once and filled in for many.
pub struct Filler {
    base: Base,
    environment: Environment<'static>,
}

impl Filler {
    /// Reads a text.
    ///
    /// # Errors
    /// [`Fault::Syntax`] where it cannot be read.
    pub fn new(base: Base, of: &Text) -> Result<Self, Fault> {
        Ok(Self { base, environment: environment(of)? })
    }

    /// Returns what a message is about, and what it says.
    ///
    /// # Errors
    /// [`Fault`] where it names what nobody knows.
    pub fn words(&self, values: &Value) -> Result<(String, String), Fault> {
        let render = |name: &str| {
            let template = self.environment.get_template(name).map_err(|error| fault(&error))?;
            template.render(Serde(values)).map_err(|error| fault(&error))
        };
        Ok((text::single_line(&render(SUBJECT)?), tidy(&render(BODY)?)))
    }

    /// As [`words`](Self::words), with the parts it has.
    ///
    /// # Errors
    /// Those of [`words`](Self::words).
    pub fn fill(&self, values: &Value) -> Result<Filled, Fault> {
        let (subject, body) = self.words(values)?;
        let template = self.environment.get_template(BODY).map_err(|error| fault(&error))?;
        let mut captured = template.render_captured(Serde(values)).map_err(|error| fault(&error))?;
        let mut parts = Vec::new();
        for part in self.base.parts() {
            let Ok(held) = captured.with_state_mut(|state| state.render_block(part.key())) else { continue };
            let held = tidy(&held);
            if !held.is_empty() && (*part != Part::Objection || stands_alone(&held, &body)) {
                parts.push(*part);
            }
        }
        Ok(Filled { subject, body, parts })
    }

    /// Returns whether it names something.
    pub fn names(&self, name: &str) -> bool {
        [SUBJECT, BODY].into_iter().any(|text| {
            self.environment.get_template(text).is_ok_and(|text| {
                text.undeclared_variables(true)
                    .iter()
                    .any(|known| known == name || known.starts_with(&format!("{name}.")))
            })
        })
    }
}

/// Fills a text in.
///
/// # Errors
/// [`Fault`] where it cannot be read, or names what nobody knows.
pub fn fill(base: Base, of: &Text, values: &Value) -> Result<Filled, Fault> {
    Filler::new(base, of)?.fill(values)
}

/// Returns whether some paragraphs stand by themselves, not at the end or in the middle of others (art. 21(4)).
fn stands_alone(held: &str, body: &str) -> bool {
    let paragraphs: Vec<&str> = body.split("\n\n").collect();
    held.split("\n\n").all(|paragraph| paragraphs.contains(&paragraph))
}

/// Takes out blanks at the ends of lines, empty lines beyond one, and those between the points of a list: conditions and
/// loops leave them behind.
fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    let (mut is_apart, mut follows_point) = (false, false);
    for line in text.lines().map(str::trim_end) {
        if line.is_empty() {
            is_apart = true;
            continue;
        }
        let is_point = line.starts_with("- ");
        if !tidied.is_empty() {
            tidied.push_str(if is_apart && !(is_point && follows_point) { "\n\n" } else { "\n" });
        }
        (is_apart, follows_point) = (false, is_point);
        tidied.push_str(line);
    }
    tidied
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn text(body: &str) -> Text {
        Text { subject: "A".into(), body: body.into() }
    }

    #[test]
    fn lines_are_tidied() {
        assert_eq!(tidy("\n\na  \nb\n\n\n\nc\n"), "a\nb\n\nc");
        assert_eq!(tidy("a:\n\n- b\n\n\n- c\n\nd"), "a:\n\n- b\n- c\n\nd");
    }

    #[test]
    fn what_nobody_knows_is_found_before_it_is_sent() {
        for (body, unknown_names) in [
            ("{{ person.name }}", vec![]),
            ("{{ persn.name }}", vec!["persn.name"]),
            ("{{ person.shoe_size }}", vec!["person.shoe_size"]),
            ("{% for p in purposes %}{{ p.name }}{% endfor %}", vec![]),
            ("{% if false %}{{ gossip }}{% endif %}", vec!["gossip"]),
            ("{{ content }}", vec!["content"]),
        ] {
            assert_eq!(unknown(Base::Notice, &text(body)).unwrap(), unknown_names, "{body}");
        }
        assert_eq!(unknown(Base::Notice, &text("a\n{{ x")), Err(Fault::Syntax(2)));
    }

    #[test]
    fn an_objection_stands_by_itself() {
        let parts = |body: &str| fill(Base::Newsletter, &text(body), &Value::Null).unwrap().parts;
        assert_eq!(parts("Hi\n\n{% block objection %}You can object.{% endblock %}\n\nBye"), [Part::Objection]);
        assert_eq!(parts("Hi, {% block objection %}you can object.{% endblock %}"), []);
        assert_eq!(parts("{% block objection %}{% endblock %}"), []);
        assert_eq!(parts("{% block who %}We{% endblock %} and nobody else"), [Part::Who]);
    }

    #[test]
    fn a_text_that_never_ends_is_stopped() {
        let many: Vec<u32> = (0..2_000).collect();
        let values = serde_json::json!({ "data": many });
        let body = "{% for a in data %}{% for b in data %}x{% endfor %}{% endfor %}";
        assert!(fill(Base::Notice, &text(body), &values).is_err());
    }
}
