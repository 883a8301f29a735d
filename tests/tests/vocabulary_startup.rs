//! Names outside the vocabularies of the program, and vocabularies that give one name: told at
//! start-up, with places. This program has vocabularies of roles and of claims, and of no other
//! kind.

use portcullis::{JwtBearer, Portcullis, Problems, Rule, Vocabulary};

#[derive(Vocabulary)]
#[vocabulary(role)]
enum Role {
    Admin,
    Manager,
}

mod night {
    #[derive(portcullis::Vocabulary)]
    #[vocabulary(role, rename_all = "snake_case")]
    pub(crate) enum Shift {
        NightWatch,
        #[vocabulary(rename = "Admin")]
        Chief,
    }
}

#[derive(Vocabulary)]
#[vocabulary(claim)]
enum Claim {
    Dept,
    /// A role is called so too: that is another kind.
    Admin,
}

mod good {
    use portcullis::endpoint;

    use crate::Role;
    use crate::night::Shift;

    #[endpoint(
        get = "/good",
        roles(Role::Admin, "Manager", "night_watch", Shift::Chief),
        permissions("no", "vocabulary"),
        scopes("none"),
        claims("Dept" = "any value"),
    )]
    async fn good() -> &'static str {
        ""
    }
}

mod bad {
    use portcullis::endpoint;

    const MANGER: &str = "Manger";

    #[endpoint(
        get = "/bad",
        put = "/bad",
        roles(MANGER, "night_watch", "Clerk"),
        require(role(MANGER) || !claim("dept", "eng")),
        on(PUT, roles_all("Admin", "nightwatch"), claims("Salary")),
        schemes("jwt"),
    )]
    async fn bad() -> &'static str {
        ""
    }

    #[endpoint(get = "/dormant", anonymous(GET), roles("Admni"), accept(dormant))]
    async fn dormant() -> &'static str {
        ""
    }
}

#[expect(clippy::unwrap_used, reason = "a set-up that must be refused")]
fn start(module: &'static str) -> Problems {
    Portcullis::builder()
        .scheme("jwt", JwtBearer::hs256("a key of at least thirty-two bytes"))
        .policy("Sound", Rule::role(Role::Admin) & Rule::permission("x"))
        .policy("Managers", Rule::role("manager") | !(Rule::role("Manager") & Rule::claim("Dpt")))
        .module(module)
        .build()
        .unwrap_err()
}

/// The messages at each place: the file, and what is written at the line.
#[expect(clippy::unwrap_used, reason = "every problem has a place")]
#[expect(clippy::indexing_slicing, reason = "it is a line of this file")]
fn placed(problems: &Problems) -> String {
    let source = include_str!("vocabulary_startup.rs");
    let lines: Vec<_> = source.lines().collect();
    let one = |problem: &portcullis::Problem| {
        let (file, line) = problem.place().unwrap();
        assert_eq!(file, "tests/tests/vocabulary_startup.rs");
        let text = lines[line as usize - 1].trim();
        format!("{}\n    {}\n", text, problem.message())
    };
    problems.iter().map(one).collect()
}

const OF_THE_PROGRAM: &str = "\
#[derive(portcullis::Vocabulary)]
    the role `Admin` is in `vocabulary_startup::night::Shift` and in `vocabulary_startup::Role` at \
    tests/tests/vocabulary_startup.rs:7; two vocabularies of one kind share no name: rename one, \
    or let both users share one enum
";

const OF_THE_SET_UP: &str = "\
.policy(\"Managers\", Rule::role(\"manager\") | !(Rule::role(\"Manager\") & Rule::claim(\"Dpt\")))
    the policy `Managers` asks for the role `manager`, which is in no vocabulary of roles; did \
    you mean `Manager`?
.policy(\"Managers\", Rule::role(\"manager\") | !(Rule::role(\"Manager\") & Rule::claim(\"Dpt\")))
    the policy `Managers` asks for the claim `Dpt`, which is in no vocabulary of claims; did you \
    mean `Dept`?
";

#[test]
fn names_inside_the_vocabularies_are_not_told() {
    let expected = format!("{OF_THE_PROGRAM}{OF_THE_SET_UP}");
    assert_eq!(placed(&start("vocabulary_startup::good")), expected);
}

#[test]
fn each_name_outside_is_told_once_where_it_is_asked_for() {
    let expected = format!(
        "{OF_THE_PROGRAM}\
#[endpoint(
    `bad` asks for the role `Clerk`, which is in no vocabulary of roles; known are `Admin`, \
    `Manager`, `night_watch`
#[endpoint(
    `bad` asks for the role `Manger`, which is in no vocabulary of roles; did you mean `Manager`?
#[endpoint(
    `bad` asks for the role `nightwatch`, which is in no vocabulary of roles; did you mean \
    `night_watch`?
#[endpoint(
    `bad` asks for the claim `Salary`, which is in no vocabulary of claims; known are `Admin`, \
    `Dept`
#[endpoint(
    `bad` asks for the claim `dept`, which is in no vocabulary of claims; did you mean `Dept`?
#[endpoint(get = \"/dormant\", anonymous(GET), roles(\"Admni\"), accept(dormant))]
    `dormant` asks for the role `Admni`, which is in no vocabulary of roles; did you mean `Admin`?
{OF_THE_SET_UP}"
    );
    assert_eq!(placed(&start("vocabulary_startup::bad")), expected);
}
