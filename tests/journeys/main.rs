//! Whole journeys through the program, without a display.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::wildcard_enum_match_arm)]
#![allow(missing_docs, reason = "tests say in their names what they are about")]

mod activities;
mod backups;
mod coming_back;
mod companies;
mod daily;
mod desk;
mod drafts;
mod erasing;
mod exporting;
mod friday;
mod guide;
mod harness;
mod import;
mod journal;
mod keys;
mod legal_basis;
mod letters;
mod locking;
#[path = "../mail_server/server.rs"]
mod mail_server;
mod mailings;
mod main_job;
mod mass_edit;
mod merging;
mod new_person;
mod outbox;
mod own_fields;
mod people;
mod persons;
mod probe;
mod relations;
mod reporting;
mod retention;
mod rights;
mod selections;
mod settings_fields;
mod settings_office;
mod settings_rules;
mod start;
mod states;
mod subscriptions;
mod titles;
mod trash;
