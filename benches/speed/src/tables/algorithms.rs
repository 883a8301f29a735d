//! One request by the algorithm of its token.

use super::field::Field;
use super::grid::Grid;
use crate::contenders::{GRANTS, HAND_WRITTEN, JWT_AUTHORIZER, PORTCULLIS, PORTCULLIS_WARM};
use crate::job::{Case, Job, Keys};

pub(crate) async fn algorithms(rounds: usize) {
    let contenders = [&HAND_WRITTEN, &GRANTS, &JWT_AUTHORIZER, &PORTCULLIS, &PORTCULLIS_WARM];
    let mut grid = Grid::default();
    for keys in Keys::ALL {
        let job = Job { keys, ..Job::PLAIN };
        let field = Field::of_case(&contenders, job, Case::Allow).await;
        grid.column(keys.name(), field, rounds).await;
    }
    grid.print("By algorithm: ns (× by hand)");
}
