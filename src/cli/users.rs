//! `users`: who works here.

use std::path::Path;

use serde_json::{Value, json};

use super::answer::{Answer, aligned};
use super::failure::Failure;
use super::session::Session;
use crate::i18n;
use crate::model::user::User;
use crate::office::users;
use crate::t;

/// Lists the people who work here, and those who did.
pub fn list(session: &Session) -> Result<Answer, Failure> {
    let users = session.read(|desk| users::list(desk))?;
    let rows: Vec<Vec<String>> = users
        .iter()
        .map(|user| {
            let last = user.last_unlock.map_or_else(|| "-".to_owned(), |at| at.rfc3339());
            let gone = user.removed_at.map(|at| {
                let date = i18n::date(session.lang, at.local_date());
                t!(session.lang, "cli-user-gone", date = date)
            });
            vec![user.name.clone(), user.role.clone(), last, gone.unwrap_or_default()]
        })
        .collect();
    let json: Vec<Value> = users.iter().map(document).collect();
    Ok(Answer::new(json!({ "users": json }), aligned(&rows)))
}

/// Adds somebody with the passphrase in a file, unless it is easily guessed.
pub fn add(session: &Session, name: &str, role: &str, file: &Path) -> Result<Answer, Failure> {
    let passphrase = session.hard_to_guess(session.passphrase_from(file)?)?;
    let user =
        session.in_office_with_proof(|office, proof| session.wait(office.add_user(proof, name, role, passphrase)))?;
    let text = t!(session.lang, "cli-user-added", user = user.name.as_str(), role = user.role.as_str());
    Ok(Answer::new(document(&user), format!("{text}\n")))
}

/// Removes somebody, and says what still opens with their passphrase.
pub fn remove(session: &Session, name: &str) -> Result<Answer, Failure> {
    let removed = session.in_office_with_proof(|office, proof| {
        office.remove_user(proof, name).map_err(|error| session.failure(&error))
    })?;
    let lang = session.lang;
    let mut text = t!(lang, "cli-user-removed", user = name);
    let place = removed.backup.as_ref().map(|kept| kept.path.display().to_string());
    match &place {
        Some(place) => text = format!("{text}\n{}", t!(lang, "cli-user-backup", file = place.as_str())),
        None => text = format!("{text}\n{}", t!(lang, "cli-user-no-backup")),
    }
    if let Some(until) = removed.until {
        let date = i18n::date(lang, until.local_date());
        text = format!("{text}\n{}", t!(lang, "cli-user-older", count = removed.older, date = date));
    }
    let text = format!("{text}\n{}\n", t!(lang, "cli-user-recovery"));
    let until = removed.until.map(|until| until.rfc3339());
    let json = json!({
        "removed": name, "backup": place, "older_backups": removed.older, "older_until": until
    });
    Ok(Answer::new(json, text))
}

/// Gives somebody a role.
pub fn set_role(session: &Session, name: &str, role: &str) -> Result<Answer, Failure> {
    let (wanted, key) = (name.to_owned(), role.to_owned());
    let user =
        session.in_office(|office| session.wait(office.write(move |desk| users::set_role(desk, &wanted, &key))))?;
    let text = t!(session.lang, "cli-user-role", user = user.name.as_str(), role = user.role.as_str());
    Ok(Answer::new(document(&user), format!("{text}\n")))
}

fn document(user: &User) -> Value {
    json!({
        "name": user.name,
        "initials": user.initials(),
        "role": user.role,
        "last_unlock": user.last_unlock.map(|at| at.rfc3339()),
        "removed_at": user.removed_at.map(|at| at.rfc3339()),
    })
}
