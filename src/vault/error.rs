//! What can go wrong with the vault, in sentences: what happened, that nothing was overwritten, what to do.

use crate::store;

/// Says why the vault could not be created, opened, or changed. Nothing was overwritten in any of these cases.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no vault in the folder, or no folder.
    #[error(
        "There is no card file in this folder. Nothing was changed. Choose the folder that holds vault.db, or create a new card file."
    )]
    NoVault,
    /// A new vault was to be made where there is one.
    #[error(
        "There is a card file in this folder already, and it was left as it is. Open it, or choose another folder for a new one."
    )]
    AlreadyAVault,
    /// A new vault was to be made in a folder with other files.
    #[error(
        "This folder holds other files, and they were left as they are. Choose an empty folder, or a new one, for the card file."
    )]
    FolderNotEmpty,
    /// The passphrase opens no slot of the user's.
    #[error(
        "The passphrase is wrong. Nothing was changed. Try again, or open the card file with the printed recovery key."
    )]
    WrongPassphrase,
    /// No slot has this user's name.
    #[error("This card file has no user with this name. Nothing was changed. Check the spelling of the user name.")]
    UnknownUser,
    /// The recovery key opens no slot.
    #[error(
        "This recovery key does not belong to this card file. Nothing was changed. Look for the sheet printed when the card file was made."
    )]
    WrongRecoveryKey,
    /// The keychain of the computer is missing, locked, or did not answer in time.
    #[error(
        "The keychain of this computer did not answer. Nothing was changed. Open the card file with your passphrase; to let the computer remember the key, unlock its keychain and try again."
    )]
    KeychainSilent,
    /// What the keychain of the computer keeps opens no slot.
    #[error("This computer does not remember the key of this card file. Nothing was changed. Type your passphrase.")]
    NotRemembered,
    /// A computer has kept a key for longer than it may.
    #[error(
        "This computer has remembered the key for 30 days, which is the limit. Nothing was changed. Type your passphrase."
    )]
    RememberedTooLong,
    /// A new passphrase has no characters.
    #[error("A passphrase cannot be empty. Nothing was changed. Choose one that is hard to guess.")]
    EmptyPassphrase,
    /// `vault.keys` and its copy are both missing.
    #[error(
        "The keys of this card file (vault.keys and vault.keys.bak) are missing. The data was left as it is. Put the two files back, or restore a backup."
    )]
    KeysMissing,
    /// `vault.keys` and its copy are both damaged or were tampered with.
    #[error(
        "The keys of this card file (vault.keys and vault.keys.bak) are damaged. Nothing was overwritten. Put back an undamaged vault.keys, or restore a backup."
    )]
    KeysDamaged,
    /// The keys ask for less, or far more, work for a guess than this program accepts.
    #[error(
        "The keys of this card file ask for an unsafe way of checking the passphrase, so they were not used. Nothing was changed. Somebody may have tampered with vault.keys: put back your own, or restore a backup."
    )]
    CostRefused,
    /// `vault.db` is missing.
    #[error(
        "The file vault.db, which holds the data, is missing. The keys were left as they are. Put vault.db back, or restore a backup."
    )]
    DatabaseMissing,
    /// `vault.db` has no bytes.
    #[error(
        "The file vault.db is empty (0 bytes), so the data is not in it. Nothing was overwritten. Put the real vault.db back, or restore a backup; a sync program may still be copying it."
    )]
    DatabaseEmpty,
    /// `vault.db` is something else.
    #[error(
        "The file vault.db is not a card file of Kartotek. It was left as it is. Put the real vault.db back, or restore a backup."
    )]
    DatabaseForeign,
    /// `vault.db` is damaged.
    #[error(
        "The file vault.db is damaged. Nothing was overwritten. Keep it, copy the whole folder to a safe place, and restore a backup."
    )]
    DatabaseDamaged,
    /// The keys and `vault.db` are of different vaults.
    #[error(
        "vault.keys and vault.db do not belong together: one of them is from another card file, or the beginning of vault.db is damaged. Nothing was overwritten. Put back the file that was replaced, or restore a backup."
    )]
    OtherVault,
    /// The keys are those of before somebody was removed.
    #[error(
        "vault.keys is an older one: the key of this card file was changed since, because somebody no longer works with it. Nothing was overwritten. Put back the newest vault.keys, or restore a backup."
    )]
    KeysOutdated,
    /// The log with the latest changes is missing.
    #[error(
        "The file vault.db-wal, which holds the latest changes, is missing although Kartotek did not close in the ordinary way. Nothing was overwritten. Put it back (a sync program may still be copying it); to go on without those changes, remove the file vault.lock and open again."
    )]
    LogMissing,
    /// A later version of the program wrote the files.
    #[error(
        "This card file was written by a newer version of Kartotek. Nothing was changed. Install the newest version to open it."
    )]
    Newer,
    /// Another window, command or program holds the vault.
    #[error(
        "This card file is in use by another window or command. Nothing was changed. Close the other one, or wait until it is done."
    )]
    InUse,
    /// The disk is full.
    #[error("The disk is full. Everything saved before is safe. Make room on the disk and try again.")]
    DiskFull,
    /// The folder or a file in it may not be written.
    #[error(
        "The folder of the card file cannot be written. Nothing was changed. Check the rights of the folder, or choose another one."
    )]
    NotWritable,
    /// A file kept beside the cards is missing.
    #[error(
        "The attachment's file is missing. Nothing was changed. Restore it from a backup of the attachments folder."
    )]
    AttachmentMissing,
    /// A file kept beside the cards is damaged, cut short, or another file's.
    #[error(
        "The attachment's file is damaged. Nothing was overwritten. Restore it from a backup of the attachments folder."
    )]
    AttachmentDamaged,
    /// A file that should be a backup is something else.
    #[error(
        "This file is not a backup of Kartotek. Nothing was changed. Choose a file whose name ends with .kartotek-backup."
    )]
    BackupForeign,
    /// A backup has no end.
    #[error(
        "This backup was cut short: its end is missing. Nothing was changed. It may not have been copied completely: copy it again, or choose another backup."
    )]
    BackupCut,
    /// A backup is not as it was made.
    #[error("This backup is damaged or was changed. Nothing was changed here. Choose another backup.")]
    BackupDamaged,
    /// A later version of the program made the backup.
    #[error(
        "This backup was made by a newer version of Kartotek. Nothing was changed. Install the newest version to restore it."
    )]
    BackupNewer,
    /// There is something else where a backup was to be written.
    #[error(
        "There is another file at this place, and it was left as it is. No backup was made. Choose another name for the backup."
    )]
    BackupTargetTaken,
    /// The copy in a new backup was found to be damaged.
    #[error(
        "The backup was not kept, as the copy in it is damaged. The backups made before are as they were. Check the card file and the disk, and try again."
    )]
    BackupUnsound,
    /// The operating system gave no random numbers, or the cipher refused to work.
    #[error("The computer gives no random numbers for encryption. Nothing was changed. Start the computer again.")]
    NoRandomness,
    /// The threads that work on the file are gone.
    #[error("The card file is closed. Everything saved before is safe. Open it again.")]
    Closed,
    /// The file system reports something else.
    #[error("A file of the card file cannot be used ({0}). Nothing was overwritten. Check the disk and try again.")]
    Io(std::io::ErrorKind),
    /// The database reports something else.
    #[error(
        "The card file could not be opened. Nothing was overwritten. Try again; if it happens again, restore a backup."
    )]
    Store(#[source] store::Error),
}

impl From<super::keychain::Silent> for Error {
    fn from(_: super::keychain::Silent) -> Self {
        Error::KeychainSilent
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        from_kind(error.kind())
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours and open-ended")]
fn from_kind(kind: std::io::ErrorKind) -> Error {
    use std::io::ErrorKind;
    match kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Error::DiskFull,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Error::NotWritable,
        other => Error::Io(other),
    }
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        use store::Error as Store;
        match error {
            Store::Missing => Error::DatabaseMissing,
            Store::Empty => Error::DatabaseEmpty,
            Store::Foreign => Error::DatabaseForeign,
            Store::OtherVault => Error::OtherVault,
            Store::NotADatabase | Store::Damaged => Error::DatabaseDamaged,
            Store::Newer { .. } => Error::Newer,
            Store::Full => Error::DiskFull,
            Store::Busy => Error::InUse,
            Store::ReadOnly => Error::NotWritable,
            Store::Io(kind) => from_kind(kind),
            Store::Migration { step, source } => {
                // What made it fail is what the user can act on; the step is for us.
                let known = Error::from(*source);
                if let Error::Store(source) = known {
                    let source = Box::new(source);
                    Error::Store(Store::Migration { step, source })
                } else {
                    known
                }
            }
            other @ (Store::Interrupted
            | Store::Nested
            | Store::RolledBack
            | Store::NoRow
            | Store::Constraint { .. }
            | Store::Denied
            | Store::Criteria
            | Store::Dangling { .. }
            | Store::Statement { .. }) => Error::Store(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::ErrorKind;

    #[test]
    fn what_the_system_says_becomes_what_the_user_can_act_on() {
        let io = |kind| Error::from(std::io::Error::from(kind));
        assert!(matches!(io(ErrorKind::StorageFull), Error::DiskFull));
        assert!(matches!(io(ErrorKind::PermissionDenied), Error::NotWritable));
        assert!(matches!(io(ErrorKind::ReadOnlyFilesystem), Error::NotWritable));
        assert!(matches!(io(ErrorKind::TimedOut), Error::Io(ErrorKind::TimedOut)));
        assert!(matches!(Error::from(store::Error::Full), Error::DiskFull));
        let migration = store::Error::Migration { step: 2, source: Box::new(store::Error::Full) };
        assert!(matches!(Error::from(migration), Error::DiskFull));
    }
}
