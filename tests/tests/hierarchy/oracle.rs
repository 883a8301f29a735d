//! The meaning of a hierarchy as one would say it aloud. Roles are the numbers from 0.

pub(crate) const ROLES: [&str; 4] = ["A", "B", "C", "D"];

/// A hierarchy, and what is exclusive in it.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) size: usize,
    /// Who is said to imply whom.
    pub(crate) edges: Vec<(usize, usize)>,
    /// Who is said to exclude whom.
    pub(crate) exclusive: Vec<(usize, usize)>,
    /// Whose role is said to grant `write`.
    pub(crate) writer: usize,
}

impl World {
    /// Whether there is a way from one role to another, of any length but none.
    pub(crate) fn leads(&self, from: usize, to: usize) -> bool {
        let mut seen = [false; ROLES.len()];
        let mut open = vec![from];
        while let Some(at) = open.pop() {
            for (_, next) in self.edges.iter().filter(|(role, _)| *role == at) {
                if !seen[*next] {
                    seen[*next] = true;
                    open.push(*next);
                }
            }
        }
        seen[to]
    }

    pub(crate) fn is_circular(&self) -> bool {
        (0..self.size).any(|role| self.leads(role, role))
    }

    /// Whether a caller with these roles has this one in the end.
    pub(crate) fn has(&self, roles: &[usize], wanted: usize) -> bool {
        roles.iter().any(|role| *role == wanted || self.leads(*role, wanted))
    }

    /// Whether a caller with these roles is one who may enter nowhere.
    pub(crate) fn is_excluded(&self, roles: &[usize]) -> bool {
        let both = |(one, other): &(usize, usize)| self.has(roles, *one) && self.has(roles, *other);
        self.exclusive.iter().any(both)
    }

    /// Whether some role alone would keep its owner out of everywhere.
    pub(crate) fn has_hopeless_role(&self) -> bool {
        (0..self.size).any(|role| self.is_excluded(&[role]))
    }

    /// The status of an answer, and its body where there is one.
    pub(crate) fn answer(&self, path: &str, roles: &[usize]) -> (u16, String) {
        let has = |role: usize| self.has(roles, role);
        let excluded = self.is_excluded(roles);
        let met = match path {
            "/a" => has(0),
            "/b" => has(1),
            "/c" => has(2),
            "/d" => has(3),
            "/not_c" => !has(2),
            "/write" => has(self.writer),
            "/neither" => !has(self.writer),
            "/known" => true,
            "/open" if excluded => return (200, "nobody".to_owned()),
            _ => return (200, self.told(roles)),
        };
        match (met && !excluded, path) {
            (true, "/known") => (200, self.told(roles)),
            (true, _) => (200, String::new()),
            (false, _) => (403, String::new()),
        }
    }

    fn told(&self, roles: &[usize]) -> String {
        let found = roles.iter().map(|role| ROLES[*role]).collect::<String>();
        let effective = (0..ROLES.len()).filter(|role| self.has(roles, *role));
        let effective = effective.map(|role| ROLES[role]).collect::<String>();
        format!("{found} {effective} {}", self.has(roles, self.writer))
    }
}
