//! Generic widgets: they know only `iced`, take texts and formatters as arguments, and know nothing of persons or laws.

pub mod avatar;
pub mod badge;
pub mod banner;
pub mod button;
pub mod checkbox;
pub mod choice;
pub mod dialog;
pub mod empty_state;
pub mod field;
pub mod focus;
#[cfg(test)]
mod gallery;
pub mod hotkeys;
pub mod inert;
pub mod line;
pub mod long_list;
pub mod lookup;
mod menu;
pub mod navigation;
pub mod overlap;
pub mod progress;
pub mod repaint;
pub mod shadow;
pub mod split;
pub mod surface;
pub mod tab_stop;
pub mod table;
pub mod tabs;
pub mod text;
pub mod toast;
mod typing;
pub mod watch;
mod wrapper;
