//! What keeps a server from starting whose handlers take requests about tokens.

use portcullis::{HttpBasic, MemoryStore, Portcullis, Revocations};

use crate::ailing::Ailing;
use crate::server::builder;

#[test]
fn without_revocations_nothing_can_be_revoked() {
    let problems = builder(Ailing::default()).build().unwrap_err();
    let told = problems.iter().map(portcullis::Problem::message).collect::<Vec<_>>();
    let message = |handler: &str| {
        format!(
            "`{handler}` takes `RevocationRequest`, and there is nowhere to keep what is revoked; \
             add `.revocations(…)`"
        )
    };
    assert_eq!(told, [message("revoke"), message("give_up")]);
}

pub(crate) mod asked {
    //! A handler that asks of tokens where nobody signs any.

    use portcullis::{Error, Introspection, IntrospectionRequest, endpoint};

    #[endpoint(post = "/asked")]
    async fn asked(request: IntrospectionRequest) -> Result<Introspection, Error> {
        request.introspect().await
    }
}

#[actix_web::test]
async fn where_nobody_signs_there_is_nothing_to_ask_about() {
    let clients = HttpBasic::new(async |_: &str, _: portcullis::Password| Ok(None));
    let builder = Portcullis::builder().module("oauth::set_up::asked").scheme("clients", clients);
    let revocations = Revocations::open(MemoryStore::new()).await.unwrap();
    let told = builder.revocations(revocations).build().unwrap_err().to_string();
    assert!(told.contains("no scheme has a key to sign with"), "{told}");
}
