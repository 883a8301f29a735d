//! Endpoints of a library.
#![forbid(unsafe_code)]

use portcullis::{endpoint, group, policy};

policy!(
    /// Whoever runs the library.
    pub Managers = role(inner::Role::Manager)
);

group!(pub LIBRARY = "/library", permissions("ManageInventory"));

#[endpoint(get = "/library/open", anonymous)]
async fn open() -> &'static str {
    "open"
}

mod inner {
    use portcullis::{Vocabulary, endpoint};

    /// Of the whole program, which asks for managers.
    #[derive(Vocabulary)]
    #[vocabulary(role)]
    pub enum Role {
        Reader,
        Manager,
    }

    #[endpoint(get = "/library/{shelf}", roles(Role::Reader))]
    async fn shelf() -> &'static str {
        "shelf"
    }
}
