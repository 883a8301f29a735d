//! Every hierarchy of four roles, and every one of three with every exclusion, at every door.

use actix_web::App;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use portcullis::{Portcullis, Problems};
use portcullis_tests::Spelled;

use crate::oracle::{ROLES, World};

const PATHS: [&str; 9] =
    ["/a", "/b", "/c", "/d", "/not_c", "/write", "/neither", "/known", "/open"];

fn build(world: &World) -> Result<Portcullis, Problems> {
    let builder = Portcullis::builder().scheme("spelled", Spelled);
    let builder = builder.role_grants(world.writer, ["write"]);
    let builder =
        world.edges.iter().fold(builder, |builder, (from, to)| builder.role_implies(*from, [*to]));
    let exclusive = world.exclusive.iter();
    exclusive.fold(builder, |builder, (one, other)| builder.exclusive_roles([*one, *other])).build()
}

/// Every choice of these.
fn subsets<T: Copy>(all: &[T]) -> Vec<Vec<T>> {
    let chosen = |number: usize| {
        let chosen = all.iter().enumerate().filter(move |(at, _)| number & (1 << at) != 0);
        chosen.map(|(_, one)| *one).collect()
    };
    (0..1 << all.len()).map(chosen).collect()
}

/// Every two different roles; in both orders, or only with the smaller one first.
fn pairs(roles: &'static [&'static str], both_orders: bool) -> Vec<(&'static str, &'static str)> {
    let pairs = roles.iter().flat_map(|one| roles.iter().map(move |other| (*one, *other)));
    pairs.filter(|(one, other)| one < other || both_orders && one > other).collect()
}

/// Sends everybody to every door; tells how many answers were compared.
async fn compare(world: &World, portcullis: &Portcullis) -> usize {
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let mut answers = 0;
    for roles in subsets(world.roles) {
        let spelled = roles.iter().map(|role| format!("; role={role}"));
        let header = ("x-caller", format!("eve{}", spelled.collect::<String>()));
        for path in PATHS {
            let request = TestRequest::with_uri(path).insert_header(header.clone());
            let response = call_service(&app, request.to_request()).await;
            let status = response.status().as_u16();
            let body = read_body(response).await;
            let body = if status == 200 { String::from_utf8_lossy(&body) } else { "".into() };
            assert_eq!(
                (status, body.into_owned()),
                world.answer(path, &roles),
                "the oracle and the gate differ about GET {path}: {roles:?} in {world:?}"
            );
            answers += 1;
        }
    }
    answers
}

#[actix_web::test]
async fn every_hierarchy_of_four_roles_is_honoured_or_refused_for_its_circle() {
    let (mut circular, mut sound, mut answers) = (0, 0, 0);
    let writers = ROLES.into_iter().cycle();
    for (edges, writer) in subsets(&pairs(&ROLES, true)).into_iter().zip(writers) {
        let world = World { roles: &ROLES, edges, exclusive: Vec::new(), writer };
        match build(&world) {
            Ok(portcullis) => {
                assert!(!world.is_circular(), "{world:?}");
                answers += compare(&world, &portcullis).await;
                sound += 1;
            }
            Err(problems) => {
                assert!(world.is_circular(), "{world:?} {problems}");
                let told = problems.to_string();
                assert!(told.contains("closes a circle of roles: `"), "{told}");
                circular += 1;
            }
        }
    }
    // The acyclic graphs of four labelled nodes (OEIS A003024).
    assert_eq!((sound, circular, answers), (543, 4096 - 543, 543 * 16 * 9));
}

#[actix_web::test]
async fn every_exclusion_among_three_roles_is_honoured_or_refused() {
    const ROLES: &[&str] = &["A", "B", "C"];
    let (mut refused, mut answers) = (0, 0);
    for edges in subsets(&pairs(ROLES, true)) {
        for exclusive in subsets(&pairs(ROLES, false)) {
            let world = World { roles: ROLES, edges: edges.clone(), exclusive, writer: "B" };
            if world.is_circular() {
                continue;
            }
            match build(&world) {
                Ok(portcullis) => {
                    assert!(!world.has_hopeless_role(), "{world:?}");
                    answers += compare(&world, &portcullis).await;
                }
                Err(problems) => {
                    assert!(world.has_hopeless_role(), "{world:?} {problems}");
                    let told = problems.to_string();
                    assert!(told.contains("together, which exclude each other"), "{told}");
                    refused += 1;
                }
            }
        }
    }
    println!("{answers} answers, {refused} set-ups refused");
    assert!(refused > 0 && answers == (25 * 8 - refused) * 8 * 9, "{answers} {refused}");
}
