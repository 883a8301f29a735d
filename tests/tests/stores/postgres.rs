//! PostgreSQL keeps everything.

use portcullis::PostgresStore;
use portcullis::test::conformance;
use portcullis_servers::Postgres;

#[actix_web::test]
async fn postgres_keeps_sessions_api_keys_and_refresh_tokens() {
    let server = Postgres::start().unwrap();
    let store = PostgresStore::connect(&server.url()).await.unwrap();
    conformance::sessions(&store).await;
    conformance::api_keys(&store).await;
    conformance::refresh_tokens(&store).await;
}
