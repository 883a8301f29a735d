//! Why something is as it is: what else is written around it, and how little of that suffices.

use super::part::{Clause, Kind, On, Part, Written};
use super::table::Table;
use super::world::{Dropped, World};

/// One thing around a part, as it is wherever the part matters.
#[derive(Clone)]
pub(super) struct Reason<'a> {
    pub(super) what: What<'a>,
    /// It holds there; else it fails there, being another alternative.
    pub(super) holds: bool,
    pub(super) table: Table,
}

#[derive(Clone, Copy)]
pub(super) enum What<'a> {
    Part(&'a Clause, &'a Part),
    /// No scheme comes but the listed ones.
    Schemes,
    /// Every judged verb has further clauses.
    On,
}

/// Where the parts left out of it are left out.
pub(super) struct Around<'a, 'w> {
    pub(super) written: &'a Written,
    pub(super) world: &'w World<'a>,
    pub(super) dropped: &'w Dropped,
    /// Those verbs whose clauses are not counted, since nobody meets them.
    pub(super) closed: &'w [bool],
}

impl<'a> Around<'a, '_> {
    /// Everything beside a clause, which is one of these if any.
    pub(super) fn clause(&self, on: Option<&'a On>, clause: Option<&'a Clause>) -> Vec<Reason<'a>> {
        let mut reasons = Vec::new();
        let other = |other: &&Clause| clause.is_none_or(|clause| !std::ptr::eq(clause, *other));
        let inside = on.map(|on| on.clauses.as_slice()).unwrap_or_default();
        for beside in self.written.clauses.iter().chain(inside).filter(other) {
            reasons.extend(self.demands(beside));
        }
        if on.is_none() {
            reasons.extend(self.every_on());
        }
        if let Some(table) = self.world.listed() {
            reasons.push(Reason { what: What::Schemes, holds: true, table: table.clone() });
        }
        reasons
    }

    /// A clause in the smallest pieces that must all hold.
    fn demands(&self, clause: &'a Clause) -> Vec<Reason<'a>> {
        let part = |part| Reason {
            what: What::Part(clause, part),
            holds: true,
            table: self.world.table(part, self.dropped),
        };
        match &clause.part.kind {
            _ if self.dropped.contains(&clause.part.id()) => Vec::new(),
            Kind::All(parts) => self.kept(parts).map(part).collect(),
            Kind::Any(parts) if parts.len() == 1 => parts.iter().map(part).collect(),
            _ => vec![part(&clause.part)],
        }
    }

    /// The other parts beside one, as they are where that one matters.
    pub(super) fn siblings(
        &self,
        clause: &'a Clause,
        parent: &'a Part,
        one: &'a Part,
    ) -> impl Iterator<Item = Reason<'a>> {
        let others = self.kept(parent.inside()).filter(|other| other.id() != one.id());
        others.map(move |other| {
            let table = self.world.table(other, self.dropped);
            let (holds, table) = if parent.is_all() { (true, table) } else { (false, table.not()) };
            Reason { what: What::Part(clause, other), holds, table }
        })
    }

    fn kept(&self, parts: &'a [Part]) -> impl Iterator<Item = &'a Part> {
        parts.iter().filter(|part| !self.dropped.contains(&part.id()))
    }

    /// What holds wherever anything is judged, by the clauses of the verbs.
    pub(super) fn every_on(&self) -> Option<Reason<'a>> {
        if self.written.elsewhere || self.closed.contains(&true) {
            return None;
        }
        let holds = |on: &'a On| {
            let demands = on.clauses.iter().flat_map(|clause| self.demands(clause));
            demands.fold(self.world.always(), |all, one| all.and(&one.table))
        };
        let table = self.written.on.iter().map(holds).reduce(|all, one| all.or(&one))?;
        Some(Reason { what: What::On, holds: true, table })
    }
}

/// Do these leave no caller for whom the table holds?
pub(super) fn impossible<'r, 'a: 'r>(
    world: &World,
    reasons: impl IntoIterator<Item = &'r Reason<'a>>,
    table: &Table,
) -> bool {
    let start = table.and(world.axioms());
    reasons.into_iter().fold(start, |all, one| all.and(&one.table)).is_never()
}

/// As few of the reasons as make the table impossible: none can be spared. `None`: they do not.
pub(super) fn fewest<'a>(
    world: &World,
    reasons: &[Reason<'a>],
    table: &Table,
) -> Option<Vec<Reason<'a>>> {
    let mut kept: Vec<&Reason> = reasons.iter().collect();
    let enough = |kept: &[&Reason<'a>]| impossible(world, kept.iter().copied(), table);
    if !enough(&kept) {
        return None;
    }
    if enough(&[]) {
        return Some(Vec::new());
    }
    // One reason is told more plainly than two.
    if let Some(one) = reasons.iter().find(|one| enough(&[one])) {
        return Some(vec![one.clone()]);
    }
    for reason in reasons.iter().rev() {
        let fewer: Vec<_> =
            kept.iter().copied().filter(|other| !std::ptr::eq(*other, reason)).collect();
        if enough(&fewer) {
            kept = fewer;
        }
    }
    Some(kept.into_iter().cloned().collect())
}
