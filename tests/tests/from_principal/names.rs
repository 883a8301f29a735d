//! A literal that is in no vocabulary of its kind is told at start-up, as in endpoints.

use portcullis::Portcullis;
use portcullis_tests::Spelled;

mod misspelt {
    use portcullis::{FromPrincipal, endpoint};

    #[derive(FromPrincipal)]
    struct Clerk {
        #[claim("AdminId")]
        id: String,
        // There is no vocabulary of roles: nothing is known of them.
        #[role("whatever")]
        whatever: bool,
    }

    #[endpoint(get = "/clerk", anonymous)]
    async fn clerk(it: Option<Clerk>) -> String {
        it.map(|it| format!("{} {}", it.id, it.whatever)).unwrap_or_default()
    }
}

#[test]
fn a_misspelt_claim_keeps_the_server_from_starting() {
    let builder = Portcullis::builder().scheme("spelled", Spelled);
    let problems = builder.module("from_principal::names::misspelt").build().unwrap_err();
    let told = problems.iter().map(ToString::to_string).collect::<Vec<_>>();
    let expected = "tests/tests/from_principal/names.rs:9: `Clerk` asks for the claim `AdminId`, \
                    which is in no vocabulary of claims; did you mean `AdminID`?";
    assert_eq!(told, [expected]);
}
