//! Finds the paths in a source: those that begin at the crate, and the libraries that are named.

/// What a source names.
#[derive(Debug, Default)]
pub struct Found {
    /// Paths within the crate, from its root.
    pub own: Vec<Vec<String>>,
    /// Names that stand where a library's can.
    pub libraries: Vec<String>,
    /// Whether the word `unsafe` stands in it.
    pub has_unsafe: bool,
}

/// Reads a source that is the module `module`.
pub fn read(source: &str, module: &[String]) -> Found {
    let tokens = tokens(&without_texts(source));
    let mut found = Found::default();
    let mut here = module.to_vec();
    if here == ["main"] {
        here.clear();
    }
    // Modules written out within the file, with the depth of braces at which they end.
    let mut depth = 0;
    let mut inner: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let before = at.checked_sub(1).map_or("", |before| tokens[before].as_str());
        match tokens[at].as_str() {
            "{" => depth += 1,
            "}" => {
                depth -= 1;
                if inner.last() == Some(&depth) {
                    inner.pop();
                    here.pop();
                }
            }
            "unsafe" => found.has_unsafe = true,
            "mod" if tokens.get(at + 2).is_some_and(|next| next == "{") => {
                here.push(tokens[at + 1].clone());
                inner.push(depth);
                depth += 1;
                at += 2;
            }
            "crate" if before == "extern" => {}
            "use" => {
                let mut tree = Tree { tokens: &tokens, here: &here, found: &mut found };
                at = tree.walk(at + 1, None);
                continue;
            }
            word if is_word(word) && !matches!(before, "::" | "." | "fn" | "mod" | "let") => {
                let leads_on = tokens.get(at + 1).is_some_and(|next| next == "::");
                let is_extern = before == "crate" && at >= 2 && tokens[at - 2] == "extern";
                if leads_on || is_extern {
                    let mut tree = Tree { tokens: &tokens, here: &here, found: &mut found };
                    at = tree.walk(at, None);
                    continue;
                }
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// A tree of paths, such as `crate::{model::person, store}`.
struct Tree<'a> {
    tokens: &'a [String],
    here: &'a [String],
    found: &'a mut Found,
}

impl Tree<'_> {
    /// Follows a path from `at` on, behind `before` (none at its beginning), and returns where it ends.
    fn walk(&mut self, mut at: usize, before: Option<Vec<String>>) -> usize {
        // None: the path leads into a library.
        let mut path = before;
        let mut is_first = path.is_none();
        loop {
            let Some(token) = self.tokens.get(at) else { return at };
            match token.as_str() {
                "::" => at += 1,
                "{" => {
                    at += 1;
                    while self.tokens.get(at).is_some_and(|token| token != "}") {
                        at = self.walk(at, if is_first { None } else { path.clone() });
                        // An alias, then the comma.
                        while self.tokens.get(at).is_some_and(|token| !matches!(token.as_str(), "," | "}")) {
                            at += 1;
                        }
                        at += usize::from(self.tokens.get(at).is_some_and(|token| token == ","));
                    }
                    return at + 1;
                }
                "*" => {
                    self.end(path, true);
                    return at + 1;
                }
                word if is_word(word) && word != "as" => {
                    match (word, is_first, &mut path) {
                        ("crate" | "kartotek", true, _) => path = Some(Vec::new()),
                        ("self", true, _) => path = Some(self.here.to_vec()),
                        ("super", true, _) => {
                            path = Some(self.here[..self.here.len().saturating_sub(1)].to_vec());
                        }
                        ("super", false, Some(path)) => {
                            path.pop();
                        }
                        ("self", false, _) => {}
                        (_, true, _) => {
                            self.found.libraries.push(word.to_owned());
                            // Behind a library's name nothing is ours.
                            return self.skip(at + 1);
                        }
                        (_, false, Some(path)) => path.push(word.to_owned()),
                        (_, false, None) => {}
                    }
                    is_first = false;
                    at += 1;
                    if self.tokens.get(at).is_none_or(|token| token != "::") {
                        self.end(path, false);
                        return at;
                    }
                }
                _ => {
                    self.end(path, false);
                    return at.max(1);
                }
            }
        }
    }

    fn end(&mut self, path: Option<Vec<String>>, is_glob: bool) {
        let Some(mut path) = path else { return };
        if path.is_empty() {
            // The whole crate under another name, or everything in it: nobody can tell what is used of it.
            path.push(if is_glob { "*" } else { "crate" }.to_owned());
        }
        self.found.own.push(path);
    }

    /// Passes over the rest of a library's path, braces and all.
    fn skip(&self, mut at: usize) -> usize {
        while self.tokens.get(at).is_some_and(|token| token == "::") {
            at += 1;
            match self.tokens.get(at).map(String::as_str) {
                Some("{") => {
                    let mut depth = 0;
                    while let Some(token) = self.tokens.get(at) {
                        at += 1;
                        match token.as_str() {
                            "{" => depth += 1,
                            "}" => depth -= 1,
                            _ => {}
                        }
                        if depth == 0 {
                            return at;
                        }
                    }
                }
                Some(word) if is_word(word) => at += 1,
                _ => return at,
            }
        }
        at
    }
}

fn is_word(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

fn tokens(code: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut letters = code.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter.is_alphanumeric() || letter == '_' {
            let mut word = String::from(letter);
            while let Some(more) = letters.next_if(|c| c.is_alphanumeric() || *c == '_') {
                word.push(more);
            }
            tokens.push(word);
        } else if letter == ':' && letters.next_if_eq(&':').is_some() {
            tokens.push("::".to_owned());
        } else if !letter.is_whitespace() {
            tokens.push(letter.to_string());
        }
    }
    tokens
}

/// Returns the source with comments, texts and single letters blanked out.
fn without_texts(source: &str) -> String {
    let letters: Vec<char> = source.chars().collect();
    let mut code = String::with_capacity(source.len());
    let mut at = 0;
    let starts = |at: usize, what: &str| what.chars().enumerate().all(|(i, c)| letters.get(at + i) == Some(&c));
    while let Some(letter) = letters.get(at) {
        let after_word = at > 0 && (letters[at - 1].is_alphanumeric() || letters[at - 1] == '_');
        let hashes = letters[at + 1..].iter().take_while(|c| **c == '#').count();
        if starts(at, "//") {
            while letters.get(at).is_some_and(|c| *c != '\n') {
                at += 1;
            }
        } else if starts(at, "/*") {
            let mut depth = 0;
            while at < letters.len() {
                if starts(at, "/*") {
                    depth += 1;
                    at += 2;
                } else if starts(at, "*/") {
                    depth -= 1;
                    at += 2;
                } else {
                    at += 1;
                }
                if depth == 0 {
                    break;
                }
            }
        } else if *letter == 'r'
            && (!after_word || letters[at - 1] == 'b')
            && letters.get(at + 1 + hashes) == Some(&'"')
        {
            let end: String = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
            at += hashes + 2;
            while at < letters.len() && !starts(at, &end) {
                at += 1;
            }
            at += end.len();
        } else if *letter == '"' {
            at += 1;
            while letters.get(at).is_some_and(|c| *c != '"') {
                at += if letters[at] == '\\' { 2 } else { 1 };
            }
            at += 1;
        } else if *letter == '\'' && letters.get(at + 1) == Some(&'\\') {
            at += 3;
            while letters.get(at).is_some_and(|c| *c != '\'') {
                at += 1;
            }
            at += 1;
        } else if *letter == '\'' && letters.get(at + 2) == Some(&'\'') {
            at += 3;
        } else {
            code.push(*letter);
            at += 1;
            continue;
        }
        code.push(' ');
    }
    code
}
