//! One request by the number of permissions in its token.

use super::field::Field;
use super::grid::Grid;
use crate::contenders::{
    BARE, GRANTS, HAND_WRITTEN, JWT_AUTH_MIDDLEWARE, JWT_AUTHORIZER, LIMIT, PORTCULLIS,
    PORTCULLIS_WARM,
};
use crate::job::{Case, Job};

const SIZES: [usize; 3] = [8, 64, 512];

pub(crate) async fn permissions(rounds: usize) {
    let contenders = [
        &HAND_WRITTEN,
        &BARE,
        &GRANTS,
        &JWT_AUTH_MIDDLEWARE,
        &JWT_AUTHORIZER,
        &LIMIT,
        &PORTCULLIS,
        &PORTCULLIS_WARM,
    ];
    let mut grid = Grid::default();
    for permissions in SIZES {
        let job = Job { permissions, ..Job::PLAIN };
        let field = Field::of_case(&contenders, job, Case::Allow).await;
        grid.column(&permissions.to_string(), field, rounds).await;
    }
    grid.print("By permissions in the token: ns (× by hand)");
}
