//! Figures of one kind, one for each round.

pub(crate) struct Samples(Vec<f64>);

impl Samples {
    pub(crate) fn new(values: Vec<f64>) -> Self {
        Self(values)
    }

    pub(crate) fn median(&self) -> f64 {
        median(self.0.clone())
    }

    pub(crate) fn min(&self) -> f64 {
        self.0.iter().copied().fold(f64::INFINITY, f64::min)
    }

    pub(crate) fn max(&self) -> f64 {
        self.0.iter().copied().fold(0.0, f64::max)
    }

    /// The median of the ratios of the same rounds.
    pub(crate) fn ratio_to(&self, unit: &Self) -> f64 {
        median(self.0.iter().zip(&unit.0).map(|(own, unit)| own / unit).collect())
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
