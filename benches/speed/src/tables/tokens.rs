//! One request by the number of tokens that are in use. Each is sent once before.

use std::rc::Rc;

use super::field::Field;
use super::grid::Grid;
use crate::contenders::{BARE, HAND_WRITTEN, LIMIT_WARM, PORTCULLIS, PORTCULLIS_WARM};
use crate::job::{Case, Job};
use crate::server::of_callers;

const SIZES: [(&str, usize); 3] = [("1", 1), ("10⁴", 10_000), ("10⁶", 1_000_000)];

pub(crate) async fn tokens(rounds: usize) {
    let contenders = [&BARE, &HAND_WRITTEN, &LIMIT_WARM, &PORTCULLIS, &PORTCULLIS_WARM];
    let issuer = Job::PLAIN.tokens();
    let mut grid = Grid::default();
    for (title, size) in SIZES {
        let requests = of_callers((1..=size).map(|number| issuer.honest(number)));
        let mut field = Field::default();
        for contender in &contenders {
            field.add(contender, Job::PLAIN, Case::Allow, Rc::clone(&requests)).await;
        }
        for runner in &field.runners {
            runner.warm_up().await;
        }
        grid.column(title, field, rounds).await;
    }
    grid.print("By tokens in use: ns (× bare)");
}
