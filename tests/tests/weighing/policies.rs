//! Policies that are registered, told where they are.

use portcullis::{Builder, Rule};
use portcullis_tests::Spelled;

use crate::{builder, told};

fn list() -> Builder {
    builder("list")
}

#[test]
fn a_policy_that_everybody_or_nobody_meets_is_refused() {
    let line = line!();
    let problems = list()
        .policy("Everybody", Rule::role("A") | !Rule::role("A"))
        .policy("Nobody", Rule::claim_is("c", 1) & !Rule::claim("c"))
        .policy("Apart", Rule::role("Maker") & (Rule::role("B") | Rule::role("Checker")))
        .policy("Torn", Rule::role("Maker") & Rule::claim("c") & Rule::role("Checker"))
        .policy("OfNobody", Rule::policy("Nobody") & Rule::role("A"))
        .exclusive_roles(["Maker", "Checker"])
        .build()
        .unwrap_err();
    assert_eq!(
        told("policies.rs", problems.iter()),
        [
            "the policy `Everybody` demands nothing: every caller meets `role(\"A\") || \
             !role(\"A\")`",
            "the policy `Nobody` is met by nobody: `claim(\"c\", 1) && !claim(\"c\")` can never be met",
            "the policy `Torn` is met by nobody: `role(\"Maker\") && role(\"Checker\")` can never \
             be met: the roles `Maker` and `Checker` exclude each other",
        ]
    );
    let lines = problems.iter().map(|problem| problem.place().unwrap().1 - line);
    assert_eq!(lines.collect::<Vec<_>>(), [2, 3, 5]);
}

#[test]
fn a_policy_of_a_pointless_policy_is_not_told_again() {
    let builder = builder("named").policy("Managers", Rule::role("A") & !Rule::role("A"));
    let problems = builder.policy("Staff", Rule::policy("Managers") | Rule::role("B"));
    let problems = problems.build().unwrap_err();
    let told = told("policies.rs", problems.iter());
    assert_eq!(
        told,
        ["the policy `Managers` is met by nobody: `role(\"A\") && !role(\"A\")` can never be met"]
    );
}

#[test]
fn parts_of_a_policy_that_change_nothing_are_a_warning_where_it_is_registered() {
    let policy = Rule::role("Admin") | Rule::role("Manager") & Rule::claim("id");
    let with_list = |builder: Builder| builder.policy("P", policy.clone());
    assert_eq!(with_list(list()).build().unwrap().warnings().count(), 0);

    let builder = builder("none").scheme("cookie", Spelled).role_implies("Manager", ["Admin"]);
    let line = line!() + 1;
    let portcullis = builder.policy("P", policy).build().unwrap();
    assert_eq!(
        told("policies.rs", portcullis.warnings()),
        ["in the policy `P` `role(\"Manager\") && claim(\"id\")` changes nothing; leave out \
             what is not needed"]
    );
    assert_eq!(portcullis.warnings().next().unwrap().place(), Some((file!(), line)));
}

/// One list of policies may serve several instances; which schemes an endpoint tries is weighed
/// at the endpoint.
#[test]
fn a_policy_about_schemes_is_weighed_where_it_is_used() {
    let with_policies = |builder: Builder| {
        let builder = builder.policy("Strong", Rule::scheme("key") & Rule::role("A"));
        builder.policy("Checked", Rule::scheme("spelled")).policy("Staff", Rule::role("B"))
    };
    assert_eq!(with_policies(list()).build().unwrap().warnings().count(), 0);
    let problems = with_policies(builder("by_policy")).build().unwrap_err();
    let [told] = &problems.iter().collect::<Vec<_>>()[..] else { panic!("{problems}") };
    assert_eq!(
        told.message(),
        "`policy(\"Checked\")` of `pay` demands nothing: every caller meets it; remove it, or \
         change the policy"
    );
}
