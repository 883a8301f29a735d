use portcullis::endpoint;

macro_rules! reads {
    ($name:ident, $path:literal, $role:literal) => {
        #[endpoint(get = $path, roles($role, $role))]
        async fn $name() -> &'static str {
            ""
        }
    };
}

reads!(first, "first", "Reader");
reads!(second, "/second", " Reader");

fn main() {}
