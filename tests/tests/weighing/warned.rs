//! What may be intended.

use portcullis::{Builder, Rule};

use crate::{builder, refused, warned};

#[test]
fn a_role_beside_one_that_it_implies_changes_nothing() {
    assert_eq!(warned(builder("list")), [""; 0]);
    assert_eq!(
        warned(builder("list").role_implies("Admin", ["Manager"])),
        ["`role(\"Admin\")` changes nothing in `role(\"Admin\") || role(\"Manager\")` of \
             `list`; leave out what is not needed, or write `accept(redundant)`"]
    );
    assert_eq!(warned(builder("accepted").role_implies("Admin", ["Manager"])), [""; 0]);
}

#[test]
fn a_clause_that_follows_from_others_changes_nothing() {
    assert_eq!(warned(builder("clause")), [""; 0]);
    assert_eq!(
        warned(builder("clause").role_grants("Editor", ["write", "read"])),
        [
            "`permission(\"write\") || permission(\"own\")` changes nothing in `clause`: \
             `role(\"Editor\")` implies it; remove it, or write `accept(redundant)`",
            "`permission(\"read\")` changes nothing in `clause` on `PUT /clause`: \
             `role(\"Editor\")` implies it; remove it, or write `accept(redundant)`"
        ]
    );
}

#[test]
fn a_policy_that_another_implies_is_told_where_both_are_demanded() {
    let builder = builder("named").policy("Managers", Rule::role("Manager") & Rule::claim("id"));
    assert_eq!(
        warned(builder.policy("Staff", Rule::role("Clerk") | Rule::role("Manager"))),
        ["`policy(\"Staff\")` changes nothing in `policy(\"Managers\") && policy(\"Staff\")` \
             of `named`; leave out what is not needed, or write `accept(redundant)`"]
    );
}

#[test]
fn a_group_is_another_end_of_what_is_told() {
    let hierarchy = |builder: Builder| builder.role_implies("Admin", ["Staff"]);
    assert_eq!(
        warned(hierarchy(builder("grouped"))),
        ["`role(\"Staff\")` changes nothing in `user`: `role(\"Admin\")` implies it; remove \
             it, or write `accept(redundant)`"]
    );
    assert_eq!(
        refused(builder("grouped").exclusive_roles(["Admin", "Staff"])),
        ["nobody can enter `user`: `role(\"Admin\") && role(\"Staff\")` can never be met: the \
             roles `Admin` and `Staff` exclude each other; the group `ADMIN` demands \
             `role(\"Admin\")`"]
    );
}
