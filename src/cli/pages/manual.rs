//! The manual page, as troff reads it (`man(7)`).

use std::fmt::Write;

use clap::{Arg, Command};

use crate::i18n::{self, Lang};
use crate::t;

/// Returns the manual page that explains a command and all commands in it.
pub fn page(command: &Command, lang: Lang) -> String {
    let mut page = Page(String::new());
    let name = command.get_name();
    let version = command.get_version().unwrap_or_default();
    page.line(&format!(".TH KARTOTEK 1 \"\" \"Kartotek {}\"", plain(version)));
    page.section(&t!(lang, "cli-page-name"));
    page.line(&format!("{} \\- {}", plain(name), plain(&t!(lang, "cli-page-what"))));
    page.section(&t!(lang, "cli-page-synopsis"));
    page.line(&format!(".B {}", plain(name)));
    page.line(&plain(&t!(lang, "cli-page-call")));
    page.section(&t!(lang, "cli-page-description"));
    page.text(&command.get_about().map(ToString::to_string).unwrap_or_default());
    page.line(".PP");
    page.text(&t!(lang, "cli-page-description-text"));
    page.section(&t!(lang, "cli-page-options"));
    for argument in command.get_arguments() {
        page.argument(argument);
    }
    page.section(&t!(lang, "cli-page-commands"));
    for inner in command.get_subcommands() {
        page.command(inner, name);
    }
    page.section(&t!(lang, "cli-page-exit"));
    for code in 0..=4 {
        page.line(".TP");
        page.line(&format!(".B {code}"));
        page.text(&i18n::text(lang, &format!("cli-page-exit-{code}")));
    }
    page.section(&t!(lang, "cli-page-environment"));
    for (variable, text) in [
        ("KARTOTEK_VAULT", t!(lang, "cli-page-variable-vault")),
        ("KARTOTEK_PASSPHRASE_FILE", t!(lang, "cli-page-variable-passphrase-file")),
        ("KARTOTEK_USER", t!(lang, "cli-page-variable-user")),
        ("KARTOTEK_CONFIG_DIR", t!(lang, "cli-page-variable-config-dir")),
        ("KARTOTEK_LOG", t!(lang, "cli-page-variable-log")),
    ] {
        page.entry(variable, &text);
    }
    page.section(&t!(lang, "cli-page-files"));
    page.entry("~/.local/share/Kartotek", &t!(lang, "cli-page-file-vault"));
    page.entry("~/.config/kartotek", &t!(lang, "cli-page-file-settings"));
    page.0
}

struct Page(String);

impl Page {
    fn line(&mut self, line: &str) {
        // Writing to a text in memory cannot fail.
        let _ = writeln!(self.0, "{line}");
    }

    fn section(&mut self, heading: &str) {
        self.line(&format!(".SH {}", plain(heading).to_uppercase()));
    }

    /// Adds a text; one that begins as a request does is kept from being one.
    fn text(&mut self, text: &str) {
        for line in text.lines() {
            let guard = if line.starts_with(['.', '\'']) { "\\&" } else { "" };
            self.line(&format!("{guard}{}", plain(line)));
        }
    }

    fn entry(&mut self, term: &str, text: &str) {
        self.line(".TP");
        self.line(&format!(".B {}", plain(term)));
        self.text(text);
    }

    fn argument(&mut self, argument: &Arg) {
        if argument.is_hide_set() {
            return;
        }
        let values: Vec<&str> =
            argument.get_value_names().unwrap_or_default().iter().map(clap::builder::Str::as_str).collect();
        let values = if argument.get_action().takes_values() { values.join(" ") } else { String::new() };
        let mut names = Vec::new();
        names.extend(argument.get_short().map(|short| format!("-{short}")));
        names.extend(argument.get_long().map(|long| format!("--{long}")));
        let term = match (names.join(", "), values) {
            (names, values) if names.is_empty() => values,
            (names, values) if values.is_empty() => names,
            (names, values) => format!("{names} {values}"),
        };
        self.entry(&term, &argument.get_help().map(ToString::to_string).unwrap_or_default());
    }

    /// Adds a command and those in it, each under its whole name.
    fn command(&mut self, command: &Command, above: &str) {
        if command.is_hide_set() {
            return;
        }
        let name = format!("{above} {}", command.get_name());
        let values = command.get_positionals().filter_map(|argument| {
            Some((argument.is_required_set(), argument.get_value_names()?.first()?.to_string()))
        });
        let values = values.map(|(required, name)| if required { format!(" {name}") } else { format!(" [{name}]") });
        self.line(&format!(".SS {}{}", plain(&name), plain(&values.collect::<String>())));
        self.text(&command.get_about().map(ToString::to_string).unwrap_or_default());
        for argument in command.get_arguments().filter(|argument| !argument.is_global_set()) {
            self.argument(argument);
        }
        for inner in command.get_subcommands() {
            self.command(inner, &name);
        }
    }
}

/// Returns a text in which troff sees no orders: its backslash, and hyphens that are to stay hyphens when copied.
fn plain(text: &str) -> String {
    text.replace('\\', "\\e").replace('-', "\\-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_gives_orders() {
        let mut page = Page(String::new());
        page.text(".so /etc/passwd\n'br\na\\fB --b");
        assert_eq!(page.0, "\\&.so /etc/passwd\n\\&'br\na\\efB \\-\\-b\n");
    }
}
