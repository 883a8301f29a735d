//! Who gets which answer where: over a real server, against literal tables.

mod bodies;
mod endpoints;
mod order;
mod panics;
mod table;

use actix_web::App;
use portcullis::{Builder, Portcullis, Rule};
use portcullis_tests::Spelled;

/// A set-up with everything that the endpoints of this test ask for.
fn builder() -> Builder {
    Portcullis::builder()
        .scheme("spelled", Spelled)
        .policy("ManagersOnly", Rule::role("Manager") & Rule::claim("ManagerID"))
}

/// A real server of one worker with every endpoint of this test.
fn serve(builder: Builder) -> actix_test::TestServer {
    #[expect(clippy::unwrap_used, reason = "a set-up of a test")]
    let portcullis = builder.build().unwrap();
    actix_test::start_with(actix_test::config().h1(), move || {
        App::new().configure(portcullis.mount())
    })
}
