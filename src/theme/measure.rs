//! Distances and sizes, in pixels at scale 1.

/// Between an icon and its label.
pub const TINY: f32 = 4.0;
/// Between things that belong together.
pub const SMALL: f32 = 8.0;
/// Between rows of a form.
pub const MEDIUM: f32 = 12.0;
/// Inside a card.
pub const LARGE: f32 = 16.0;
/// Inside a dialog, between sections.
pub const HUGE: f32 = 24.0;
/// Around what stands alone.
pub const VAST: f32 = 32.0;
/// Below a dialog at least: room for one short message under it, so that none ever lies over it.
pub const CLEAR: f32 = CONTROL + 2.0 * SMALL;

/// The corner radius of fields and buttons.
pub const RADIUS: f32 = 6.0;
/// The corner radius of cards and dialogs.
pub const CARD_RADIUS: f32 = 8.0;

/// The height of buttons, fields and list rows.
pub const CONTROL: f32 = 32.0;
/// The smallest thing one must be able to hit.
pub const HIT: f32 = 28.0;
/// The edge of an icon beside a label.
pub const ICON: f32 = 16.0;
/// The width of the rail: room for its longest word, which is "Companies".
pub const RAIL: f32 = 72.0;
/// The widest a column of text may get on a card.
pub const TEXT_COLUMN: f32 = 760.0;

/// The width of the focus ring.
pub const RING: f32 = 2.0;
/// The gap between a thing and its focus ring.
pub const RING_GAP: f32 = 2.0;

/// Type size of captions and labels.
pub const CAPTION: f32 = 13.0;
/// Type size of running text.
pub const BODY: f32 = 14.0;
/// Type size of section headings.
pub const SECTION: f32 = 16.0;
/// Type size of the name on a card and of dialog titles that stand alone.
pub const NAME: f32 = 22.0;
/// Height of a line, as a multiple of the type size.
pub const LINE_HEIGHT: f32 = 1.4;
