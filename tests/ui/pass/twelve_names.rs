//! As many names as the compiler weighs, in as many clauses as an endpoint can have, and in
//! policies of policies: rustc must not find that too long.

use portcullis::{endpoint, policy};

const A: &str = "a";
const C: &str = "c";
const D: &str = "d";
const F: &str = "f";
const G: &str = "g";
const I: &str = "i";
const J: &str = "j";
const L: &str = "l";

policy!(Ad = role("a") && !permission("d") || role("b") && scope("g"));
policy!(Cj = role("c") && claim("j") || permission("e") && !claim("k"));
policy!(Fh = permission("f") && scope("h") || scope("i") && !claim("l"));
policy!(Two = (policy(Ad) || policy(Cj)) && policy(Fh));
policy!(Three = policy(Ad) && policy(Fh) || policy(Cj) && !policy(Fh));
policy!(Four = policy(Two) || policy(Three) && !policy(Ad));
policy!(Five = policy(Four) && policy(Cj) || policy(Two) && policy(Three));
policy!(Six = policy(Five) || policy(Four) && !policy(Three));
policy!(Seven = policy(Six) || policy(Five) && !policy(Four));

#[endpoint(
    get = "/", put = "/", accept(redundant),
    roles("a", "b"), roles_all("c"), permissions("d", "e"), permissions_all("f"),
    scopes("g", "h"), scopes_all("i"), claims("j", "k"), claims_all("l"), policies(Five),
    require(policy(Seven) || role("a") && !permission("d")),
    on(
        PUT,
        roles(A), roles_all(C), permissions(D), permissions_all(F), scopes(G),
        scopes_all(I), claims(J), claims_all(L), policies(Four),
        require(policy(Seven) || role(A) && !permission(D))
    ),
)]
async fn many() -> &'static str {
    ""
}

fn main() {}
