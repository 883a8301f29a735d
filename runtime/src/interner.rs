//! The names that an instance's policies mention, each with a bit. A name that no policy
//! mentions has none: it can decide nothing.

use std::borrow::Borrow;
use std::collections::HashMap;

use crate::bits::Bits;
use crate::hierarchy::Hierarchy;
use crate::principal::{Facts, present};
use crate::rule::{Atom, Text, Value};

/// Which bit stands for which name. Made once, by `build()`.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    count: usize,
    roles: HashMap<Text, usize>,
    permissions: HashMap<Text, usize>,
    scopes: HashMap<Text, usize>,
    schemes: HashMap<Text, usize>,
    requirements: HashMap<Text, usize>,
    claims: HashMap<Text, ClaimBits>,
    /// A role's own bit and those of all that it brings with it. Empty without a hierarchy.
    brought: HashMap<Text, Bits>,
    /// Each time the two bits of roles that nobody may have together.
    exclusive: Vec<Bits>,
}

/// What policies ask about one claim.
#[derive(Clone, Debug, Default)]
pub(crate) struct ClaimBits {
    pub(crate) present: Option<usize>,
    pub(crate) values: Vec<(Value, usize)>,
}

impl Interner {
    /// The bit of a name, a new one where it has none.
    pub(crate) fn intern(&mut self, atom: &Atom) -> usize {
        let next = self.count;
        let bit = match atom {
            Atom::Role(name) => *self.roles.entry(name.clone()).or_insert(next),
            Atom::Permission(name) => *self.permissions.entry(name.clone()).or_insert(next),
            Atom::Scope(name) => *self.scopes.entry(name.clone()).or_insert(next),
            Atom::Scheme(name) => *self.schemes.entry(name.clone()).or_insert(next),
            Atom::Requirement(name) => *self.requirements.entry(name.clone()).or_insert(next),
            Atom::Claim(name) => {
                let claim = self.claims.entry(name.clone()).or_default();
                *claim.present.get_or_insert(next)
            }
            Atom::ClaimIs(name, value) => {
                let claim = self.claims.entry(name.clone()).or_default();
                claim.bit_of(value, next)
            }
        };
        self.count = self.count.max(bit + 1);
        bit
    }

    /// Works out what every role brings with it. INVARIANT: no name is new from here on.
    pub(crate) fn close(&mut self, hierarchy: &Hierarchy) {
        if hierarchy.is_empty() {
            return;
        }
        for (one, other) in hierarchy.exclusive() {
            let mut pair = Bits::default();
            pair.insert(self.intern(&Atom::Role(one.clone())));
            pair.insert(self.intern(&Atom::Role(other.clone())));
            self.exclusive.push(pair);
        }
        for role in self.roles.keys().chain(hierarchy.parents()) {
            let roles = self.roles.iter().filter(|(other, _)| hierarchy.implies(role, other));
            let permissions = self.permissions.iter();
            let permissions = permissions.filter(|(name, _)| hierarchy.grants(role, name));
            let mut bits = Bits::default();
            roles.chain(permissions).for_each(|(_, bit)| bits.insert(*bit));
            self.brought.insert(role.clone(), bits);
        }
    }

    /// What a caller has, as bits. The scheme is not among it: see [`Interner::scheme`]; nor is
    /// what takes asking.
    pub(crate) fn bits(&self, facts: &Facts) -> Bits {
        let mut bits = Bits::default();
        if self.brought.is_empty() {
            mark(&mut bits, &self.roles, &facts.roles);
        } else {
            let brought = facts.roles.iter().filter_map(|role| self.brought.get(&**role));
            brought.for_each(|brought| bits.extend(brought));
        }
        mark(&mut bits, &self.permissions, &facts.permissions);
        mark(&mut bits, &self.scopes, &facts.scopes);
        if !self.claims.is_empty() {
            let claims = facts.claims.object();
            for (name, claim) in &self.claims {
                if let Some(value) = claims.get(name.as_ref()) {
                    claim.mark(&mut bits, value);
                }
            }
        }
        bits
    }

    /// Whether a caller with these bits has roles that exclude each other.
    pub(crate) fn in_conflict(&self, bits: &Bits) -> bool {
        self.exclusive.iter().any(|pair| bits.covers(pair))
    }

    /// The bit that says by which scheme a caller was authenticated, if policies ask.
    pub(crate) fn scheme(&self, name: &str) -> Option<usize> {
        self.schemes.get(name).copied()
    }

    /// The bit of a requirement, if policies ask for it.
    pub(crate) fn requirement(&self, name: &str) -> Option<usize> {
        self.requirements.get(name).copied()
    }
}

/// The names themselves, for whoever reads them straight to bits.
#[cfg(feature = "_jwt")]
impl Interner {
    /// Every role that means something, and its bits: its own, and those of what it brings.
    pub(crate) fn roles(&self) -> impl Iterator<Item = (&str, Bits)> {
        let alone = self.roles.iter().filter(|_| self.brought.is_empty());
        let alone = alone.map(|(role, bit)| (&**role, Bits::of(*bit)));
        alone.chain(self.brought.iter().map(|(role, bits)| (&**role, bits.clone())))
    }

    pub(crate) fn permissions(&self) -> impl Iterator<Item = (&str, usize)> {
        self.permissions.iter().map(|(name, bit)| (&**name, *bit))
    }

    pub(crate) fn scopes(&self) -> impl Iterator<Item = (&str, usize)> {
        self.scopes.iter().map(|(name, bit)| (&**name, *bit))
    }

    pub(crate) fn claims(&self) -> impl Iterator<Item = (&str, &ClaimBits)> {
        self.claims.iter().map(|(name, asked)| (&**name, asked))
    }
}

impl ClaimBits {
    fn bit_of(&mut self, value: &Value, next: usize) -> usize {
        match self.values.iter().find(|(known, _)| known == value) {
            Some((_, bit)) => *bit,
            None => {
                self.values.push((value.clone(), next));
                next
            }
        }
    }

    fn mark(&self, bits: &mut Bits, value: &serde_json::Value) {
        if let Some(bit) = self.present.filter(|_| present(value)) {
            bits.insert(bit);
        }
        for (wanted, bit) in &self.values {
            if wanted.is_in(value) {
                bits.insert(*bit);
            }
        }
    }
}

fn mark(bits: &mut Bits, known: &HashMap<Text, usize>, names: &[impl Borrow<str>]) {
    names.iter().filter_map(|name| known.get(name.borrow())).for_each(|bit| bits.insert(*bit));
}
