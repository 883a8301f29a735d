use portcullis::endpoint;

mod names {
    #[derive(portcullis::Vocabulary)]
    #[vocabulary(role)]
    pub enum Role {
        Admin,
    }
}

#[endpoint(get = "/a", roles(Role::Admin))]
async fn handler() -> &'static str {
    "hello"
}

fn main() {}
