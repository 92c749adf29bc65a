//! People who work here: added with a passphrase of their own, given a role, and removed with a new key for everybody
//! else.
//!
//! Who may open the card file stands in two places: here, in a row, and in the file of keys, in a slot. A program that
//! is killed between the two leaves a row without a slot or a slot without a row. Neither lets anybody in, and the next
//! opening by somebody else changes the key, so that what is left over opens nothing.

pub mod roles;

use std::sync::PoisonError;

use super::{Answer, Desk, Error, Office, Rule, aside, backup, flatten, keys, settings};
use crate::i18n::fold;
use crate::model::journal::{Kind, Subject};
use crate::model::user::{Id, Right, Role, User};
use crate::model::{Moment, text};
use crate::store;
use crate::vault::{self, Passphrase, Proof, Vault};

/// An unlocking is only noted when the one before is older than this, in milliseconds.
const NOTED_EVERY: i64 = 10 * 60 * 1000;
/// The longest name, in characters.
const LONGEST_NAME: usize = 60;

/// What came of removing somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    /// The backup under the new key; none where it could not be made.
    pub backup: Option<backup::Kept>,
    /// How many backups of before are still there; they open with the passphrase of before.
    pub older: usize,
    /// Until when the last of those is kept at most.
    pub until: Option<Moment>,
}

/// Returns the people who work here or did, by name.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn list(desk: &Desk<'_>) -> Result<Vec<User>, Error> {
    desk.require(Right::Users)?;
    Ok(store::users::all(desk.db())?)
}

/// Returns the names of those who can say what everybody may do. Anybody may know whom to ask.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn who_can_grant(desk: &Desk<'_>) -> Result<Vec<String>, Error> {
    desk.require(Right::See)?;
    let users = store::users::all(desk.db())?.into_iter();
    Ok(users.filter(|user| user.removed_at.is_none() && user.may(Right::Users)).map(|user| user.name).collect())
}

/// Gives somebody a role: a shipped one or an own one.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`] where there is no such user or role; [`Rule::LastOwner`]; or the database's.
pub fn set_role(desk: &mut Desk<'_>, name: &str, role: &str) -> Result<User, Error> {
    desk.require(Right::Users)?;
    let user = working(desk, name)?;
    known_role(desk, role)?;
    if user.role == role {
        return Ok(user);
    }
    another_owner(desk, &user)?;
    store::users::set_role(desk.db(), user.id, role)?;
    desk.note(Kind::UserChanged, Subject::Record(user.id.0), Vec::new())?;
    // What the user at the desk may do is read anew then.
    desk.changes.settings = true;
    working(desk, name)
}

impl Office {
    /// Adds somebody with a role and a passphrase of their own. Whoever adds them shows once more what opened the card
    /// file, as somebody else may sit at one that was left open.
    ///
    /// # Errors
    /// [`Error::Forbidden`]; [`Error::NoSuch`] where there is no such role; [`Rule::UserNameTaken`],
    /// [`Rule::UserNameUnfit`]; or the vault's. Nobody was added then.
    pub fn add_user(&self, proof: Proof, name: &str, role: &str, passphrase: Passphrase) -> Answer<User> {
        let (holders, acting) = (self.vault().holders(), self.user().name.clone());
        let (name, role) = (text::single_line(name).trim().to_owned(), role.to_owned());
        self.write(move |desk| {
            desk.require(Right::Users)?;
            if name.is_empty() || name.chars().count() > LONGEST_NAME {
                return Err(Error::Refused(Rule::UserNameUnfit));
            }
            known_role(desk, &role)?;
            let folded = fold::fold(&name);
            if store::users::all(desk.db())?.iter().any(|user| fold::fold(&user.name) == folded) {
                return Err(Error::Refused(Rule::UserNameTaken));
            }
            let rights = store::users::rights(desk.db(), &role)?;
            let id = Id(desk.db().new_id());
            let user = User { id, name: name.clone(), role, rights, last_unlock: None, removed_at: None };
            store::users::insert(desk.db(), &user, desk.now())?;
            desk.note(Kind::UserAdded, Subject::Record(id.0), Vec::new())?;
            desk.changes.settings = true;
            keys::change(desk, holders, |holders, keys| holders.add_user(keys, &acting, &proof, &name, &passphrase))?;
            Ok(user)
        })
    }

    /// Removes somebody: they cannot open the card file any more, the vault key is another one from now on, and there
    /// is a backup under it. The others notice nothing. Blocks for as long as copying the card file takes some times.
    ///
    /// Where the key could not be changed, the error is returned, they are out all the same, and the next opening, or
    /// removing them once more, changes the key.
    ///
    /// # Errors
    /// [`Error::Forbidden`]; [`Error::NoSuch`] where there is no such user, or none any more; [`Rule::OwnAccount`], [`Rule::LastOwner`];
    /// or the vault's.
    pub fn remove_user(&self, proof: Proof, name: &str) -> Result<Removed, Error> {
        self.read(|desk| desk.require(Right::Users)).wait()?;
        let wanted = name.to_owned();
        // What is refused is refused before anybody has to wait for a passphrase to be tried.
        let user = self.read(move |desk| leaving(desk, &wanted)).wait()?;
        // Who is out already, and has no slot any more, is nobody here.
        if user.removed_at.is_some() && !self.vault().users()?.iter().any(|slot| slot == name) {
            return Err(Error::NoSuch("user"));
        }
        self.check(proof).wait()?;
        let wanted = name.to_owned();
        self.write(move |desk| {
            desk.require(Right::Users)?;
            let user = leaving(desk, &wanted)?;
            if user.removed_at.is_none() {
                store::users::set_removed(desk.db(), user.id, Some(desk.now()))?;
                desk.note(Kind::UserRemoved, Subject::Record(user.id.0), Vec::new())?;
            }
            desk.changes.settings = true;
            Ok(())
        })
        .wait()?;
        self.change_key(vec![name.to_owned()])?;
        let backup = backup::make(self, backup::Reason::KeyChanged);
        if let Err(error) = &backup {
            tracing::warn!(%error, "there is no backup under the new key yet");
        }
        let backup = backup.ok();
        let mut older = backup::everywhere(self).unwrap_or_default();
        older.retain(|kept| backup.as_ref().is_none_or(|new| kept.manifest.made_at < new.manifest.made_at));
        let newest = older.iter().map(|kept| kept.manifest.made_at).max();
        let until = newest.map(|at| Moment(at.0 + backup::LONGEST_DAYS * 24 * 60 * 60 * 1000));
        Ok(Removed { backup, older: older.len(), until })
    }

    /// As [`Office::remove_user`], beside the window.
    pub fn remove_user_aside(
        &self,
        proof: Proof,
        name: String,
    ) -> impl Future<Output = Result<Removed, Error>> + Send + use<> {
        let office = self.clone();
        aside(move || office.remove_user(proof, &name))
    }

    fn change_key(&self, leaving: Vec<String>) -> Result<(), Error> {
        flatten(self.vault().change_key(leaving).wait().map(|done| done.map_err(Error::from)))
    }

    /// Changes the key where somebody has a slot who does not work here: a program that was killed left it.
    pub(super) fn finish_removing(&self) -> Result<(), Error> {
        let slots = self.vault().users()?;
        let working = self.read(|desk| Ok(store::users::all(desk.db())?)).wait()?;
        let is_here = |name: &String| working.iter().any(|user| user.name == *name && user.removed_at.is_none());
        let left: Vec<String> = slots.into_iter().filter(|name| !is_here(name)).collect();
        if left.is_empty() {
            return Ok(());
        }
        self.change_key(left)?;
        self.write(|desk| desk.note(Kind::KeysChanged, Subject::None, Vec::new())).wait()
    }

    /// Notes that the user unlocked the card file, if that was not noted a moment ago. Where it cannot be noted, such as
    /// on a full disk, it is only logged: reading goes on.
    pub(super) fn note_unlock(&self) {
        let user = self.user();
        let now = Moment::now();
        if user.last_unlock.is_some_and(|last| (last.0..last.0.saturating_add(NOTED_EVERY)).contains(&now.0)) {
            return;
        }
        let (user, lang, who) = (User::clone(&user), self.lang(), std::sync::Arc::clone(&self.0.user));
        // Not as other writes: the room kept in reserve is not for this.
        let noted = self.vault().write(move |work| {
            let mut desk = Desk::new(work, user, lang);
            let id = desk.user().id;
            work.db.transaction(|db| {
                store::users::set_last_unlock(db, id, desk.now())?;
                desk.note(Kind::Unlocked, Subject::None, Vec::new())
            })?;
            let user = User { last_unlock: Some(desk.now()), ..desk.user().clone() };
            *who.write().unwrap_or_else(PoisonError::into_inner) = std::sync::Arc::new(user);
            Ok(())
        });
        if let Err(error) = flatten::<()>(noted.wait()) {
            tracing::warn!(%error, "that the card file was unlocked was not noted");
        }
    }
}

/// Returns who sits down at a vault that was opened: somebody with a row who still works here.
pub(super) fn at_work(vault: &Vault, name: &str) -> Result<User, Error> {
    let wanted = name.to_owned();
    let found = vault.read(move |work| store::users::by_name(work.db, &wanted)).wait();
    let user = flatten(found.map(|result| result.map_err(Error::from)))?;
    user.filter(|user| user.removed_at.is_none()).ok_or(Error::NotAtWork)
}

/// Returns who sits down at a vault that was opened with the recovery key: the one named, or the owner who came first.
pub(super) fn recovering(vault: &Vault, name: Option<&str>) -> Result<User, Error> {
    if let Some(name) = name {
        if !vault.users()?.iter().any(|known| known == name) {
            return Err(Error::Vault(vault::Error::UnknownUser));
        }
        return at_work(vault, name);
    }
    let users = vault.read(|work| store::users::all(work.db)).wait();
    let users = flatten(users.map(|result| result.map_err(Error::from)))?;
    let owners = users.into_iter().filter(|user| user.removed_at.is_none() && user.role == Role::Owner.key());
    owners.min_by_key(|user| user.id.0).ok_or(Error::NotAtWork)
}

/// Returns somebody who works here.
fn working(desk: &Desk<'_>, name: &str) -> Result<User, Error> {
    let user = store::users::by_name(desk.db(), name)?;
    user.filter(|user| user.removed_at.is_none()).ok_or(Error::NoSuch("user"))
}

/// Returns somebody who may be removed: or has been, and the key was not changed.
fn leaving(desk: &Desk<'_>, name: &str) -> Result<User, Error> {
    let user = store::users::by_name(desk.db(), name)?.ok_or(Error::NoSuch("user"))?;
    if user.id == desk.user().id {
        return Err(Error::Refused(Rule::OwnAccount));
    }
    if user.removed_at.is_none() {
        another_owner(desk, &user)?;
    }
    Ok(user)
}

fn known_role(desk: &Desk<'_>, role: &str) -> Result<(), Error> {
    if settings::roles(desk)?.iter().any(|known| known == role) { Ok(()) } else { Err(Error::NoSuch("role")) }
}

/// The last owner stays one.
fn another_owner(desk: &Desk<'_>, than: &User) -> Result<(), Error> {
    let is_owner = |user: &User| user.role == Role::Owner.key() && user.removed_at.is_none();
    let others = store::users::all(desk.db())?;
    let stays = !is_owner(than) || others.iter().any(|user| user.id != than.id && is_owner(user));
    if stays { Ok(()) } else { Err(Error::Refused(Rule::LastOwner)) }
}

#[cfg(test)]
mod tests;
