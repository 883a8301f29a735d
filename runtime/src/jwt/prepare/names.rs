//! Whether the claims that a scheme reads can be told apart.

use std::collections::BTreeMap;

use crate::jwt::config::JwtBearer;
use crate::jwt::nested::Path;
use crate::jwt::read::RESERVED;

impl JwtBearer {
    /// A claim that is read as two things would make the one of the other: a subject a role.
    pub(super) fn check_claim_names(&self) -> Vec<String> {
        let (of, nested) = (&self.names, &self.names.nested);
        let subject = std::slice::from_ref(&of.subject);
        let kinds: [(&str, &[String], &[Path]); 4] = [
            ("subject", subject, &[]),
            ("roles", &of.roles, &nested.roles),
            ("permissions", &of.permissions, &nested.permissions),
            ("scopes", &of.scopes, &nested.scopes),
        ];
        let (mut faults, mut read) = (Vec::new(), BTreeMap::<&str, &str>::new());
        let mut led = BTreeMap::<&[String], &str>::new();
        for (kind, names, paths) in kinds {
            let none = names.is_empty() && paths.is_empty();
            if none || names.iter().any(|name| name.trim().is_empty()) {
                faults.push(format!("there is no claim to read the {kind} from"));
            }
            for name in names {
                faults.extend(has_meaning(name, kind));
                match read.insert(name, kind) {
                    Some(other) if other != kind => {
                        faults.push(format!("the claim `{name}` is read as {other} and as {kind}"));
                    }
                    Some(_) | None => {}
                }
            }
            for path in paths {
                faults.extend(path.first().and_then(|name| has_meaning(name, kind)));
                if !path.is_a_way() {
                    faults.push(format!(
                        "the way to the {kind} inside of another claim has fewer than two names, \
                         or an empty one"
                    ));
                }
                match led.insert(&path.0, kind) {
                    Some(other) if other != kind => {
                        let name = path.0.join(".");
                        faults.push(format!("the claim `{name}` is read as {other} and as {kind}"));
                    }
                    Some(_) | None => {}
                }
            }
        }
        faults
    }
}

fn has_meaning(name: &str, kind: &str) -> Option<String> {
    let has = (name == "sub" && kind != "subject") || RESERVED.contains(&name);
    has.then(|| format!("the claim `{name}` has a meaning of its own; it is no {kind}"))
}
