//! Folds texts to the form in which they are searched.
//!
//! Canonical decomposition (Unicode NFD), marks dropped, lower case, then the letters of European
//! languages that have no decomposition. Decomposing letter by letter is enough: putting marks in
//! canonical order would only move what is dropped anyway.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Returns the text without marks and without case, as it is searched.
///
/// `Ødegård` becomes `odegard`, `Müller` becomes `muller`, `Æsa Straße` becomes `aesa strasse`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        fold_letter(letter, &mut |part| folded.push(part));
    }
    folded
}

/// Emits the folded letter, which may be none or several.
pub(crate) fn fold_letter(letter: char, emit: &mut impl FnMut(char)) {
    if letter.is_ascii() {
        emit(letter.to_ascii_lowercase());
        return;
    }
    decompose_canonical(letter, |part| {
        if is_combining_mark(part) {
            return;
        }
        for lower in part.to_lowercase() {
            match lower {
                'ø' => emit('o'),
                'æ' => "ae".chars().for_each(&mut *emit),
                'œ' => "oe".chars().for_each(&mut *emit),
                'ß' => "ss".chars().for_each(&mut *emit),
                'ð' | 'đ' => emit('d'),
                'þ' => "th".chars().for_each(&mut *emit),
                'ł' => emit('l'),
                'ı' => emit('i'),
                'ħ' => emit('h'),
                // Two letters that have a second small form at certain places in a word.
                'ς' => emit('σ'),
                'ſ' => emit('s'),
                // The capital I with a dot becomes an i and a mark.
                other if is_combining_mark(other) => {}
                other => emit(other),
            }
        }
    });
}
