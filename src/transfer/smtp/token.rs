//! The program that prints a token: the user named it, and it opens whatever connection that takes.

use std::process::Stdio;

use tokio::io::AsyncReadExt;
use tokio::process::Command;
use zeroize::Zeroizing;

use super::{Failure, Step, Why};

/// How long a token may be, in bytes.
const MOST: u64 = 16 * 1024;

/// Runs the program and returns the first line it prints. No shell reads the line: words are parted by spaces, and
/// quotation marks, single or double, hold together what has some.
///
/// # Errors
/// [`Why::NoToken`].
pub(super) async fn of(command: &str) -> Result<Zeroizing<String>, Failure> {
    let none = || Failure::new(Step::SignIn, Why::NoToken);
    let words = words(command).ok_or_else(none)?;
    let (program, arguments) = words.split_first().ok_or_else(none)?;
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
    // No window of a terminal flashes up (CREATE_NO_WINDOW).
    #[cfg(windows)]
    command.creation_flags(0x0800_0000);
    let mut child = command.spawn().map_err(|_| none())?;
    let mut printed = Zeroizing::new(Vec::new());
    if let Some(out) = child.stdout.take() {
        out.take(MOST).read_to_end(&mut printed).await.map_err(|_| none())?;
    }
    let done = child.wait().await.map_err(|_| none())?;
    let text = std::str::from_utf8(&printed).map_err(|_| none())?;
    let token = text.lines().next().unwrap_or_default().trim();
    let is_one = done.success() && !token.is_empty() && !token.contains(|sign: char| sign.is_control());
    if is_one { Ok(Zeroizing::new(token.to_owned())) } else { Err(none()) }
}

/// Returns the words of a command; none where a quotation mark is left open.
fn words(command: &str) -> Option<Vec<String>> {
    let (mut words, mut word, mut open, mut is_word) = (Vec::new(), String::new(), None, false);
    for sign in command.chars() {
        match (open, sign) {
            (Some(mark), sign) if sign == mark => open = None,
            (Some(_), sign) => word.push(sign),
            (None, '"' | '\'') => (open, is_word) = (Some(sign), true),
            (None, sign) if sign.is_whitespace() => {
                if is_word {
                    words.push(std::mem::take(&mut word));
                }
                is_word = false;
            }
            (None, sign) => {
                word.push(sign);
                is_word = true;
            }
        }
    }
    if is_word {
        words.push(word);
    }
    open.is_none().then_some(words)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_command_is_words_and_no_shell_reads_it() {
        for (command, wanted) in [
            ("token", Some(vec!["token"])),
            ("  token  me@example.org ", Some(vec!["token", "me@example.org"])),
            (r#""C:\Program Files\t.exe" --for 'a b'"#, Some(vec![r"C:\Program Files\t.exe", "--for", "a b"])),
            ("echo $HOME; rm -rf x", Some(vec!["echo", "$HOME;", "rm", "-rf", "x"])),
            ("a ''", Some(vec!["a", ""])),
            ("a 'b", None),
            ("", Some(vec![])),
        ] {
            let wanted = wanted.map(|words| words.into_iter().map(str::to_owned).collect::<Vec<_>>());
            assert_eq!(words(command), wanted, "{command}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn the_first_line_printed_is_the_token_and_failing_gives_none() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let run = |command: &str| runtime.block_on(of(command)).map(|token| token.to_string());
        assert_eq!(run("printf 'tok3n\\nmore'").unwrap(), "tok3n");
        for command in ["false", "/no/such/program", "true", "sh -c 'echo t; exit 3'", ""] {
            assert_eq!(run(command).unwrap_err().why, Why::NoToken, "{command}");
        }
    }
}
