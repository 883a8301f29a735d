//! Chromium, and the pages of strangers in it. Cookies with `SameSite=Lax`, which browsers keep
//! from strangers by themselves, would hide whether the server refuses: here the strangers'
//! requests come with the caller's cookies, by `SameSite=None` or from the same site.
#![expect(clippy::unwrap_used, reason = "ends the test that was wrong")]

mod bank;
mod chromium;
mod cookies;
mod in_the_clear;
mod own_pages;
mod sessions;
mod siblings;
mod strangers;
mod town;
mod trusted;
mod witness;

use chromium::Browser;
use town::Town;

/// A browser that has signed in to the bank of a town.
async fn signed_in(town: &Town) -> Browser {
    let browser = Browser::start().await;
    browser.open(&town.bank("/page")).await;
    assert_eq!(browser.fetch(&town.bank("/sign-in"), "same-origin").await, "basic 200");
    assert_eq!(town.witness().take().len(), 1);
    browser
}
