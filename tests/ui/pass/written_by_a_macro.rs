use actix_web::{App, Responder};
use portcullis::endpoint;

macro_rules! reads {
    ($name:ident, $path:literal, $role:expr, $verb:ident) => {
        #[endpoint(get = $path, put = $path, roles($role), require(claim($role) || scope("a")), anonymous($verb))]
        async fn $name() -> impl Responder {
            stringify!($name)
        }
    };
}

reads!(first, "/first", "Reader", PUT);
reads!(second, "/second", names::READER, GET);

mod names {
    pub const READER: &str = "Reader";
}

fn main() {
    let _ = App::new().service(first).service(second);
}
