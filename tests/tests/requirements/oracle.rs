//! What happens to a request, said aloud: as long as what is known leaves open whether the
//! caller may enter, the first question in the formula that could still change it is asked.

#![expect(clippy::indexing_slicing, reason = "the names are four, and numbered from 0 to 3")]

use crate::scripted::Does;

/// Two roles, then two requirements.
pub(crate) const NAMES: [&str; 4] = ["A", "B", "R", "S"];

#[derive(Clone, Debug)]
pub(crate) enum Formula {
    Name(usize),
    Not(Box<Formula>),
    And(Box<Formula>, Box<Formula>),
    Or(Box<Formula>, Box<Formula>),
}

impl Formula {
    /// Whether it holds where of the names just these are true: a bit for each.
    pub(crate) fn holds(&self, truth: u8) -> bool {
        match self {
            Self::Name(name) => truth & (1 << name) != 0,
            Self::Not(inner) => !inner.holds(truth),
            Self::And(one, other) => one.holds(truth) && other.holds(truth),
            Self::Or(one, other) => one.holds(truth) || other.holds(truth),
        }
    }

    /// The names in the order in which they are written.
    fn written(&self) -> Vec<usize> {
        match self {
            Self::Name(name) => vec![*name],
            Self::Not(inner) => inner.written(),
            Self::And(one, other) | Self::Or(one, other) => {
                [one.written(), other.written()].concat()
            }
        }
    }

    /// The status that a caller with these roles (bits 0 and 1) is answered with, and who was
    /// asked before that.
    pub(crate) fn answer(&self, roles: u8, does: [Does; 2]) -> (u16, Vec<&'static str>) {
        let (mut truth, mut open, mut asked) = (roles, 0b1100_u8, Vec::new());
        loop {
            let worlds = (0..16_u8).filter(|world| world & !open == truth & !open);
            let worlds = worlds.collect::<Vec<_>>();
            let matters = |name: &usize| {
                let bit = 1 << name;
                let flips = |world: &u8| self.holds(*world) != self.holds(world ^ bit);
                open & bit != 0 && worlds.iter().any(flips)
            };
            let Some(name) = self.written().into_iter().find(matters) else {
                return (if self.holds(truth) { 200 } else { 403 }, asked);
            };
            asked.push(NAMES[name]);
            open &= !(1 << name);
            match does[name - 2] {
                Does::Say(true) => truth |= 1 << name,
                Does::Say(false) => {}
                Does::Fail => return (503, asked),
                Does::Panic | Does::PanicAtOnce => return (500, asked),
            }
        }
    }
}
