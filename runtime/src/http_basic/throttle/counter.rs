//! Counts failures by fingerprint, in a table of constant size: a count-min sketch of leaky
//! buckets.
//!
//! A fingerprint has a cell in each row, and shares it with others; what counts is the emptiest
//! of its cells. So the count is never too small, nothing is ever evicted, and a stranger who
//! tries a million names fills no memory and makes no count be forgotten.

use std::time::Duration;

use super::Limit;

const ROWS: usize = 4;
const CELLS: usize = 1 << 14;

/// Failures, counted one way. Times are milliseconds since 1970.
pub(super) struct Counter {
    /// `ROWS` times `CELLS`.
    cells: Box<[Cell]>,
    interval: u64,
    capacity: u64,
}

/// A leaky bucket.
#[derive(Clone, Copy, Default)]
struct Cell {
    /// When the last failure in it will be forgotten.
    empty_at: u64,
    /// How many attempts are being checked, each of which may fail.
    running: u32,
}

impl Counter {
    pub(super) fn new(limit: Limit) -> Self {
        let interval = u64::try_from(limit.interval.as_millis()).unwrap_or(u64::MAX);
        Self {
            cells: vec![Cell::default(); ROWS * CELLS].into(),
            interval,
            capacity: interval.saturating_mul(limit.burst.into()),
        }
    }

    /// How long until one more may fail; `None` if it may now.
    pub(super) fn wait(&self, fingerprint: u128, now: u64) -> Option<Duration> {
        let level = self.least(fingerprint, |cell| self.level(cell, now));
        let excess = (level.saturating_add(self.interval)).saturating_sub(self.capacity);
        (excess > 0).then(|| Duration::from_millis(excess))
    }

    /// Whether one more might be too many, if those that are being checked all fail.
    pub(super) fn is_busy(&self, fingerprint: u128, now: u64) -> bool {
        let level = self.least(fingerprint, |cell| {
            let may_fail = self.interval.saturating_mul(u64::from(cell.running) + 1);
            self.level(cell, now).saturating_add(may_fail)
        });
        level > self.capacity
    }

    pub(super) fn begin(&mut self, fingerprint: u128) {
        self.change(fingerprint, |cell| cell.running = cell.running.saturating_add(1));
    }

    pub(super) fn end(&mut self, fingerprint: u128, failed_at: Option<u64>) {
        let (interval, capacity) = (self.interval, self.capacity);
        self.change(fingerprint, |cell| {
            cell.running = cell.running.saturating_sub(1);
            if let Some(now) = failed_at {
                let start = cell.empty_at.clamp(now, now.saturating_add(capacity));
                cell.empty_at = start.saturating_add(interval);
            }
        });
    }

    /// How long until the cell is empty. No longer than it can be: the clock may have been put
    /// back.
    fn level(&self, cell: &Cell, now: u64) -> u64 {
        cell.empty_at.saturating_sub(now).min(self.capacity.saturating_add(self.interval))
    }

    fn least(&self, fingerprint: u128, of: impl Fn(&Cell) -> u64) -> u64 {
        let cells = places(fingerprint).filter_map(|place| self.cells.get(place));
        cells.map(of).min().unwrap_or(u64::MAX)
    }

    fn change(&mut self, fingerprint: u128, change: impl Fn(&mut Cell)) {
        for place in places(fingerprint) {
            if let Some(cell) = self.cells.get_mut(place) {
                change(cell);
            }
        }
    }
}

/// The cells of a fingerprint: one of each row, by 32 bits of their own.
fn places(fingerprint: u128) -> impl Iterator<Item = usize> {
    let words = fingerprint.to_le_bytes();
    (0..ROWS).map(move |row| {
        let word = words.chunks_exact(4).nth(row).and_then(|word| word.try_into().ok());
        let word = word.map_or(0, u32::from_le_bytes);
        row * CELLS + usize::try_from(word).unwrap_or_default() % CELLS
    })
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{CELLS, Counter};
    use crate::http_basic::throttle::Limit;

    const NOW: u64 = 1_800_000_000_000;

    fn counter() -> Counter {
        Counter::new(Limit::new(3, Duration::from_secs(10)))
    }

    fn fail(counter: &mut Counter, fingerprint: u128, now: u64) {
        counter.begin(fingerprint);
        counter.end(fingerprint, Some(now));
    }

    #[test]
    fn three_fail_at_once_and_then_one_per_interval() {
        let mut counter = counter();
        for _ in 0..3 {
            assert_eq!(counter.wait(7, NOW), None);
            fail(&mut counter, 7, NOW);
        }
        assert_eq!(counter.wait(7, NOW), Some(Duration::from_secs(10)));
        assert_eq!(counter.wait(7, NOW + 9_999), Some(Duration::from_millis(1)));
        assert_eq!(counter.wait(7, NOW + 10_000), None);
        fail(&mut counter, 7, NOW + 10_000);
        assert_eq!(counter.wait(7, NOW + 10_000), Some(Duration::from_secs(10)));
        assert_eq!(counter.wait(7, NOW + 40_000), None);
    }

    #[test]
    fn those_that_are_being_checked_may_fail() {
        let mut counter = counter();
        for _ in 0..3 {
            assert!(!counter.is_busy(7, NOW));
            counter.begin(7);
        }
        assert!(counter.is_busy(7, NOW));
        assert_eq!(counter.wait(7, NOW), None);
        counter.end(7, None);
        assert!(!counter.is_busy(7, NOW));
    }

    #[test]
    fn a_clock_that_is_put_back_locks_nobody_out_for_long() {
        let mut counter = counter();
        for _ in 0..3 {
            fail(&mut counter, 7, NOW);
        }
        let year_before = NOW - 365 * 86_400_000;
        assert_eq!(counter.wait(7, year_before), Some(Duration::from_secs(20)));
        fail(&mut counter, 7, year_before);
        assert_eq!(counter.wait(7, year_before + 40_000), None);
    }

    /// Against a bucket for each fingerprint, by chance. Eight fingerprints share the cells of
    /// all rows but the last, and some share that one.
    #[test]
    fn a_count_is_never_too_small() {
        let mut counter = counter();
        let mut exact = [(); 8].map(|()| self::counter());
        let (mut now, mut chance, mut running) = (NOW, 1_u64, [0; 8]);
        for _ in 0..20_000 {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let (number, step) = ((chance >> 33) as usize % 8, (chance >> 40) % 4);
            let fingerprint = (number as u128 % 5) << 96;
            now += (chance >> 48) % 2_000;
            if step == 0 {
                counter.begin(fingerprint);
                exact[number].begin(0);
                running[number] += 1;
            } else if running[number] > 0 {
                let failed_at = (step == 1).then_some(now);
                counter.end(fingerprint, failed_at);
                exact[number].end(0, failed_at);
                running[number] -= 1;
            }
            assert!(counter.wait(fingerprint, now) >= exact[number].wait(0, now));
            assert!(counter.is_busy(fingerprint, now) >= exact[number].is_busy(0, now));
        }
    }

    #[test]
    fn a_flood_makes_no_count_forgotten_and_takes_no_room() {
        let mut counter = counter();
        for _ in 0..3 {
            fail(&mut counter, 7, NOW);
        }
        for other in 0..100_000_u128 {
            fail(&mut counter, other.wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835), NOW);
        }
        assert!(counter.wait(7, NOW).is_some());
        assert_eq!(counter.cells.len(), 4 * CELLS);
    }
}
