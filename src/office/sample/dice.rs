//! Chance that falls the same way each time: the generator `SplitMix64` (Steele, Lea and Flood, 2014).

/// A row of throws that depends on the seed alone.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// Returns the row of throws of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number below `bound`; 0 where there is none.
    pub fn below(&mut self, bound: u64) -> u64 {
        // The upper half of the product: even enough for bounds far below 2^64.
        u64::try_from((u128::from(self.throw()) * u128::from(bound)) >> 64).unwrap_or(0)
    }

    /// Returns whether something that happens `percent` times in a hundred happens now.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// Returns one of the items; none of an empty list.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(usize::try_from(self.below(items.len() as u64)).unwrap_or(0))
    }

    /// Returns one of the words; an empty one of an empty list.
    pub fn word(&mut self, words: &[&'static str]) -> &'static str {
        self.pick(words).copied().unwrap_or("")
    }

    /// Returns one of the items, each as often as its weight says.
    pub fn weighted<T: Copy, const N: usize>(&mut self, items: &[(u64, T); N]) -> T {
        let mut left = self.below(items.iter().map(|item| item.0).sum());
        for (weight, item) in items {
            if left < *weight {
                return *item;
            }
            left -= weight;
        }
        items[0].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn throws_are_those_of_the_published_generator() {
        let mut dice = Dice::new(1_234_567);
        let throws = [dice.throw(), dice.throw(), dice.throw()];
        assert_eq!(throws, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn throws_stay_within_their_bounds() {
        let mut dice = Dice::new(7);
        assert!((0..1_000).all(|_| dice.below(6) < 6));
        assert_eq!(dice.below(0), 0);
        assert_eq!(dice.word(&[]), "");
        assert!((0..100).all(|_| dice.chance(100) && !dice.chance(0)));
        let mut seen = [0; 3];
        for _ in 0..1_000 {
            seen[dice.weighted(&[(1, 0), (0, 1), (3, 2)])] += 1;
        }
        assert!(seen[0] > 150 && seen[1] == 0 && seen[2] > 600, "{seen:?}");
    }
}
