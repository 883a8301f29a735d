//! Tables as Markdown, with what could not be compared beneath.

pub(crate) struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    notes: Vec<String>,
}

impl Table {
    /// The first column holds names, the others figures.
    pub(crate) fn new(columns: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let mut head = vec![String::new()];
        head.extend(columns.into_iter().map(Into::into));
        Self { head, rows: Vec::new(), notes: Vec::new() }
    }

    pub(crate) fn row(&mut self, title: &str, cells: impl IntoIterator<Item = String>) {
        let mut row = vec![title.to_owned()];
        row.extend(cells);
        self.rows.push(row);
    }

    /// A contender without figures, and why.
    pub(crate) fn not_comparable(&mut self, title: &str, why: &str) {
        let empty = self.head.len().saturating_sub(2);
        let cells = std::iter::once("not comparable".to_owned());
        self.row(title, cells.chain(std::iter::repeat_n(String::new(), empty)));
        self.note(title, why);
    }

    pub(crate) fn note(&mut self, title: &str, why: &str) {
        self.notes.push(format!("- {}: {why}", title.replace("**", "")));
    }

    pub(crate) fn print(&self, title: &str) {
        println!("### {title}\n\n{}", line(&self.head));
        println!("|---|{}", "---:|".repeat(self.head.len() - 1));
        self.rows.iter().for_each(|row| println!("{}", line(row)));
        if !self.notes.is_empty() {
            println!("\nNot comparable:\n\n{}", self.notes.join("\n"));
        }
        println!();
    }
}

fn line(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | "))
}

/// Three digits of a ratio.
pub(crate) fn ratio(value: f64) -> String {
    match value {
        value if value < 0.01 => format!("{value:.4}"),
        value if value < 0.1 => format!("{value:.3}"),
        value if value < 10.0 => format!("{value:.2}"),
        value => format!("{value:.1}"),
    }
}

/// A whole number, in groups of three digits.
pub(crate) fn whole(value: f64) -> String {
    let digits = format!("{value:.0}");
    let groups = digits.as_bytes().rchunks(3).rev();
    let groups = groups.map(|group| String::from_utf8_lossy(group).into_owned());
    groups.collect::<Vec<_>>().join(",")
}
