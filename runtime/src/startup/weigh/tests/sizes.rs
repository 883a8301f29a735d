//! Policies of all sizes: ordinary ones are weighed however large they are, and no policy
//! keeps a server from starting.

use std::time::{Duration, Instant};

use super::super::World;
use super::super::demand::Demand;
use super::super::diagrams::{Effort, Entangled, FEW, MOST};
use super::super::parts::parts;
use crate::hierarchy::Hierarchy;
use crate::rule::{Policies, Rule};
use crate::weigh::tests::formulas::Random;

/// The parts that change nothing.
fn found(clauses: &[Rule], hierarchy: &Hierarchy, steps: usize) -> Result<Vec<Rule>, Entangled> {
    let policies = Policies::new();
    let world = World { policies: &policies, hierarchy };
    let demand = Demand::of(clauses, None, world, Effort::of(steps))?;
    let (parts, _) = parts(&demand, clauses, &demand.possible)?;
    Ok(parts.into_iter().map(|part| part.rule).collect())
}

fn named(kind: &str, number: usize) -> String {
    format!("{kind} {number}")
}

#[test]
fn a_list_of_a_thousand_names_is_weighed() {
    let mut names = (0..1_000).map(|at| Rule::role(named("role", at))).collect::<Vec<_>>();
    let clause = [Rule::any_of(names.clone())];
    assert_eq!(found(&clause, &Hierarchy::default(), MOST), Ok(Vec::new()));
    names.push(Rule::role("role 500") & Rule::claim("c"));
    let dead = names.last().cloned().into_iter().collect();
    assert_eq!(found(&[Rule::any_of(names)], &Hierarchy::default(), MOST), Ok(dead));
}

#[test]
fn a_large_hierarchy_is_weighed() {
    let mut hierarchy = Hierarchy::default();
    let (mut roles, mut permissions) = (Vec::new(), Vec::new());
    for at in 0..100 {
        let (role, permission) = (named("role", at), named("permission", at));
        hierarchy.grant(&role.clone().into(), &permission.clone().into());
        roles.push(Rule::role(role));
        permissions.push(Rule::permission(permission));
    }
    // Each permission follows from its role.
    let clauses = [Rule::all_of(roles.clone()), Rule::any_of(permissions.clone())];
    let pointless = clauses[1].clone();
    assert_eq!(found(&clauses, &hierarchy, MOST), Ok(vec![pointless]));
    let clauses = [Rule::any_of(roles.clone()), Rule::all_of(permissions)];
    assert_eq!(found(&clauses, &hierarchy, MOST), Ok(Vec::new()));

    let mut chain = Hierarchy::default();
    for at in 1..100 {
        chain.imply(&named("role", at - 1).into(), &named("role", at).into());
    }
    let list = [Rule::any_of(roles.clone())];
    let dead = roles[..99].iter().rev().cloned().collect();
    assert_eq!(found(&list, &chain, MOST), Ok(dead));
}

/// Two hundred names in clauses of three: nothing orders them well.
fn entangled() -> Vec<Rule> {
    let mut chance = Random(3);
    let mut name = || {
        let role = Rule::role(named("role", usize::try_from(chance.below(200)).unwrap()));
        if chance.below(2) == 0 { !role } else { role }
    };
    (0..600).map(|_| Rule::any_of([name(), name(), name()])).collect()
}

#[test]
fn what_is_too_entangled_is_given_up_soon() {
    let started = Instant::now();
    assert_eq!(found(&entangled(), &Hierarchy::default(), MOST), Err(Entangled));
    let much = started.elapsed();
    let started = Instant::now();
    assert_eq!(found(&entangled(), &Hierarchy::default(), FEW), Err(Entangled));
    println!("given up after {much:?} and {:?}", started.elapsed());
    assert!(much < Duration::from_secs(20), "{much:?}");
}

#[test]
fn three_thousand_ordinary_policies_take_little() {
    let hierarchy = {
        let mut hierarchy = Hierarchy::default();
        hierarchy.imply(&"Admin".into(), &"Manager".into());
        hierarchy.grant(&"Manager".into(), &"write".into());
        hierarchy
    };
    let started = Instant::now();
    for number in 0..3_000 {
        let clauses = [
            Rule::any_of([Rule::role("Admin"), Rule::role("Auditor"), Rule::role("Manager")]),
            Rule::all_of([Rule::permission("read"), Rule::permission(named("p", number))]),
            Rule::claim_is("dept", "eng") | !Rule::claim("suspended") & Rule::scope("all"),
        ];
        let told = found(&clauses, &hierarchy, FEW).unwrap();
        assert_eq!(told, [Rule::role("Admin")]);
    }
    println!("three thousand policies: {:?}", started.elapsed());
    assert!(started.elapsed() < Duration::from_secs(30), "{:?}", started.elapsed());
}
