//! Instructions and allocations of one request.

use std::thread;

use crate::contenders::{BARE, Contender, IN_PROCESS};
use crate::job::Case;
use crate::markdown::{Table, ratio, whole};
use crate::measure::{Allocated, Valgrind, instructions_of};

pub(crate) fn instructions() {
    let valgrind = Valgrind::find();
    let bare = instructions_of(&BARE, Case::Allow);
    for case in Case::ALL {
        let mut table = Table::new(["instructions", "× bare", "allocations", "bytes"]);
        let takes_part = |contender: &&&Contender| contender.takes_part(case);
        for pair in IN_PROCESS.iter().filter(takes_part).collect::<Vec<_>>().chunks(2) {
            for (contender, counts) in count(pair, case, valgrind.as_ref().ok()) {
                table.row(contender.title, counts.cells(bare.as_ref().ok()));
            }
        }
        table.print(&format!("Instructions and allocations: {}", case.title()));
    }
    let missing = [bare.err(), valgrind.err()].into_iter().flatten();
    missing.for_each(|why| println!("{why}\n"));
}

struct Counts {
    instructions: Option<f64>,
    allocated: Option<Allocated>,
}

impl Counts {
    fn cells(&self, bare: Option<&f64>) -> [String; 4] {
        let to_bare = self.instructions.zip(bare).map(|(own, bare)| ratio(own / bare));
        let blocks = self.allocated.map(|allocated| format!("{:.0}", allocated.blocks));
        let bytes = self.allocated.map(|allocated| whole(allocated.bytes));
        [self.instructions.map(whole), to_bare, blocks, bytes].map(Option::unwrap_or_default)
    }
}

/// Several at a time: a count does not depend on what else the machine does.
fn count(
    contenders: &[&&'static Contender],
    case: Case,
    valgrind: Option<&Valgrind>,
) -> Vec<(&'static Contender, Counts)> {
    let count = |contender: &'static Contender| Counts {
        instructions: instructions_of(contender, case).ok(),
        allocated: valgrind.and_then(|valgrind| valgrind.allocated(contender, case).ok()),
    };
    thread::scope(|scope| {
        let run = |contender: &&'static Contender| {
            let contender = *contender;
            (contender, scope.spawn(move || count(contender)))
        };
        let runs = contenders.iter().map(|contender| run(contender)).collect::<Vec<_>>();
        let counts = |(contender, run): (_, thread::ScopedJoinHandle<'_, _>)| {
            (contender, run.join().expect("counting does not panic"))
        };
        runs.into_iter().map(counts).collect()
    })
}
