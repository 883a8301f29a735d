//! Names that nobody could have, behind constants and in rules made at start-up: under `!` they
//! would let everyone in. Told where they are asked for.

use portcullis::{JwtBearer, Portcullis, Rule, endpoint, group, policy};

const BLANK: &str = " Admin";
const NOTHING: &str = "";
const TWO: &str = "docs:read docs:write";

policy!(NotBlank = !role(BLANK));
policy!(Trusted = role("Admin") && policy(NotBlank) && scope("docs"));
group!(DESK = "/desk", permissions(NOTHING), roles(BLANK));

#[endpoint(get = "/by-item", policies(Trusted))]
async fn by_item() -> &'static str {
    ""
}

#[endpoint(get = "/one", group = DESK)]
async fn one() -> &'static str {
    ""
}

#[endpoint(get = "/other", group = DESK, on(GET, require(!scope(TWO))))]
async fn other() -> &'static str {
    ""
}

#[test]
fn an_odd_name_is_told_where_it_is_asked_for_and_once() {
    let line = line!();
    let problems = Portcullis::builder()
        .scheme("jwt", JwtBearer::hs256("a key of at least thirty-two bytes"))
        .policy("Anyone", !Rule::role(""))
        .policy("Padded", Rule::policy("Anyone") | !(Rule::claim("id ") & Rule::role("A")))
        .policy("Scoped", Rule::scope("a b") | Rule::scope("ä") | Rule::scope("docs:read"))
        .policy("ByItem", Rule::role("B") & Trusted)
        .build()
        .unwrap_err();
    let told = |problem: &portcullis::Problem| {
        let (file, at) = problem.place().unwrap();
        assert_eq!(file, file!());
        let at = if at > line { format!("+{}", at - line) } else { at.to_string() };
        format!("{at} {}", problem.message())
    };
    let padded = "begins or ends with a blank; names compare exactly";
    let scope = "has a character that no scope can have (RFC 6749 §3.3)";
    assert_eq!(
        problems.iter().map(told).collect::<Vec<_>>(),
        [
            format!("10 the policy `NotBlank` asks for the name \" Admin\", which {padded}"),
            "12 the group `DESK` asks for the name \"\", which is empty".to_owned(),
            format!("12 the group `DESK` asks for the name \" Admin\", which {padded}"),
            format!("24 `other` asks for the name \"docs:read docs:write\", which {scope}"),
            "+3 the policy `Anyone` asks for the name \"\", which is empty".to_owned(),
            format!("+4 the policy `Padded` asks for the name \"id \", which {padded}"),
            format!("+5 the policy `Scoped` asks for the name \"a b\", which {scope}"),
            format!("+5 the policy `Scoped` asks for the name \"ä\", which {scope}"),
        ]
    );
}
