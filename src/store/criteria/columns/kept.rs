//! Values in memory that are wiped when they are dropped, or moved to make room.

use std::ops::{Deref, DerefMut};

use zeroize::{Zeroize, Zeroizing};

use super::super::set::Set;

/// A list that leaves nothing behind.
#[derive(Default)]
pub(super) struct Kept<T: Zeroize>(Zeroizing<Vec<T>>);

impl<T: Zeroize + Copy + Default> Kept<T> {
    pub fn push(&mut self, value: T) {
        self.reserve(1);
        self.0.push(value);
    }

    pub fn extend(&mut self, values: &[T]) {
        self.reserve(values.len());
        self.0.extend_from_slice(values);
    }

    pub fn resize(&mut self, len: usize) {
        self.reserve(len.saturating_sub(self.0.len()));
        self.0.resize(len, T::default());
    }

    pub fn clear(&mut self) {
        self.0.zeroize();
    }

    /// Makes room without leaving a copy behind, as growing a `Vec` in place would.
    pub fn reserve(&mut self, more: usize) {
        let needed = self.0.len().saturating_add(more);
        if needed > self.0.capacity() {
            // By halves: with a million people, doubling would leave a fifth of the memory unused.
            self.move_to(needed.max(self.0.capacity() + self.0.capacity() / 2));
        }
    }

    /// Gives up the room that nothing stands in.
    pub fn fit(&mut self) {
        if self.0.capacity() > self.0.len() {
            self.move_to(self.0.len());
        }
    }

    fn move_to(&mut self, room: usize) {
        let mut other = Zeroizing::new(Vec::with_capacity(room));
        other.extend_from_slice(&self.0);
        self.0 = other;
    }

    /// Returns how many bytes it takes.
    pub fn bytes(&self) -> usize {
        self.0.capacity() * size_of::<T>()
    }
}

impl<T: Zeroize> Deref for Kept<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Zeroize> DerefMut for Kept<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.0
    }
}

/// A list of numbers that stand for values; most fields have few different ones, which take a byte each.
pub(super) enum Codes {
    Narrow(Kept<u8>),
    Middle(Kept<u16>),
    Wide(Kept<u32>),
}

impl Default for Codes {
    fn default() -> Self {
        Self::Narrow(Kept::default())
    }
}

impl Codes {
    pub fn len(&self) -> usize {
        match self {
            Self::Narrow(codes) => codes.len(),
            Self::Middle(codes) => codes.len(),
            Self::Wide(codes) => codes.len(),
        }
    }

    /// Returns the number at a place; 0 where there is none.
    pub fn get(&self, place: usize) -> usize {
        let code = match self {
            Self::Narrow(codes) => codes.get(place).map(|code| u32::from(*code)),
            Self::Middle(codes) => codes.get(place).map(|code| u32::from(*code)),
            Self::Wide(codes) => codes.get(place).copied(),
        };
        code.unwrap_or(0) as usize
    }

    pub fn resize(&mut self, len: usize) {
        match self {
            Self::Narrow(codes) => codes.resize(len),
            Self::Middle(codes) => codes.resize(len),
            Self::Wide(codes) => codes.resize(len),
        }
    }

    pub fn push(&mut self, code: u32) {
        let place = self.len();
        match self {
            Self::Narrow(codes) => codes.push(0),
            Self::Middle(codes) => codes.push(0),
            Self::Wide(codes) => codes.push(0),
        }
        self.put(place, code);
    }

    pub fn put(&mut self, place: usize, code: u32) {
        match self {
            Self::Narrow(codes) => {
                if let Ok(code) = u8::try_from(code) {
                    return replace(codes, place, code);
                }
                let mut wider = Kept::default();
                wider.reserve(codes.len());
                codes.iter().for_each(|code| wider.push(u16::from(*code)));
                *self = Self::Middle(wider);
            }
            Self::Middle(codes) => {
                if let Ok(code) = u16::try_from(code) {
                    return replace(codes, place, code);
                }
                let mut wider = Kept::default();
                wider.reserve(codes.len());
                codes.iter().for_each(|code| wider.push(u32::from(*code)));
                *self = Self::Wide(wider);
            }
            Self::Wide(codes) => return replace(codes, place, code),
        }
        self.put(place, code);
    }

    /// Returns the places whose number is among those that are meant.
    pub fn places(&self, meant: &[bool]) -> Set {
        let is = |code: usize| meant.get(code).copied().unwrap_or(false);
        match self {
            Self::Narrow(codes) => Set::of(codes.iter().map(|code| is(usize::from(*code)))),
            Self::Middle(codes) => Set::of(codes.iter().map(|code| is(usize::from(*code)))),
            Self::Wide(codes) => Set::of(codes.iter().map(|code| is(*code as usize))),
        }
    }

    pub fn fit(&mut self) {
        match self {
            Self::Narrow(codes) => codes.fit(),
            Self::Middle(codes) => codes.fit(),
            Self::Wide(codes) => codes.fit(),
        }
    }

    pub fn bytes(&self) -> usize {
        match self {
            Self::Narrow(codes) => codes.bytes(),
            Self::Middle(codes) => codes.bytes(),
            Self::Wide(codes) => codes.bytes(),
        }
    }
}

fn replace<T: Zeroize>(codes: &mut Kept<T>, place: usize, code: T) {
    if let Some(known) = codes.get_mut(place) {
        *known = code;
    }
}

/// Which rows of a table are a person's.
#[derive(Default)]
pub(super) struct Rows {
    starts: Kept<u32>,
    counts: Kept<u16>,
    /// Whether somebody has more rows than are counted here.
    pub too_many: bool,
}

impl Rows {
    pub fn resize(&mut self, len: usize) {
        self.starts.resize(len);
        self.counts.resize(len);
    }

    /// Notes that a person has no rows. Those they had stay where they are, and are nobody's.
    pub fn empty(&mut self, place: usize) {
        replace(&mut self.counts, place, 0);
    }

    /// Notes the next row of a person; all of one stand behind each other.
    pub fn add(&mut self, place: usize, row: usize) {
        let (Some(start), Some(count)) = (self.starts.get_mut(place), self.counts.get_mut(place)) else { return };
        match (u32::try_from(row), count.checked_add(1)) {
            (Ok(row), Some(more)) => {
                if *count == 0 {
                    *start = row;
                }
                *count = more;
            }
            (Ok(_) | Err(_), _) => self.too_many = true,
        }
    }

    /// Returns the places of which it is true, from the rows of each.
    pub fn places(&self, mut is: impl FnMut(std::ops::Range<usize>) -> bool) -> Set {
        Set::of(self.starts.iter().zip(self.counts.iter()).map(|(start, count)| {
            let start = *start as usize;
            is(start..start + usize::from(*count))
        }))
    }

    /// Returns the places of which it is true of one of the rows.
    pub fn any(&self, mut is: impl FnMut(usize) -> bool) -> Set {
        self.places(|mut rows| rows.any(&mut is))
    }

    pub fn fit(&mut self) {
        self.starts.fit();
        self.counts.fit();
    }

    pub fn bytes(&self) -> usize {
        self.starts.bytes() + self.counts.bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_grow_wider_as_they_need() {
        let mut codes = Codes::default();
        for code in [0, 7, 255, 256, 65_535, 65_536, 3] {
            codes.push(code);
        }
        codes.put(1, 70_000);
        let all: Vec<usize> = (0..9).map(|place| codes.get(place)).collect();
        assert_eq!(all, [0, 70_000, 255, 256, 65_535, 65_536, 3, 0, 0]);
        assert_eq!(codes.places(&[true, false, false, true]), Set::of((0..7).map(|place| place == 0 || place == 6)));
    }

    #[test]
    fn rows_are_somebodys_until_they_are_read_anew() {
        let mut rows = Rows::default();
        rows.resize(3);
        for (row, place) in [0, 0, 2].into_iter().enumerate() {
            rows.add(place, row);
        }
        rows.empty(0);
        rows.add(0, 3);
        assert_eq!(rows.any(|row| row == 3), Set::of([true, false, false].into_iter()));
        assert_eq!(rows.any(|row| row == 1).count(), 0);
        assert_eq!(rows.any(|row| row == 2), Set::of([false, false, true].into_iter()));
        (0..70_000).for_each(|row| rows.add(1, row));
        assert!(rows.too_many);
    }
}
