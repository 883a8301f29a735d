//! However large a program is, it starts.

use std::time::Instant;

use portcullis::__private::{ENDPOINTS, Endpoint};
use portcullis::{Rule, Verb};

use crate::builder;

/// Numbers that are the same in every run (xorshift64).
fn next(number: &mut u64) -> u64 {
    *number ^= *number << 13;
    *number ^= *number >> 7;
    *number ^= *number << 17;
    *number >> 11
}

#[test]
fn a_policy_that_is_too_entangled_is_a_warning() {
    let mut chance = 3;
    let mut name = || {
        let role = Rule::role(format!("role {}", next(&mut chance) % 200));
        if next(&mut chance).is_multiple_of(2) { !role } else { role }
    };
    let clauses = (0..600).map(|_| Rule::any_of([name(), name(), name()])).collect::<Vec<_>>();
    let builder = builder("entangled").policy("Entangled", Rule::all_of(clauses));
    let started = Instant::now();
    let portcullis = builder.build().unwrap();
    println!("an entangled policy: started after {:?}", started.elapsed());
    let warnings = portcullis.warnings().map(|warning| warning.message()).collect::<Vec<_>>();
    assert_eq!(
        warnings,
        ["the policy `Entangled` is too entangled to be weighed: whether it can be met, and \
             whether each part of it matters, is not known; it is judged exactly all the same",]
    );
}

#[test]
fn three_thousand_endpoints_are_weighed_each_by_itself() {
    let template = ENDPOINTS.iter().find(|endpoint| endpoint.handler == "template").unwrap();
    let endpoint = |number: usize| -> &'static Endpoint {
        let permission: &'static str = format!("permission {number}").leak();
        let path: &'static str = format!("/things/{number}").leak();
        let rules = vec![
            Rule::role("Admin") | Rule::role("Manager"),
            Rule::permission(permission),
            Rule::policy("Desk"),
        ];
        Box::leak(Box::new(Endpoint {
            handler: format!("handler_{number}").leak(),
            module: template.module,
            file: template.file,
            line: u32::try_from(number).unwrap(),
            group: None,
            routes: vec![(Verb::Get, path)].leak(),
            anonymous: &[],
            rules: rules.leak(),
            on: &[],
            checks: &[],
            schemes: &[],
            manual: false,
            accept: &[],
            about: portcullis::__private::About {
                name: template.about.name,
                summary: None,
                description: None,
                tags: &[],
            },
            arguments: &[],
            enter: template.enter,
            wrap: None,
        }))
    };
    let builder = builder("none").policy("Desk", Rule::claim("desk") | Rule::scope("all"));
    let builder =
        builder.role_grants("Manager", ["permission 7"]).role_grants("Admin", ["permission 7"]);
    let builder = (0..3_000).fold(builder, |builder, number| {
        let endpoint = endpoint(number);
        builder.serve_at(endpoint, endpoint.routes.iter().copied())
    });
    let started = Instant::now();
    let portcullis = builder.build().unwrap();
    println!("three thousand endpoints: started after {:?}", started.elapsed());
    let warnings = portcullis.warnings().map(|warning| warning.message()).collect::<Vec<_>>();
    assert_eq!(
        warnings,
        ["`permission(\"permission 7\")` changes nothing in `handler_7`: `role(\"Admin\") || \
             role(\"Manager\")` implies it; remove it, or write `accept(redundant)`"]
    );
}
