//! What every screen sees of the card file besides the cards.

use std::sync::Arc;
use std::time::Duration;

use crate::model::draft::Draft;
use crate::model::user::User;
use crate::model::wording::Wording;
use crate::model::{Zone, custom};
use crate::office::lists::Lists;
use crate::office::rules::Rules;
use crate::office::{Error, Office, drafts, fields, settings, setup, wordings};
use crate::screen::Scene;

/// What every screen sees of the card file besides the cards.
#[derive(Clone)]
pub struct Furniture {
    lists: Arc<Lists>,
    fields: Arc<Vec<custom::Definition>>,
    wordings: Arc<Vec<Wording>>,
    users: Arc<Vec<User>>,
    rules: Arc<Rules>,
    /// What the user had typed and not saved when the card file was locked.
    pub(super) drafts: Vec<Draft>,
    /// After which time without anybody there the card file is locked.
    pub(super) lock_after: Option<Duration>,
}

impl Furniture {
    /// Reads it.
    ///
    /// # Errors
    /// The database's.
    pub async fn read(office: Office) -> Result<Self, Error> {
        office
            .read(|desk| {
                Ok(Self {
                    lists: Arc::new(desk.lists()?.clone()),
                    fields: Arc::new(fields::all(desk)?),
                    wordings: Arc::new(wordings::all(desk)?),
                    users: Arc::new(setup::users(desk)?),
                    rules: Arc::new(desk.rules()?.clone()),
                    drafts: drafts::all(desk)?,
                    lock_after: settings::lock_after(desk)?,
                })
            })
            .await
    }

    /// Puts it where every screen sees it.
    pub(super) fn put(self, scene: &mut Scene) {
        let Self { lists, fields, wordings, users, rules, drafts: _, lock_after: _ } = self;
        (scene.lists, scene.fields, scene.wordings, scene.users) = (lists, fields, wordings, users);
        scene.rules = rules;
    }

    /// Returns what every screen of a card file sees.
    pub(super) fn scene(self, office: Office, zone: Zone) -> Scene {
        let lang = office.lang();
        let Self { lists, fields, wordings, users, rules, drafts: _, lock_after: _ } = self;
        Scene { office, lang, lists, fields, wordings, users, rules, zone }
    }
}
