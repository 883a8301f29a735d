//! How much memory a caller takes, for whoever keeps callers. Rather too much than too little.

use std::mem::{size_of, size_of_val};

use serde_json::{Map, Value};

use super::{Facts, Principal, Stamp};

/// What allocating adds to a piece of memory.
const ALLOCATION: usize = 16;

impl Principal {
    /// The bytes that it holds, wherever they are; not the scheme's, which all callers share.
    pub(crate) fn bytes(&self) -> usize {
        let stamp = self.stamp.as_ref().map_or(0, |stamp| size_of::<Stamp>() + stamp.bits.bytes());
        size_of::<Self>() + stamp + self.facts.bytes() + 2 * ALLOCATION
    }
}

impl Facts {
    fn bytes(&self) -> usize {
        let names = [&self.roles, &self.permissions, &self.scopes];
        let names = names.into_iter().map(|list| {
            let texts = list.iter().map(|name| name.len() + ALLOCATION).sum::<usize>();
            list.capacity() * size_of::<Box<str>>() + ALLOCATION + texts
        });
        let issuer = self.issuer.as_ref().map_or(0, |issuer| issuer.len() + ALLOCATION);
        let text = self.claims.verified_len() + ALLOCATION;
        size_of::<Self>()
            + names.sum::<usize>()
            + issuer
            + self.subject.len()
            + text
            + object(self.claims.object())
    }
}

fn object(object: &Map<String, Value>) -> usize {
    // A tree of nodes that are half full at worst.
    let members = object.iter().map(|(name, value)| {
        2 * (size_of::<String>() + size_of::<Value>()) + name.capacity() + ALLOCATION + heap(value)
    });
    members.sum::<usize>() + 2 * ALLOCATION
}

fn heap(value: &Value) -> usize {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
        Value::String(text) => text.capacity() + ALLOCATION,
        Value::Array(items) => {
            let unused = (items.capacity() - items.len()) * size_of::<Value>();
            let items = items.iter().map(|item| size_of_val(item) + heap(item));
            unused + items.sum::<usize>() + ALLOCATION
        }
        Value::Object(members) => object(members),
    }
}
