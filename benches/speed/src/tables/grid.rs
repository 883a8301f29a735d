//! Contenders by the sizes of something: nanoseconds, and the ratio to the first contender.

use super::field::Field;
use crate::contenders::Contender;
use crate::markdown::{Table, ratio, whole};
use crate::measure::interleaved;

#[derive(Default)]
pub(super) struct Grid {
    columns: Vec<String>,
    /// By contender, then by column.
    cells: Vec<(&'static Contender, Vec<String>)>,
    notes: Vec<(&'static str, String)>,
}

impl Grid {
    /// Measures one column. Whoever is missing in it has an empty cell there.
    pub(super) async fn column(&mut self, title: &str, mut field: Field, rounds: usize) {
        let samples = interleaved(&mut field.runners, rounds).await;
        let before = self.columns.len();
        for (contender, own) in field.contenders.iter().zip(&samples) {
            let to_first = samples.first().map_or(f64::NAN, |first| own.ratio_to(first));
            let cell = format!("{} (**{}**)", whole(own.median()), ratio(to_first));
            self.cells_of(contender, before).push(cell);
        }
        for (contender, why) in field.refused {
            self.cells_of(contender, before).push("not comparable".to_owned());
            self.notes.push((contender.title, format!("{title}: {why}")));
        }
        self.columns.push(title.to_owned());
    }

    pub(super) fn print(self, title: &str) {
        let mut table = Table::new(&self.columns);
        for (contender, mut cells) in self.cells {
            cells.resize(self.columns.len(), String::new());
            table.row(contender.title, cells);
        }
        self.notes.iter().for_each(|(contender, why)| table.note(contender, why));
        table.print(title);
    }

    fn cells_of(&mut self, contender: &'static Contender, before: usize) -> &mut Vec<String> {
        let at = self.cells.iter().position(|(known, _)| known.id == contender.id);
        let at = at.unwrap_or_else(|| {
            self.cells.push((contender, Vec::new()));
            self.cells.len() - 1
        });
        let cells = &mut self.cells[at].1;
        cells.resize(before, String::new());
        cells
    }
}
