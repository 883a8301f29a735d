//! One request in process: let in, not known, forged, not allowed.

use super::field::Field;
use crate::contenders::{BARE, HAND_WRITTEN, IN_PROCESS};
use crate::job::{Case, Job};
use crate::markdown::{Table, ratio, whole};
use crate::measure::interleaved;

pub(crate) async fn requests(rounds: usize) {
    for case in Case::ALL {
        let guards = IN_PROCESS.iter().copied().filter(|contender| contender.takes_part(case));
        let mut field = Field::of_case(&guards.collect::<Vec<_>>(), Job::PLAIN, case).await;
        let samples = interleaved(&mut field.runners, rounds).await;
        let of = |id| field.contenders.iter().position(|contender| contender.id == id);
        let unit = of(BARE.id).and_then(|at| samples.get(at));
        let by_hand = of(HAND_WRITTEN.id).and_then(|at| samples.get(at));
        let mut table = Table::new(["ns", "min–max", "× bare", "× by hand"]);
        for (contender, own) in field.contenders.iter().zip(&samples) {
            let range = format!("{}–{}", whole(own.min()), whole(own.max()));
            let to = |other: Option<_>| {
                other.map_or_else(String::new, |other| ratio(own.ratio_to(other)))
            };
            table.row(contender.title, [whole(own.median()), range, to(unit), to(by_hand)]);
        }
        field.tell_refused(&mut table);
        table.print(&format!("A request in process: {}", case.title()));
    }
}
