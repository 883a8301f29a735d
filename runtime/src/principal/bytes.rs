//! How much memory a caller takes, for whoever keeps callers. Rather too much than too little.

use std::mem::size_of;

use serde_json::{Map, Value};

use super::known::{Known, What};
use super::{ClaimSet, Facts, Principal, Stamp, Unread};

/// What allocating adds to a piece of memory.
const ALLOCATION: usize = 16;

impl Principal {
    /// The bytes that it holds, wherever they are, or will hold when all of it was asked for;
    /// not the scheme's, which all callers share.
    pub(crate) fn bytes(&self) -> usize {
        let stamp = self.stamp.as_ref().map_or(0, |stamp| size_of::<Stamp>() + stamp.bits.bytes());
        let known = match &self.known.what {
            What::Told(facts) => facts.bytes(),
            What::Unread(unread) => unread.bytes(),
        };
        size_of::<Self>() + size_of::<Known>() + ALLOCATION + stamp + known
    }
}

impl Unread {
    fn bytes(&self) -> usize {
        let text = self.text();
        // Names are apart by a comma or a blank, in the text that they will be copied from.
        let names = 1 + text.bytes().filter(|byte| matches!(byte, b',' | b' ')).count();
        let name = 2 * size_of::<Box<str>>() + ALLOCATION;
        size_of::<Facts>() + 2 * (text.len() + ALLOCATION) + names * name + 4 * ALLOCATION
    }
}

impl Facts {
    fn bytes(&self) -> usize {
        let names = [&self.roles, &self.permissions, &self.scopes].into_iter().map(|list| {
            let texts = list.iter().map(|name| name.len() + ALLOCATION).sum::<usize>();
            list.capacity() * size_of::<Box<str>>() + ALLOCATION + texts
        });
        let issuer = self.issuer.as_ref().map_or(0, |issuer| issuer.len() + ALLOCATION);
        let claims = match &self.claims {
            ClaimSet::Set(claims) => object(claims),
            ClaimSet::Verified(text) => text.len() + ALLOCATION,
        };
        let texts = self.subject.len() + issuer + 2 * ALLOCATION;
        size_of::<Self>() + names.sum::<usize>() + texts + claims
    }
}

fn object(object: &Map<String, Value>) -> usize {
    // A tree of nodes that are half full at worst.
    let place = 2 * (size_of::<String>() + size_of::<Value>());
    let member = |(name, value): (&String, &Value)| place + text(name) + heap(value);
    object.iter().map(member).sum::<usize>() + 2 * ALLOCATION
}

fn heap(value: &Value) -> usize {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
        Value::String(value) => text(value),
        Value::Array(items) => {
            items.capacity() * size_of::<Value>()
                + items.iter().map(heap).sum::<usize>()
                + ALLOCATION
        }
        Value::Object(members) => object(members),
    }
}

fn text(text: &String) -> usize {
    text.capacity() + ALLOCATION
}
