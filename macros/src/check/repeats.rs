//! Things that are written twice where once is enough.

use quote::ToTokens;
use syn::Ident;

use crate::problems::{Problems, shown};

/// The entries of a list, without those that repeat an earlier one: these are told.
pub(super) fn in_list<T: ToTokens>(
    entries: impl IntoIterator<Item = T>,
    list: &Ident,
    same: impl Fn(&T, &T) -> bool,
    problems: &mut Problems,
) -> Vec<T> {
    let message = |entry: &T, _: &T| format!("`{}` is in `{list}` twice; remove one", shown(entry));
    once(entries, same, message, problems)
}

pub(super) fn once<T: ToTokens>(
    entries: impl IntoIterator<Item = T>,
    same: impl Fn(&T, &T) -> bool,
    message: impl Fn(&T, &T) -> String,
    problems: &mut Problems,
) -> Vec<T> {
    let mut kept: Vec<T> = Vec::new();
    for entry in entries {
        match kept.iter().find(|first| same(first, &entry)) {
            Some(first) => {
                problems.clash(&entry, message(&entry, first), first, "the first is here");
            }
            None => kept.push(entry),
        }
    }
    kept
}
