//! What start-up refuses to hear of roles: told at once, each with its place.

use portcullis::Portcullis;
use portcullis_tests::Spelled;

#[test]
fn everything_that_is_wrong_is_told_with_its_place() {
    let first = line!() + 3;
    let problems = Portcullis::builder()
        .scheme("spelled", Spelled)
        .role_implies("Selfish", ["Selfish"])
        .role_implies("Idle", Vec::<String>::new())
        .role_implies(" Padded", ["", "Fine"])
        .role_implies("Admin", ["Manager", "Manager"])
        .role_implies("Manager", ["Auditor", "Clerk"])
        .role_implies("Auditor", ["Admin"])
        .role_implies("Clerk", ["Manager"])
        .role_grants("Clerk", ["read", "write", "read"])
        .role_grants("Clerk", [String::from("write")])
        .role_grants("Idle", [""; 0])
        .exclusive_roles(["Maker"])
        .exclusive_roles(["Maker", "Maker"])
        .exclusive_roles(["Maker", "Checker", "Payer"])
        .exclusive_roles(["Payer", "Maker"])
        .exclusive_roles([" Maker", "Payer"])
        .role_implies("Trainee", ["Maker"])
        .role_implies("Boss", ["Trainee", "Payer"])
        .role_implies("Chief", ["Boss"])
        .role_implies("Checker", ["Payer"])
        .build()
        .unwrap_err();
    let told = problems.iter().map(|problem| {
        let (file, line) = problem.place().unwrap();
        assert!(file.ends_with("set_up.rs"), "{problem}");
        format!("{} {}\n", line - first, problem.message())
    });
    let expected = "\
0 the role `Selfish` is said to imply itself
1 `role_implies` is given no role for `Idle` to imply
2 `role_implies` is given the name \" Padded\", which begins or ends with a blank; names compare exactly
2 `role_implies` is given the name \"\", which is empty
3 the role `Admin` is said to imply `Manager` twice
5 the role `Auditor` closes a circle of roles: `Auditor` → `Admin` → `Manager` → `Auditor`
6 the role `Clerk` closes a circle of roles: `Clerk` → `Manager` → `Clerk`
7 the role `Clerk` is granted `read` twice
8 the role `Clerk` is granted `write` twice
9 `role_grants` is given no permission for `Idle`
10 `exclusive_roles` is given fewer than two roles; it takes two to exclude each other
11 `exclusive_roles` is given the role `Maker` twice
11 `exclusive_roles` is given fewer than two roles; it takes two to exclude each other
13 the roles `Payer`, `Maker` exclude each other already
14 `exclusive_roles` is given the name \" Maker\", which begins or ends with a blank; names compare exactly
16 the role `Boss` brings `Maker` and `Payer` together, which exclude each other
18 the role `Checker` brings `Checker` and `Payer` together, which exclude each other
";
    assert_eq!(told.collect::<String>(), expected);
}

#[test]
fn a_role_may_be_spoken_of_in_several_calls_and_imply_what_it_implies_anyway() {
    let builder = Portcullis::builder().scheme("spelled", Spelled);
    let builder = builder.role_implies("A", ["B"]).role_implies("B", ["C"]);
    let builder = builder.role_implies("A", ["C", "D"]).role_grants("A", ["write"]);
    let builder = builder.role_grants("A", ["read"]).role_grants("B", ["read"]);
    assert!(builder.exclusive_roles(["C", "E"]).exclusive_roles(["E", "C", "F"]).build().is_ok());
}
