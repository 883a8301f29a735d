//! Small formulas with every answer and every failure of their requirements: who was asked, in
//! which order, and what came of it.

#![expect(clippy::indexing_slicing, reason = "the names are four, and numbered from 0 to 3")]

use std::mem::take;
use std::sync::{Arc, Mutex};

use actix_web::App;
use actix_web::test::{TestRequest, call_service, init_service};
use portcullis::{Portcullis, Rule, test};
use portcullis_tests::Spelled;

use crate::oracle::{Formula, NAMES};
use crate::scripted::{Asked, Does, Scripted};

impl Formula {
    fn rule(&self) -> Rule {
        match self {
            Self::Name(name @ 0..2) => Rule::role(NAMES[*name]),
            Self::Name(name) => Rule::policy(NAMES[*name]),
            Self::Not(inner) => !inner.rule(),
            Self::And(one, other) => one.rule() & other.rule(),
            Self::Or(one, other) => one.rule() | other.rule(),
        }
    }

    fn negated(&self) -> Self {
        Self::Not(Box::new(self.clone()))
    }
}

/// Every two of these, joined.
fn joined(ones: &[Formula], others: &[Formula]) -> Vec<Formula> {
    let pairs = ones.iter().flat_map(|one| others.iter().map(move |other| (one, other)));
    let join = |(one, other): (&Formula, &Formula)| {
        let (one, other) = (Box::new(one.clone()), Box::new(other.clone()));
        [Formula::And(one.clone(), other.clone()), Formula::Or(one, other)]
    };
    pairs.flat_map(join).collect()
}

/// Those that are about something: neither always true nor never.
fn formulas() -> Vec<Formula> {
    let names = (0..NAMES.len()).map(Formula::Name);
    let literals = names.flat_map(|name| [name.negated(), name]).collect::<Vec<_>>();
    let pairs = joined(&literals, &literals);
    let mut formulas = [literals.clone(), pairs.clone()].concat();
    formulas.extend(pairs.iter().map(Formula::negated));
    formulas.extend(joined(&pairs, &literals));
    // Every thirty-first, which is a prime.
    formulas.extend(joined(&pairs, &pairs).into_iter().step_by(31));
    formulas.retain(|formula| (1..16).any(|truth| formula.holds(truth) != formula.holds(0)));
    formulas
}

#[actix_web::test]
async fn only_what_the_static_part_leaves_open_is_asked_and_nothing_twice() {
    let (mut requests, mut questions) = (0, 0);
    for (number, formula) in formulas().iter().enumerate() {
        let asked = Asked::default();
        let does = [Does::Fail; 2].map(|does| Arc::new(Mutex::new(does)));
        let scripted = |place: usize| Scripted {
            name: NAMES[place + 2],
            does: Arc::clone(&does[place]),
            asked: Arc::clone(&asked),
        };
        let builder = Portcullis::builder().scheme("spelled", Spelled);
        let builder = builder.module("requirements::endpoints::formula");
        let builder = builder.requirement("R", scripted(0)).requirement("S", scripted(1));
        let portcullis = builder.policy("Formula", formula.rule()).build().unwrap();
        let app = init_service(App::new().configure(portcullis.mount())).await;
        let panics = [Does::Panic, Does::PanicAtOnce][number % 2];
        let all = [Does::Say(true), Does::Say(false), Does::Fail, panics];
        // What panics prints a line: not for every formula.
        let all = if number % 16 == 0 { &all[..] } else { &all[..3] };
        for (r, s) in all.iter().flat_map(|r| all.iter().map(move |s| (*r, *s))) {
            *does[0].lock().unwrap() = r;
            *does[1].lock().unwrap() = s;
            for roles in 0..4_u8 {
                let held = (0..2).filter(|role| roles & (1 << role) != 0);
                let caller = held.fold(test::caller(), |caller, role| caller.role(NAMES[role]));
                let request = TestRequest::with_uri("/formula").to_request();
                let response = call_service(&app, caller.call(request)).await;
                let status = response.status().as_u16();
                let asked = take(&mut *asked.lock().unwrap());
                questions += asked.len();
                requests += 1;
                assert_eq!(
                    (status, asked),
                    formula.answer(roles, [r, s]),
                    "the oracle and the gate differ about GET /formula: {formula:?} {roles:b} {r:?} {s:?}"
                );
            }
        }
    }
    println!("{requests} requests, {questions} questions");
    assert!(requests > 80_000 && questions > 20_000, "{requests} {questions}");
}
