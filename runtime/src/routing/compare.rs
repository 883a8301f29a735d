//! Which of two patterns is more specific: static, then affixed parameter, then constrained
//! parameter, then parameter, then tail; piece by piece.

use std::cmp::{Ordering, Reverse};

use super::pattern::{Pattern, Segment};

impl Pattern {
    /// A total order in which the more specific of two patterns always stands first.
    pub(super) fn rank(&self) -> (Vec<(u8, Reverse<usize>)>, &str) {
        (self.segments.iter().map(Segment::rank).collect(), self.anonymous())
    }

    /// `Less` if this pattern is the more specific one. `None` if neither is: each is more
    /// specific somewhere, or they differ in expressions that nothing here can weigh.
    pub(super) fn specificity(&self, other: &Self) -> Option<Ordering> {
        let pairs = self.segments.iter().zip(&other.segments);
        pairs.map(|(own, other)| own.specificity(other)).try_fold(
            Ordering::Equal,
            |so_far, here| match (so_far, here?) {
                (Ordering::Equal, here) => Some(here),
                (so_far, Ordering::Equal) => Some(so_far),
                (so_far, here) => (so_far == here).then_some(so_far),
            },
        )
    }

    /// Whether the radix tree finds this shape, and so not the other one, for a path that has
    /// both: texts come before parameters, from left to right. Shapes with tails at different
    /// places, or one with and one without, are found independently.
    pub(super) fn is_found_before(&self, other: &Self) -> bool {
        let tails = [self, other].map(|pattern| {
            let tail = |segment: &Segment| matches!(segment, Segment::Rest { .. });
            pattern.segments.iter().position(tail)
        });
        let texts = |pattern: &Self| {
            let text = |segment: &Segment| matches!(segment, Segment::Static(_));
            pattern.segments.iter().map(text).collect::<Vec<_>>()
        };
        tails.first() == tails.last() && texts(self) > texts(other)
    }

    /// Whether a path could have both shapes. Expressions and affixes are not looked at.
    pub(super) fn shape_meets(&self, other: &Self) -> bool {
        for (at, own) in self.segments.iter().enumerate() {
            let Some(other) = other.segments.get(at) else { return false };
            if matches!(own, Segment::Rest { .. }) || matches!(other, Segment::Rest { .. }) {
                return true;
            }
            if !own.shape_meets(other) {
                return false;
            }
        }
        self.segments.len() == other.segments.len()
    }
}

impl Segment {
    fn rank(&self) -> (u8, Reverse<usize>) {
        match self {
            Self::Static(_) => (0, Reverse(0)),
            Self::Affixed { prefix, suffix, .. } => (1, Reverse(prefix.len() + suffix.len())),
            Self::Constrained(_) => (2, Reverse(0)),
            Self::Parameter => (3, Reverse(0)),
            Self::Rest { free: false, text } => (4, Reverse(text.find('{').unwrap_or(0))),
            Self::Rest { free: true, .. } => (5, Reverse(0)),
        }
    }

    fn specificity(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            _ if self == other => Some(Ordering::Equal),
            (Self::Rest { free: true, .. }, Self::Rest { free: true, .. }) => Some(Ordering::Equal),
            (
                Self::Affixed { prefix, suffix, .. },
                Self::Affixed { prefix: other_prefix, suffix: other_suffix, .. },
            ) => {
                let contains =
                    |a: &str, b: &str, c: &str, d: &str| a.starts_with(b) && c.ends_with(d);
                let own = contains(prefix, other_prefix, suffix, other_suffix);
                let others = contains(other_prefix, prefix, other_suffix, suffix);
                match (own, others) {
                    (true, false) => Some(Ordering::Less),
                    (false, true) => Some(Ordering::Greater),
                    (true, true) | (false, false) => None,
                }
            }
            _ => {
                let (own, other) = (self.rank().0, other.rank().0);
                (own != other).then(|| own.cmp(&other))
            }
        }
    }

    fn shape_meets(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Static(own), Self::Static(other)) => own == other,
            (Self::Static(text), _) | (_, Self::Static(text)) => !text.is_empty(),
            _ => true,
        }
    }
}
