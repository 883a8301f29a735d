//! One request by the number of endpoints in the server, each with a parameter; the last is asked.

use super::field::Field;
use super::grid::Grid;
use crate::contenders::{BARE, PORTCULLIS, PORTCULLIS_WARM};
use crate::job::{Case, Endpoints, Job};

pub(crate) async fn endpoints(rounds: usize) {
    let contenders = [&BARE, &PORTCULLIS, &PORTCULLIS_WARM];
    let mut grid = Grid::default();
    for many in many::SIZES {
        let job = Job { endpoints: Endpoints::Many(many), ..Job::PLAIN };
        let field = Field::of_case(&contenders, job, Case::Allow).await;
        grid.column(&many.to_string(), field, rounds).await;
    }
    grid.print(
        "By endpoints in the server, the last one asked: ns (× actix's resources, no guard)",
    );
}
