//! A store that has always had 10⁶ revocations.

use portcullis::{Position, Revocable, Revocation, RevocationStore, Revoked, StoreFuture};

const ALL: u64 = 1_000_000;

#[derive(Debug)]
pub(crate) struct Full;

impl RevocationStore for Full {
    fn revoke(&self, _: Revocation, _: u64) -> StoreFuture<'_, ()> {
        Box::pin(async { Ok(()) })
    }

    fn after(&self, position: Position, _: u64) -> StoreFuture<'_, Revoked> {
        let end = ALL.min(position.0 + 4096);
        let revocations = (position.0..end).map(|number| {
            let id = format!("revoked {number}");
            let what = match number % 3 {
                0 => Revocable::Token(id),
                1 => Revocable::Session(id),
                _ => Revocable::User { id, up_to: 1_000_000_000 },
            };
            Revocation { issuer: crate::server::ISSUER.to_owned(), what, until: None }
        });
        let revocations = revocations.collect();
        Box::pin(async move { Ok(Revoked { revocations, position: Position(end), more: end < ALL }) })
    }
}
