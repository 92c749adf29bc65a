//! Sets of persons, each by their place in the list of all of them.

/// A set of places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Set(Vec<u64>);

impl Set {
    pub fn put(&mut self, place: usize, is_in: bool) {
        let word = place / 64;
        if word >= self.0.len() {
            self.0.resize(word + 1, 0);
        }
        let bit = 1 << (place % 64);
        if let Some(word) = self.0.get_mut(word) {
            *word = if is_in { *word | bit } else { *word & !bit };
        }
    }

    /// Returns the places at which it is true, of those counted from 0.
    pub fn of(each: impl Iterator<Item = bool>) -> Self {
        let (mut words, mut word, mut bit) = (Vec::with_capacity(each.size_hint().0.div_ceil(64)), 0, 0);
        for is_in in each {
            word |= u64::from(is_in) << bit;
            bit += 1;
            if bit == 64 {
                words.push(word);
                (word, bit) = (0, 0);
            }
        }
        if bit > 0 {
            words.push(word);
        }
        Self(words)
    }

    pub fn everybody(count: usize) -> Self {
        let mut all = vec![u64::MAX; count.div_ceil(64)];
        if let (Some(last), rest) = (all.last_mut(), count % 64)
            && rest > 0
        {
            *last = (1 << rest) - 1;
        }
        Self(all)
    }

    /// Returns everybody of so many who is not in it.
    pub fn others(&self, count: usize) -> Self {
        Self::everybody(count).join(self, |all, those| all & !those)
    }

    pub fn and(self, other: &Self) -> Self {
        self.join(other, |one, other| one & other)
    }

    pub fn or(self, other: &Self) -> Self {
        self.join(other, |one, other| one | other)
    }

    fn join(mut self, other: &Self, how: impl Fn(u64, u64) -> u64) -> Self {
        self.0.resize(self.0.len().max(other.0.len()), 0);
        for (place, word) in self.0.iter_mut().enumerate() {
            *word = how(*word, other.0.get(place).copied().unwrap_or(0));
        }
        self
    }

    pub fn count(&self) -> u64 {
        self.0.iter().map(|word| u64::from(word.count_ones())).sum()
    }

    /// Returns how many bytes it takes.
    pub fn bytes(&self) -> usize {
        self.0.capacity() * size_of::<u64>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_joined_place_by_place() {
        let mut odd = Set::default();
        for place in (1..200).step_by(2) {
            odd.put(place, true);
        }
        odd.put(3, false);
        let all = Set::everybody(130);
        assert_eq!(
            (odd.count(), all.count(), Set::everybody(128).count(), Set::everybody(0).count()),
            (99, 130, 128, 0)
        );
        assert_eq!(odd.others(130).count(), 66);
        assert_eq!(Set::default().or(&odd).count(), 99);
        assert_eq!(all.and(&odd).count(), 64);
        assert_eq!(Set::of((0..200).map(|place| place % 2 == 1 && place != 3)), odd);
        assert_eq!(Set::of((0..128).map(|_| true)), Set::everybody(128));
    }
}
