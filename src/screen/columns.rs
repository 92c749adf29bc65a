//! The columns of a list: which, in which order and how wide, as the user chose them.

mod chooser;

use std::rc::Rc;

pub use chooser::{Change, chooser};

use crate::i18n::Lang;
use crate::widget::long_list::columns::{Column, Width, widths};

/// A column that a list can have.
pub trait Kind: Copy + Eq + Send + 'static {
    /// All columns, those that are shown at first before the others.
    const ALL: &'static [Self];
    /// How many are shown at first.
    const SHOWN: usize;
    /// Those that tell records apart where there is room for three only.
    const FEW: &'static [Self];

    /// Returns its name in the settings; it never changes.
    fn key(self) -> &'static str;
    /// Returns its heading.
    fn name(self, lang: Lang) -> String;
    /// Returns how wide it is as long as nobody chose, in a list with room to spare or in a tight one.
    fn usual(self, tight: bool) -> Column;
}

/// Below this width of a list only three columns are shown, in pixels.
pub const NARROW: f32 = 720.0;
/// Below this width columns are as tight as can be.
const TIGHT: f32 = 1100.0;
/// The narrowest a column can be made.
const NARROWEST: f32 = 48.0;
/// The widest.
const WIDEST: f32 = 2_000.0;
/// What a column that takes a share wants at least.
const SHARE: f32 = 104.0;
/// How far one press of a key makes a column wider.
const STEP: f32 = 16.0;
/// How wide the list is taken to be where columns are changed without seeing it.
const SOME_LIST: f32 = 1_200.0;

/// A column that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Shown<C> {
    column: C,
    /// How wide the user made it beside the others, in pixels of then.
    width: Option<u16>,
}

/// Which columns are shown, from left to right, and how wide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns<C> {
    shown: Vec<Shown<C>>,
}

impl<C: Kind> Default for Columns<C> {
    fn default() -> Self {
        let shown = C::ALL.iter().take(C::SHOWN).map(|column| Shown { column: *column, width: None });
        Self { shown: shown.collect() }
    }
}

impl<C: Kind> Columns<C> {
    /// Returns the columns of these names and widths. Unknown ones and repeats are left out; where none is left, those
    /// that are shown at first.
    pub fn remembered(names: &[(String, Option<u16>)]) -> Self {
        let mut shown: Vec<Shown<C>> = Vec::new();
        for (name, width) in names {
            let column = C::ALL.iter().find(|column| column.key() == name);
            if let Some(column) = column.filter(|column| shown.iter().all(|known| known.column != **column)) {
                let width = width.filter(|width| (NARROWEST..=WIDEST).contains(&f32::from(*width)));
                shown.push(Shown { column: *column, width });
            }
        }
        if shown.is_empty() { Self::default() } else { Self { shown } }
    }

    /// Returns the names and widths, to remember.
    pub fn to_remember(&self) -> Vec<(String, Option<u16>)> {
        self.shown.iter().map(|shown| (shown.column.key().to_owned(), shown.width)).collect()
    }

    /// Returns whether a column is shown.
    pub fn has(&self, column: C) -> bool {
        self.place(column).is_some()
    }

    fn place(&self, column: C) -> Option<usize> {
        self.shown.iter().position(|shown| shown.column == column)
    }

    /// Returns all columns: those shown, in their order, then the others.
    pub fn all(&self) -> Vec<C> {
        let others = C::ALL.iter().copied().filter(|column| !self.has(*column));
        self.shown.iter().map(|shown| shown.column).chain(others).collect()
    }

    /// Returns which columns a list of that width shows, and how wide they are.
    pub fn within(&self, width: f32) -> (Vec<C>, Rc<[Column]>) {
        self.seen_within(width, &|_| true)
    }

    /// As [`Columns::within`]; `sees` says whether the user sees what a column shows.
    pub fn seen_within(&self, width: f32, sees: &dyn Fn(C) -> bool) -> (Vec<C>, Rc<[Column]>) {
        if width < NARROW {
            let few = self.few(sees);
            // Two share, and the last says a state in words.
            let columns: Rc<[Column]> = few
                .iter()
                .enumerate()
                .map(|(place, column)| match (place, column.usual(true).width) {
                    (0, _) => Column::fill(6),
                    (_, Width::Fixed(width)) => Column::fixed(width.max(96.0) + 20.0),
                    (_, Width::Fill(_)) => Column::fill(5),
                })
                .collect();
            return (few, columns);
        }
        let tight = width < TIGHT;
        let mut room = width;
        let fits = |shown: &&Shown<C>| {
            let usual = match shown.column.usual(tight).width {
                Width::Fixed(width) => width,
                Width::Fill(_) => SHARE,
            };
            room -= 14.0 + shown.width.map_or(usual, |chosen| usual.min(f32::from(chosen)));
            room > 0.0
        };
        let shown: Vec<&Shown<C>> = self.shown.iter().filter(|shown| sees(shown.column)).take_while(fits).collect();
        // Widths that the user chose are shares: together they always fill the list.
        let chosen: Option<Vec<u16>> = shown.iter().map(|shown| shown.width).collect();
        let columns = match chosen {
            Some(widths) => widths.into_iter().map(Column::fill).collect(),
            None => shown.iter().map(|shown| shown.column.usual(tight)).collect(),
        };
        (shown.iter().map(|shown| shown.column).collect(), columns)
    }

    /// Returns the three columns for a narrow list, in their order.
    fn few(&self, sees: &dyn Fn(C) -> bool) -> Vec<C> {
        let preferred = C::FEW.iter().copied().filter(|column| self.has(*column));
        let others = self.shown.iter().map(|shown| shown.column).filter(|column| !C::FEW.contains(column));
        let mut few: Vec<C> = preferred.chain(others).filter(|column| sees(*column)).take(3).collect();
        few.sort_by_key(|column| self.place(*column));
        few
    }

    /// Makes a column of a list as wide as wished, and the one after it as much narrower; `list` is the list's width.
    pub fn resize(&mut self, column: C, wished: f32, list: f32) {
        let (shown, columns) = self.within(list);
        let Some(place) = shown.iter().position(|known| *known == column) else { return };
        let mut now = widths(&columns, list);
        let Some(next) = now.get(place + 1).copied() else { return };
        let both = now[place] + next;
        let width = wished.clamp(NARROWEST, (both - NARROWEST).max(NARROWEST));
        now[place] = width;
        now[place + 1] = both - width;
        self.keep(&shown, &now);
    }

    /// Keeps widths, of all columns, so that those not in view keep their share beside the others.
    fn keep(&mut self, shown: &[C], widths: &[f32]) {
        for known in &mut self.shown {
            let width = shown.iter().position(|column| *column == known.column).and_then(|place| widths.get(place));
            let usual = || match known.column.usual(false).width {
                Width::Fixed(width) => width,
                Width::Fill(_) => SHARE * 1.5,
            };
            let width = width.copied().or(known.width.map(f32::from)).unwrap_or_else(usual);
            known.width = Some(width.clamp(NARROWEST, WIDEST).round() as u16);
        }
    }

    /// Does what was chosen in the chooser.
    pub fn change(&mut self, change: Change<C>) {
        match change {
            Change::Show(column, true) if !self.has(column) => {
                let width = self.shown.iter().all(|shown| shown.width.is_some()).then_some((SHARE * 1.5) as u16);
                self.shown.push(Shown { column, width });
            }
            Change::Show(column, false) if self.shown.len() > 1 => {
                self.shown.retain(|shown| shown.column != column);
            }
            Change::Show(..) => {}
            Change::Left(column) => {
                if let Some(place) = self.place(column).filter(|place| *place > 0) {
                    self.shown.swap(place, place - 1);
                }
            }
            Change::Right(column) => {
                if let Some(place) = self.place(column).filter(|place| place + 1 < self.shown.len()) {
                    self.shown.swap(place, place + 1);
                }
            }
            Change::Wider(column) => self.widen(column, STEP),
            Change::Narrower(column) => self.widen(column, -STEP),
            Change::Reset => *self = Self::default(),
        }
    }

    fn widen(&mut self, column: C, by: f32) {
        if self.shown.iter().any(|shown| shown.width.is_none()) {
            let (shown, columns) = self.within(SOME_LIST);
            self.keep(&shown, &widths(&columns, SOME_LIST));
        }
        if let Some(known) = self.shown.iter_mut().find(|known| known.column == column) {
            let width = known.width.map_or(SHARE, f32::from) + by;
            known.width = Some(width.clamp(NARROWEST, WIDEST) as u16);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    enum Test {
        Name,
        City,
        State,
        Day,
    }

    impl Kind for Test {
        const ALL: &'static [Self] = &[Self::Name, Self::City, Self::State, Self::Day];
        const SHOWN: usize = 3;
        const FEW: &'static [Self] = &[Self::Name, Self::State];

        fn key(self) -> &'static str {
            match self {
                Self::Name => "name",
                Self::City => "city",
                Self::State => "state",
                Self::Day => "day",
            }
        }

        fn name(self, _lang: Lang) -> String {
            self.key().to_owned()
        }

        fn usual(self, _tight: bool) -> Column {
            match self {
                Self::Name => Column::fill(2),
                Self::City => Column::fill(1),
                Self::State | Self::Day => Column::fixed(100.0),
            }
        }
    }

    fn names(columns: &Columns<Test>) -> Vec<&'static str> {
        columns.shown.iter().map(|shown| shown.column.key()).collect()
    }

    #[test]
    fn columns_are_shown_hidden_and_moved() {
        let mut columns = Columns::default();
        assert_eq!(names(&columns), ["name", "city", "state"]);
        columns.change(Change::Show(Test::Day, true));
        columns.change(Change::Show(Test::Day, true));
        columns.change(Change::Left(Test::Day));
        columns.change(Change::Left(Test::Name));
        columns.change(Change::Right(Test::State));
        assert_eq!(names(&columns), ["name", "city", "day", "state"]);
        for column in Test::ALL {
            columns.change(Change::Show(*column, false));
        }
        assert_eq!(names(&columns), ["day"], "the last one stays");
        assert_eq!(columns.all(), [Test::Day, Test::Name, Test::City, Test::State]);
        columns.change(Change::Reset);
        assert_eq!(columns, Columns::default());
    }

    #[test]
    fn an_edge_follows_the_mouse_and_the_others_stay() {
        let mut columns = Columns::<Test>::default();
        let list = 1_000.0;
        let before = widths(&columns.within(list).1, list);
        columns.resize(Test::Name, before[0] + 60.0, list);
        let after = widths(&columns.within(list).1, list);
        for (place, moved) in [60.0, -60.0, 0.0].into_iter().enumerate() {
            assert!((after[place] - before[place] - moved).abs() <= 2.0, "{before:?} {after:?}");
        }
        columns.resize(Test::Name, 5_000.0, list);
        assert!(widths(&columns.within(list).1, list)[1] >= NARROWEST - 2.0);
        // In another window the shares are the same.
        let wide = widths(&columns.within(2.0 * list).1, 2.0 * list);
        assert!(wide[0] > 1.5 * after[0]);
        let same = columns.clone();
        columns.resize(Test::State, 300.0, list);
        assert_eq!(columns, same, "the last has no edge");
    }

    #[test]
    fn keys_make_a_column_wider() {
        let mut columns = Columns::<Test>::default();
        columns.change(Change::Wider(Test::State));
        let first = columns.to_remember()[2].1;
        columns.change(Change::Wider(Test::State));
        columns.change(Change::Wider(Test::State));
        columns.change(Change::Narrower(Test::State));
        assert_eq!(columns.to_remember()[2].1, first.map(|width| width + 16));
    }

    #[test]
    fn what_does_not_fit_is_left_out_from_the_end_and_beside_a_card_three_are_left() {
        let mut columns = Columns::default();
        columns.change(Change::Show(Test::Day, true));
        assert_eq!(columns.within(NARROW).0.len(), 4);
        assert_eq!(columns.within(400.0).0, [Test::Name, Test::City, Test::State]);
        columns.change(Change::Show(Test::City, false));
        columns.change(Change::Left(Test::State));
        assert_eq!(columns.within(400.0).0, [Test::State, Test::Name, Test::Day]);
    }

    #[test]
    fn what_is_remembered_comes_back_and_nonsense_does_not() {
        let mut columns = Columns::<Test>::default();
        columns.change(Change::Left(Test::State));
        columns.change(Change::Wider(Test::Name));
        assert_eq!(Columns::remembered(&columns.to_remember()), columns);
        let odd = |name: &str, width| (name.to_owned(), width);
        let read = Columns::<Test>::remembered(&[odd("day", Some(7)), odd("day", None), odd("later", None)]);
        assert_eq!(read.to_remember(), [odd("day", None)]);
        assert_eq!(Columns::<Test>::remembered(&[odd("later", None)]), Columns::default());
    }
}
