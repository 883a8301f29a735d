//! The meaning of a hierarchy as one would say it aloud.

pub(crate) const ROLES: [&str; 4] = ["A", "B", "C", "D"];

/// A hierarchy, and what is exclusive in it.
#[derive(Clone, Debug)]
pub(crate) struct World {
    /// The first so many roles there are.
    pub(crate) roles: &'static [&'static str],
    /// Who is said to imply whom.
    pub(crate) edges: Vec<(&'static str, &'static str)>,
    /// Who is said to exclude whom.
    pub(crate) exclusive: Vec<(&'static str, &'static str)>,
    /// Whose role is said to grant `write`.
    pub(crate) writer: &'static str,
}

impl World {
    /// Whether there is a way from one role to another, of any length but none.
    pub(crate) fn leads(&self, from: &str, to: &str) -> bool {
        let mut seen = Vec::new();
        let mut open = vec![from];
        while let Some(at) = open.pop() {
            for (_, next) in self.edges.iter().filter(|(role, _)| *role == at) {
                if !seen.contains(next) {
                    seen.push(next);
                    open.push(next);
                }
            }
        }
        seen.contains(&to)
    }

    pub(crate) fn is_circular(&self) -> bool {
        self.roles.iter().any(|role| self.leads(role, role))
    }

    /// Whether a caller with these roles has this one in the end.
    pub(crate) fn has(&self, roles: &[&str], wanted: &str) -> bool {
        roles.iter().any(|role| *role == wanted || self.leads(role, wanted))
    }

    /// Whether a caller with these roles is one who may enter nowhere.
    pub(crate) fn is_excluded(&self, roles: &[&str]) -> bool {
        let both = |(one, other): &(&str, &str)| self.has(roles, one) && self.has(roles, other);
        self.exclusive.iter().any(both)
    }

    /// Whether some role alone would keep its owner out of everywhere.
    pub(crate) fn has_hopeless_role(&self) -> bool {
        self.roles.iter().any(|role| self.is_excluded(&[role]))
    }

    /// The status of an answer, and its body where there is one.
    pub(crate) fn answer(&self, path: &str, roles: &[&str]) -> (u16, String) {
        let has = |role: &str| self.has(roles, role);
        let excluded = self.is_excluded(roles);
        let met = match path {
            "/a" => has("A"),
            "/b" => has("B"),
            "/c" => has("C"),
            "/d" => has("D"),
            "/not_c" => !has("C"),
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

    fn told(&self, roles: &[&str]) -> String {
        let effective = ROLES.into_iter().filter(|role| self.has(roles, role));
        let effective = effective.collect::<String>();
        format!("{} {effective} {}", roles.concat(), self.has(roles, self.writer))
    }
}
