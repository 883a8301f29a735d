//! From the costs of all rounds to tables.

use std::fmt::Write;

use crate::cargo::{Cost, Job};
use crate::shape::Shape;

/// One measured run of cargo.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub round: usize,
    pub shape: Shape,
    pub endpoints: usize,
    pub job: Job,
    pub cost: Cost,
}

/// What is read off a cost.
pub type Measure = fn(&Cost) -> f64;

/// The tables of a run: the cost of an endpoint from the smaller crate to the larger, as a ratio
/// to actix-web's own attribute, by round, then the median.
pub struct Report<'a> {
    pub rows: &'a [Row],
    pub shapes: &'a [Shape],
    pub jobs: &'a [Job],
    pub rounds: usize,
    /// The smaller and the larger size.
    pub sizes: (usize, usize),
}

impl Report<'_> {
    pub fn table(&self, measure: Measure) -> String {
        let mut table = String::from("| |");
        for job in self.jobs {
            let _ = write!(table, " {} |", job.title());
        }
        table.push_str("\n|---|");
        table.push_str(&"---:|".repeat(self.jobs.len()));
        for &shape in self.shapes {
            let _ = write!(table, "\n| {} |", shape.title());
            for &job in self.jobs {
                let _ = write!(table, " {} |", self.cell(shape, job, measure));
            }
        }
        table
    }

    fn cell(&self, shape: Shape, job: Job, measure: Measure) -> String {
        let slopes = |shape| move |round| self.slope(round, shape, job, measure);
        let rounds = 0..self.rounds;
        let ratios = rounds
            .clone()
            .filter_map(|round| Some(slopes(shape)(round)? / slopes(Shape::Actix)(round)?));
        let own = median(rounds.filter_map(slopes(shape)));
        match (median(ratios), own) {
            (Some(ratio), Some(own)) => format!("**{ratio:.2}** ({:.1} ms)", own * 1e3),
            _ => "not comparable".to_owned(),
        }
    }

    /// Seconds for one endpoint more.
    fn slope(&self, round: usize, shape: Shape, job: Job, measure: Measure) -> Option<f64> {
        let cost = |endpoints| {
            let mut rows = self.rows.iter();
            let found = rows.find(|row| {
                (row.round, row.shape, row.endpoints, row.job) == (round, shape, endpoints, job)
            });
            found.map(|row| measure(&row.cost))
        };
        let (few, many) = self.sizes;
        Some((cost(many)? - cost(few)?) / (many - few) as f64)
    }
}

fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<_> = values.collect();
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => None,
        even if even % 2 == 0 => Some((values[middle - 1] + values[middle]) / 2.0),
        _ => Some(values[middle]),
    }
}
