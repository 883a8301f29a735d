//! What is wrong for certain.

use portcullis::Rule;
use portcullis_tests::Spelled;

use crate::{builder, refused, warned};

#[test]
fn roles_that_exclude_each_other_are_not_asked_for_together() {
    assert_eq!(warned(builder("both")), [""; 0]);
    assert_eq!(
        refused(builder("both").exclusive_roles(["Maker", "Checker"])),
        ["nobody can enter `pay`: `role(\"Maker\") && role(\"Checker\")` can never be met: the \
             roles `Maker` and `Checker` exclude each other"]
    );
    // By way of roles that no policy names.
    let builder = builder("both").role_implies("Maker", ["Clerk"]);
    let builder = builder.role_implies("Checker", ["Auditor"]);
    assert_eq!(
        refused(builder.exclusive_roles(["Clerk", "Auditor"])),
        ["nobody can enter `pay`: `role(\"Maker\") && role(\"Checker\")` can never be met: the \
             roles `Maker` and `Checker` exclude each other"]
    );
}

#[test]
fn a_policy_is_told_with_what_it_means() {
    let checked = Rule::role("Checker") & Rule::claim("desk");
    let builder = builder("by_policy").policy("Checked", checked);
    assert_eq!(
        refused(builder.exclusive_roles(["Maker", "Checker"])),
        ["nobody can enter `pay`: `role(\"Maker\") && policy(\"Checked\")` can never be met: \
             the roles `Maker` and `Checker` exclude each other; `policy(\"Checked\")` is \
             `role(\"Checker\") && claim(\"desk\")`"]
    );
}

#[test]
fn a_verb_that_can_never_pass_is_told_with_its_paths() {
    let exclusive = |module| builder(module).exclusive_roles(["Maker", "Checker"]);
    assert_eq!(
        refused(exclusive("on_a_verb")),
        ["nobody can enter `pay` (`PUT /old`, `PUT /pay`): `role(\"Maker\") && \
             role(\"Checker\")` can never be met: the roles `Maker` and `Checker` exclude each \
             other"]
    );
    // On an anonymous verb nothing is demanded.
    assert_eq!(warned(exclusive("anonymous_verb")), [""; 0]);
}

#[test]
fn a_scheme_that_is_not_tried_cannot_be_demanded() {
    let both = || builder("default_scheme").scheme("cookie", Spelled);
    assert_eq!(
        refused(both()),
        ["nobody can enter `only`: `scheme(\"cookie\")` can never be met: callers are \
             authenticated by `spelled`"]
    );
    // There it changes nothing.
    assert_eq!(
        warned(both().default_scheme("cookie")),
        ["`scheme(\"cookie\")` changes nothing in `scheme(\"cookie\") && role(\"A\")` of \
             `only`; leave out what is not needed, or write `accept(redundant)`"]
    );
}

#[test]
fn a_clause_that_everybody_meets_demands_nothing() {
    assert_eq!(
        refused(builder("always")),
        ["`scheme(\"spelled\") || role(\"A\")` of `open` demands nothing: every caller meets \
             it; remove it, or change the policy"]
    );
    assert_eq!(warned(builder("no_demand")), [""; 0]);
    assert_eq!(
        refused(builder("no_demand").role_implies("Admin", ["Manager"])),
        ["`!role(\"Admin\") || role(\"Manager\")` of `open` demands nothing: every caller \
             meets it; remove it, or change the policy"]
    );
}

#[test]
fn a_scheme_by_which_nobody_can_enter_is_told() {
    let builder = || builder("schemes").scheme("cookie", Spelled);
    let policy = Rule::scheme("spelled") & Rule::role("B");
    assert_eq!(
        refused(builder().policy("P", policy)),
        ["nobody can enter `two` by the scheme `cookie`: what is demanded forbids it; remove \
             the scheme, or change the policy"]
    );
    // By cookie GET is open: to one verb is enough.
    let policy = Rule::scheme("spelled") | !Rule::role("A") & Rule::role("B");
    assert_eq!(warned(builder().policy("P", policy)), [""; 0]);
}

/// On the anonymous verb it tells who is calling.
#[test]
fn a_scheme_is_of_use_on_an_anonymous_verb() {
    let builder = builder("open_verb").scheme("cookie", Spelled);
    let told = warned(builder.policy("P", Rule::scheme("spelled") & Rule::role("A")));
    assert_eq!(told, [""; 0]);
}

#[test]
fn what_the_compiler_could_not_weigh_is_said_to_be_told_late() {
    let names = (0..12).map(|number| Rule::role(format!("role {number}")));
    let large = Rule::any_of(names) & Rule::role("Maker");
    let builder = builder("large").policy("Large", large).exclusive_roles(["Maker", "Checker"]);
    let told = refused(builder);
    let [told] = &told[..] else { panic!("{told:?}") };
    let start = "nobody can enter `large`: `policy(\"Large\") && role(\"Checker\")` can never be \
                 met: the roles `Maker` and `Checker` exclude each other; `policy(\"Large\")` is ";
    let end = " (the compiler weighs policies of up to 12 names; this one has 14, so it is told \
               at start-up)";
    assert!(told.starts_with(start) && told.ends_with(end), "{told}");
}

#[test]
fn a_group_that_is_pointless_is_told_once() {
    let builder = builder("hopeless").exclusive_roles(["Maker", "Checker"]);
    assert_eq!(
        refused(builder.role_implies("Admin", ["Manager"])),
        [
            "nobody can enter the group `DESK`: `role(\"Maker\") && role(\"Checker\")` can never \
             be met: the roles `Maker` and `Checker` exclude each other",
            "`!role(\"Admin\") || role(\"Manager\")` of the group `WIDE` demands nothing: every \
             caller meets it; remove it, or change the policy"
        ]
    );
}

#[test]
fn beside_an_anonymous_verb_the_others_are_named() {
    assert_eq!(
        refused(builder("partly").exclusive_roles(["Maker", "Checker"])),
        ["nobody can enter `pay` (`PUT /pay`): `role(\"Maker\") && role(\"Checker\")` can \
             never be met: the roles `Maker` and `Checker` exclude each other"]
    );
}
