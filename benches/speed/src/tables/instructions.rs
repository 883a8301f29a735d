//! Instructions and allocations, by valgrind.

use std::thread;

use crate::contenders::{BARE, Contender, IN_PROCESS};
use crate::job::Case;
use crate::markdown::{Table, ratio, whole};
use crate::measure::{Counts, Valgrind};

pub(crate) fn instructions() {
    let valgrind = match Valgrind::find() {
        Ok(valgrind) => valgrind,
        Err(what) => return println!("### Instructions and allocations\n\nNot counted: {what}.\n"),
    };
    let bare = match valgrind.count(&BARE, Case::Allow) {
        Ok(bare) => bare,
        Err(why) => return println!("### Instructions and allocations\n\nNot counted: {why}\n"),
    };
    for case in Case::ALL {
        let guards = IN_PROCESS.iter().copied().filter(|contender| contender.takes_part(case));
        let mut table = Table::new(["instructions", "× bare", "allocations", "bytes"]);
        for (contender, counts) in count_all(&valgrind, &guards.collect::<Vec<_>>(), case) {
            match counts {
                Ok(own) => table.row(contender.title, cells(own, bare)),
                Err(why) => table.not_comparable(contender.title, &why),
            }
        }
        table.print(&format!("Instructions and allocations: {}", case.title()));
    }
}

fn cells(own: Counts, bare: Counts) -> [String; 4] {
    let to_bare = own.instructions / bare.instructions;
    [whole(own.instructions), ratio(to_bare), format!("{:.0}", own.allocations), whole(own.bytes)]
}

/// Two at a time: a count does not depend on what else the machine does.
fn count_all(
    valgrind: &Valgrind,
    contenders: &[&'static Contender],
    case: Case,
) -> Vec<(&'static Contender, Result<Counts, String>)> {
    let mut all = Vec::new();
    for pair in contenders.chunks(2) {
        thread::scope(|scope| {
            let runs = pair.iter().map(|one| (*one, scope.spawn(|| valgrind.count(one, case))));
            let runs = runs.collect::<Vec<_>>();
            let failed = || Err("it has panicked".to_owned());
            all.extend(runs.into_iter().map(|(one, run)| (one, run.join().unwrap_or_else(|_| failed()))));
        });
    }
    all
}
