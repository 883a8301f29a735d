//! A set-up in which everything is wrong that start-up looks at: told at once, with places.

use actix_web::App;
use actix_web::test::{TestRequest, call_service, init_service};
use portcullis::{JwtBearer, Portcullis, Rule, Tokens, endpoint};

const BLANK: &str = " Admin";

#[endpoint(get = "/policy", policies("ManagerOnly"))]
async fn unknown_policy() -> &'static str {
    ""
}

#[endpoint(get = "/scheme", schemes("jwt", "cooky"))]
async fn unknown_scheme() -> &'static str {
    ""
}

#[endpoint(get = "/scheme", require(scheme("key") || role(BLANK)))]
async fn served_twice() -> &'static str {
    ""
}

#[endpoint(get = "/docs/{id:[0-9}", anonymous)]
async fn unreadable() -> &'static str {
    ""
}

#[endpoint(get = "/named/{id:(?P<number>[0-9]+)}", anonymous)]
async fn with_a_named_group() -> &'static str {
    ""
}

#[endpoint(get = r"/large/{id:(\w{900}){900}}", anonymous)]
async fn too_large() -> &'static str {
    ""
}

#[endpoint(get = "/people/{name:[a-z]+}", anonymous)]
async fn by_name() -> &'static str {
    ""
}

#[endpoint(put = "/people/{key:[a-m0-9]+}", anonymous)]
async fn by_key() -> &'static str {
    ""
}

#[endpoint(get = r"/words/{one:\bé\b}", anonymous)]
async fn by_word() -> &'static str {
    ""
}

#[endpoint(get = "/words/{number:[0-9]+}", anonymous)]
async fn by_number() -> &'static str {
    ""
}

#[endpoint(post = "/login", anonymous, accept(dormant))]
async fn login(_tokens: Tokens) -> &'static str {
    ""
}

/// The list without the place in front of each line; that is looked at by itself.
fn without_places(text: &str) -> String {
    let without = |line: &str| match line.strip_prefix("  - ").and_then(|one| one.split_once(": "))
    {
        Some((_, message)) => format!("  - {message}\n"),
        None => format!("{line}\n"),
    };
    text.lines().map(without).collect()
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let problems = Portcullis::builder()
        .scheme("jwt", JwtBearer::hs256("short"))
        .scheme("jwt", JwtBearer::hs256(""))
        .default_scheme("jwd")
        .policy("ManagersOnly", Rule::role("Manager") & Rule::policy("Other"))
        .policy("Other", Rule::policy("ManagersOnly"))
        .policy("Other", Rule::any_of([]))
        .policy("Nobody", Rule::role("a") & Rule::all_of([]))
        .build()
        .unwrap_err();
    println!("{problems}");
    assert_eq!(format!("{problems}"), format!("{problems:?}"));
    for problem in problems.iter() {
        let (file, line) = problem.place().unwrap();
        assert!(file.ends_with("startup.rs") && line > 0, "{problem}");
    }
    let expected = r#"19 problems with the authorization set-up:
  - `unknown_policy` names the policy `ManagerOnly`, which is not registered; did you mean `ManagersOnly`?
  - `unknown_scheme` names the scheme `cooky`, which is not registered; known are `jwt`
  - `served_twice` asks for the name " Admin", which begins or ends with a blank; names compare exactly
  - `served_twice` serves `GET /scheme`, which `unknown_scheme` at tests/tests/startup.rs:14 serves too
  - `served_twice` names the scheme `key`, which is not registered; known are `jwt`
  - `unreadable` is routed at `/docs/{id:[0-9}`, whose expression `[0-9` cannot be read: unclosed character class
  - `with_a_named_group` is routed at `/named/{id:(?P<number>[0-9]+)}`, whose expression `(?P<number>[0-9]+)` names the group `number`, beside the parameter's own name; leave that name out
  - `too_large` is routed at `/large/{id:(\w{900}){900}}`, whose expressions are too large; shorten their repetitions
  - `/people/{name:[a-z]+}` of `by_name` and `/people/{key:[a-m0-9]+}` of `by_key` at tests/tests/startup.rs:44 both match `/people/a`, and neither is more specific; change one of the two
  - `/words/{one:\bé\b}` of `by_word` and `/words/{number:[0-9]+}` of `by_number` at tests/tests/startup.rs:54 may both match one path, and neither is more specific; their expressions are too large to compare, or have a `\b`: simplify them, or tell the two apart by a text before them
  - the scheme `jwt`: the HS256 key has only 5 bytes; it needs at least 32 bytes (RFC 7518 §3.2), such as `openssl rand -base64 48` prints
  - the scheme's name "jwt" is registered twice
  - the scheme `jwt`: the HS256 key is empty; it needs at least 32 bytes (RFC 7518 §3.2), such as `openssl rand -base64 48` prints
  - the default scheme names the scheme `jwd`, which is not registered; did you mean `jwt`?
  - the policy `ManagersOnly` closes a circle of policies: `ManagersOnly` → `Other` → `ManagersOnly`
  - the policy `Other` closes a circle of policies: `Other` → `ManagersOnly` → `Other`
  - the policy `Other` is registered twice; rename one of the two
  - the policy `Other` has an empty list in it, which nobody could meet
  - the policy `Nobody` has an empty list in it, which nobody could meet
"#;
    assert_eq!(without_places(&problems.to_string()), expected);
}

#[test]
fn a_guarded_endpoint_without_any_scheme_is_told() {
    let problems = Portcullis::builder().build().unwrap_err().to_string();
    let wanted = "`served_twice` needs a caller, and no scheme is registered to recognize one; \
                  add `.scheme(\"jwt\", JwtBearer::hs256(secret))`";
    assert!(problems.contains(wanted), "{problems}");
}

mod apart {
    use portcullis::endpoint;

    #[endpoint(get = "/apart", anonymous)]
    pub(super) async fn sound() -> &'static str {
        "sound"
    }
}

#[actix_web::test]
async fn a_path_that_no_instance_has_looked_at_stops_no_worker() {
    let portcullis = Portcullis::builder().module("startup::apart").build().unwrap();
    let app = App::new().configure(portcullis.install()).service(unreadable).service(apart::sound);
    let app = init_service(app).await;
    for (path, expected) in [("/apart", 200), ("/docs/7", 404)] {
        let response = call_service(&app, TestRequest::with_uri(path).to_request()).await;
        assert_eq!(response.status(), expected, "{path}");
    }
}
