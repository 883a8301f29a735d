//! The command line.

use std::path::PathBuf;

use crate::cargo::Job;
use crate::shape::Shape;

/// What is measured, and how often.
pub struct Options {
    pub rounds: usize,
    /// Endpoints of the smaller and of the larger crate.
    pub sizes: (usize, usize),
    pub shapes: Vec<Shape>,
    pub jobs: Vec<Job>,
    /// Where the crates are written and compiled.
    pub directory: PathBuf,
}

const USAGE: &str = "usage: compile [--rounds 3] [--sizes 100,1000] [--without release,grants,…]";

impl Options {
    /// # Errors
    ///
    /// How it is to be written.
    pub fn from_arguments() -> Result<Self, String> {
        let mut options = Self {
            rounds: 3,
            sizes: (100, 1000),
            shapes: Shape::ALL.to_vec(),
            jobs: Job::ALL.to_vec(),
            directory: beside_this_program().ok_or("where is this program?")?,
        };
        let mut arguments = std::env::args().skip(1);
        while let Some(name) = arguments.next() {
            let value = arguments.next().ok_or(USAGE)?;
            match name.as_str() {
                "--rounds" => options.rounds = value.parse().map_err(|_| USAGE)?,
                "--sizes" => options.sizes = sizes(&value).ok_or(USAGE)?,
                "--without" => value.split(',').for_each(|word| options.leave_out(word)),
                _ => return Err(USAGE.to_owned()),
            }
        }
        Ok(options)
    }

    fn leave_out(&mut self, word: &str) {
        self.shapes.retain(|shape| shape.id() != word);
        self.jobs.retain(|job| format!("{job:?}").to_lowercase() != word);
    }
}

fn sizes(text: &str) -> Option<(usize, usize)> {
    let (few, many) = text.split_once(',')?;
    let (few, many) = (few.parse().ok()?, many.parse().ok()?);
    (0 < few && few < many).then_some((few, many))
}

fn beside_this_program() -> Option<PathBuf> {
    Some(std::env::current_exe().ok()?.parent()?.join("compile-crates"))
}
