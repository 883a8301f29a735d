//! Every condition up to a depth, and chance ones of any.

use std::collections::HashMap;

use super::naive::{Ask, Formula};

/// Conditions of up to some depth, each as it is made of those of less. Of two that differ only
/// in the order of what they join, one.
pub(super) struct Shapes {
    asks: Vec<Ask>,
    levels: Vec<Vec<Shape>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Shape {
    Is(usize),
    Not(usize),
    Joined { all: bool, one: usize, two: usize },
}

impl Shapes {
    pub(super) fn of(asks: &[Ask]) -> Self {
        let first = (0..asks.len()).map(Shape::Is).collect();
        Self { asks: asks.to_vec(), levels: vec![first] }
    }

    /// With all of one more depth.
    pub(super) fn deeper(mut self) -> Self {
        let count = self.top().len();
        let mut level: Vec<_> = (0..self.asks.len()).map(Shape::Is).collect();
        level.extend((0..count).map(Shape::Not));
        for one in 0..count {
            for two in one..count {
                level.extend([true, false].map(|all| Shape::Joined { all, one, two }));
            }
        }
        self.levels.push(level);
        self
    }

    /// Without those that another is, with the facts renamed. Only for facts that are alike.
    pub(super) fn up_to_names(mut self) -> Self {
        let renamed: Vec<_> =
            permutations(self.asks.len()).iter().map(|names| self.renamed_below(names)).collect();
        let least = |shape: &Shape| {
            renamed.iter().all(|names| order(*shape) <= order(rename(*shape, names)))
        };
        if let Some(mut top) = self.levels.pop() {
            top.retain(|shape| least(shape) || matches!(shape, Shape::Is(0)));
            self.levels.push(top);
        }
        self
    }

    pub(super) fn formulas(&self) -> impl Iterator<Item = Formula> {
        let top = self.levels.len() - 1;
        self.levels[top].iter().map(move |shape| self.formula(*shape, top))
    }

    fn top(&self) -> &[Shape] {
        self.levels.last().map(Vec::as_slice).unwrap_or_default()
    }

    fn formula(&self, shape: Shape, level: usize) -> Formula {
        let below = |index: usize| self.formula(self.levels[level - 1][index], level - 1);
        match shape {
            Shape::Is(index) => Formula::Is(self.asks[index]),
            Shape::Not(part) => Formula::Not(Box::new(below(part))),
            Shape::Joined { all, one, two } => joined(below(one), below(two), all),
        }
    }

    /// What every shape of the level below the top becomes when facts are renamed.
    fn renamed_below(&self, names: &[usize]) -> Renamed {
        let mut below = Vec::new();
        for level in &self.levels[..self.levels.len() - 1] {
            let places: HashMap<Shape, usize> =
                level.iter().enumerate().map(|(at, shape)| (*shape, at)).collect();
            let names = Renamed { names: names.to_vec(), below };
            below = level.iter().map(|shape| places[&rename(*shape, &names)]).collect();
        }
        Renamed { names: names.to_vec(), below }
    }
}

struct Renamed {
    names: Vec<usize>,
    below: Vec<usize>,
}

fn rename(shape: Shape, to: &Renamed) -> Shape {
    match shape {
        Shape::Is(index) => Shape::Is(to.names[index]),
        Shape::Not(part) => Shape::Not(to.below[part]),
        Shape::Joined { all, one, two } => {
            let (one, two) = (to.below[one], to.below[two]);
            Shape::Joined { all, one: one.min(two), two: one.max(two) }
        }
    }
}

fn order(shape: Shape) -> (usize, usize) {
    match shape {
        Shape::Is(part) | Shape::Not(part) => (part, 0),
        Shape::Joined { one, two, .. } => (one, two),
    }
}

fn permutations(count: usize) -> Vec<Vec<usize>> {
    let Some(last) = count.checked_sub(1) else {
        return vec![Vec::new()];
    };
    let with = |fewer: Vec<usize>| {
        (0..count).map(move |at| {
            let mut more = fewer.clone();
            more.insert(at, last);
            more
        })
    };
    permutations(last).into_iter().flat_map(with).collect()
}

/// As the parser reads it: `a && b && c` is one list of three.
pub(super) fn joined(one: Formula, two: Formula, all: bool) -> Formula {
    let parts = |of| match of {
        Formula::All(parts) if all => parts,
        Formula::Any(parts) if !all => parts,
        other => vec![other],
    };
    let parts = [parts(one), parts(two)].concat();
    if all { Formula::All(parts) } else { Formula::Any(parts) }
}

/// Numbers that look like chance and are the same on every run (SplitMix64).
pub(super) struct Chance(pub(super) u64);

impl Chance {
    pub(super) fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % bound as u64).unwrap()
    }

    pub(super) fn formula(&mut self, asks: &[Ask], depth: usize) -> Formula {
        match self.below(if depth == 0 { 2 } else { 8 }) {
            0 => Formula::Is(asks[self.below(asks.len())]),
            1 => Formula::Not(Box::new(Formula::Is(asks[self.below(asks.len())]))),
            2 => Formula::Not(Box::new(self.formula(asks, depth - 1))),
            chance => {
                let (one, two) = (self.formula(asks, depth - 1), self.formula(asks, depth - 1));
                joined(one, two, chance % 2 == 0)
            }
        }
    }
}
