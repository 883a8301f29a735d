//! Endpoints of a library.
#![forbid(unsafe_code)]

use portcullis::endpoint;

#[endpoint(get = "/library/open", anonymous)]
async fn open() -> &'static str {
    "open"
}

mod inner {
    use portcullis::endpoint;

    #[endpoint(get = "/library/{shelf}", roles("Reader"))]
    async fn shelf() -> &'static str {
        "shelf"
    }
}
