//! Numbers that ring at nobody's.
//!
//! Where a country keeps numbers for films and books, the first people get those: Sweden (PTS), Germany
//! (Bundesnetzagentur), France (Arcep) and the United Kingdom (Ofcom). The other numbers begin with 00 behind the
//! country's code, which no network can connect.

/// A run of numbers; the signs `#` stand for the digits that count.
#[derive(Debug, Clone)]
pub struct Range {
    pattern: &'static str,
    first: u64,
    count: u64,
}

/// The numbers of one kind in one country, each given out once.
#[derive(Debug, Clone)]
pub struct Numbers {
    ranges: Vec<Range>,
    given: u64,
    shift: u64,
}

/// Spreads neighbouring throws over a range; it has no factor in common with the length of any.
const STRIDE: u64 = 380_917;

impl Range {
    /// Reads `pattern | first | count`.
    pub fn read(line: &'static str) -> Option<Self> {
        let mut parts = line.split('|').map(str::trim);
        let range =
            Self { pattern: parts.next()?, first: parts.next()?.parse().ok()?, count: parts.next()?.parse().ok()? };
        (range.count > 0).then_some(range)
    }

    fn number(&self, place: u64) -> String {
        let width = self.pattern.matches('#').count();
        let digits = format!("{:0width$}", self.first + place % self.count);
        let mut digits = digits.chars();
        self.pattern.chars().filter_map(|c| if c == '#' { digits.next() } else { Some(c) }).collect()
    }
}

impl Numbers {
    /// Returns the numbers of these ranges, given out in their order; within one, `shift` says where to begin.
    pub fn new(ranges: Vec<Range>, shift: u64) -> Self {
        Self { ranges, given: 0, shift }
    }

    /// Returns the next number; only past a million in one country do they begin anew.
    pub fn next(&mut self) -> String {
        let mut place = self.given;
        self.given += 1;
        let last = self.ranges.len().saturating_sub(1);
        for (at, range) in self.ranges.iter().enumerate() {
            if place < range.count || at == last {
                let scattered = place.wrapping_mul(STRIDE).wrapping_add(self.shift % range.count);
                return range.number(scattered % range.count);
            }
            place -= range.count;
        }
        String::new()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_number_of_a_range_is_given_once() {
        let ranges = ["+46 70 174 06 ## | 5 | 95", "+46 00 4## ## ## | 0 | 1000"];
        let mut numbers = Numbers::new(ranges.into_iter().filter_map(Range::read).collect(), 7);
        let mut given: Vec<String> = (0..1_095).map(|_| numbers.next()).collect();
        assert!(given[..95].iter().all(|number| number.starts_with("+46 70 174 06 ")));
        assert_eq!(given[95].len(), "+46 00 400 00 00".len());
        given.sort();
        given.dedup();
        assert_eq!(given.len(), 1_095);
        assert_eq!(given.last().unwrap(), "+46 70 174 06 99");
    }

    #[test]
    fn a_line_that_is_no_range_is_none() {
        assert!(Range::read("+47 ##").is_none());
        assert!(Range::read("+47 ## | 0 | 0").is_none());
        assert!(Numbers::new(Vec::new(), 0).next().is_empty());
    }
}
