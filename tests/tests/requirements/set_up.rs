//! Requirements at start-up: names, and whether anything asks.

use actix_web::HttpRequest;
use portcullis::{Builder, Portcullis, Principal, Rule, requirement_fn};
use portcullis_tests::Spelled;

fn builder() -> Builder {
    let builder = Portcullis::builder().scheme("spelled", Spelled);
    builder.module("requirements::endpoints::formula")
}

macro_rules! yes {
    () => {
        requirement_fn(async |_: &HttpRequest, _: &Principal| Ok(true))
    };
}

#[test]
fn a_name_is_a_policy_or_a_requirement_and_only_one() {
    let first = line!() + 2;
    let problems = builder()
        .requirement("Formula", yes!())
        .requirement("Formula", yes!())
        .requirement("R", yes!())
        .requirement("R", yes!())
        .requirement("", yes!())
        .requirement(" R", yes!())
        .policy("Formula", Rule::policy("R"))
        .build()
        .unwrap_err();
    let told = problems.iter().map(|problem| {
        let (file, line) = problem.place().unwrap();
        assert!(file.ends_with("set_up.rs"), "{problem}");
        format!("{} {}\n", line - first, problem.message())
    });
    let expected = "\
0 `Formula` is registered as a policy and as a requirement; rename one of the two
1 `Formula` is registered as a policy and as a requirement; rename one of the two
3 the requirement `R` is registered twice; rename one of the two
4 the requirement's name \"\" is empty
5 the requirement's name \" R\" begins or ends with a blank; names compare exactly
";
    assert_eq!(told.collect::<String>(), expected);
}

#[test]
fn a_misspelt_requirement_is_told_with_the_nearest_name() {
    let builder = builder().requirement("OwnerOnCall", yes!());
    let problems = builder.policy("Formula", Rule::policy("OwnerOnCal")).build().unwrap_err();
    let wanted = "the policy `Formula` names the policy `OwnerOnCal`, which is not registered; \
                  did you mean `OwnerOnCall`?";
    assert!(problems.to_string().contains(wanted), "{problems}");
}

#[test]
fn a_requirement_that_nothing_asks_for_is_a_warning() {
    let place = line!() + 1;
    let builder = builder().requirement("Idle", yes!()).requirement("R", yes!());
    let builder = builder.requirement("S", yes!()).policy("Spare", !Rule::policy("S"));
    let portcullis = builder.policy("Formula", !Rule::policy("R")).build().unwrap();
    let warnings = portcullis.warnings().collect::<Vec<_>>();
    let [warning] = warnings[..] else { panic!("{warnings:?}") };
    assert_eq!(warning.message(), "nothing asks for the requirement `Idle`");
    assert_eq!(warning.place(), Some((file!(), place)));
}
