//! What start-up must refuse, by the documentation.

use super::chosen::Chosen;
use super::demand::Demand;
use super::schemes;

/// Everything that is wrong.
pub(super) fn faults(chosen: &Chosen) -> Vec<&'static str> {
    let mut faults = Vec::new();
    let mut tell = |wrong: bool, what: &'static str| faults.extend(wrong.then_some(what));
    let names = |named: Vec<&String>| named.into_iter().cloned().collect::<Vec<_>>();
    let schemes = names(chosen.schemes.iter().map(|(name, _)| name).collect());
    let policies = names(chosen.policies.iter().map(|(name, _)| name).collect());
    tell(schemes.iter().chain(&policies).any(|name| is_odd(name)), "an odd name");
    tell(repeats(&schemes), "two schemes of one name");
    tell(repeats(&policies), "two policies of one name");
    tell(chosen.default.as_ref().is_some_and(|name| !schemes.contains(name)), "no default");
    tell(chosen.schemes.iter().any(|(_, scheme)| is_refused(scheme)), "a refused scheme");
    let realm = chosen.realm.as_deref().unwrap_or("api");
    tell(!schemes.is_empty() && !is_writable(realm), "a realm that no header may have");
    let circular =
        |(name, rule): &(String, Demand)| rule.is_faulty(&chosen.policies, None, &[name.as_str()]);
    tell(chosen.policies.iter().any(circular), "a faulty policy");
    tell(chosen.modules.contains(&"missing"), "a module without endpoints");
    let demanded: &[&str] = match (chosen.serves("bound"), chosen.serves("bound::schemed")) {
        (true, _) => &["p", "q"],
        (false, true) => &["p"],
        (false, false) => &[],
    };
    let unresolved =
        |name: &&'static str| Demand::Policy(name).is_faulty(&chosen.policies, Some(&schemes), &[]);
    tell(demanded.iter().any(unresolved), "a demand that cannot be judged");
    let named = |name: &str| schemes.iter().any(|one| one == name);
    let both = named("a") && named("b");
    tell(chosen.serves("bound::schemed") && !both, "a scheme that is not there");
    tell(schemes.is_empty(), "no scheme at all");
    faults
}

/// Whether there is a key of chance, which may be refused or not.
pub(super) fn has_open_question(chosen: &Chosen) -> bool {
    chosen.schemes.iter().any(|(_, scheme)| matches!(scheme, schemes::Chosen::NoKey(..)))
}

/// Empty, or with blanks around it.
fn is_odd(name: &str) -> bool {
    name.trim().is_empty() || name.trim() != name
}

fn repeats(names: &[String]) -> bool {
    (1..names.len()).any(|at| names[..at].contains(&names[at]))
}

fn is_writable(realm: &str) -> bool {
    // What is not ASCII may stand in a quoted string (RFC 9110 §5.6.4).
    realm.chars().all(|one| one == '\t' || !one.is_ascii_control())
}

fn is_refused(scheme: &schemes::Chosen) -> bool {
    let jwt = match scheme {
        schemes::Chosen::Told(_) => return false,
        schemes::Chosen::NoKey(..) => return false,
        schemes::Chosen::Jwt(jwt) => jwt,
    };
    let texts = || jwt.issuers.iter().chain(&jwt.audiences);
    let roles = match jwt.roles[..] {
        [] => true,
        [..] => jwt.roles.iter().any(|name| *name != "roles"),
    };
    jwt.secret.1 < 32
        || jwt.issuers.len() > 1
        || texts().any(|text| is_odd(text))
        || jwt.issuers.iter().any(|issuer| issuer.starts_with("urn:portcullis:scheme:"))
        || jwt.leeway > 300
        || jwt.max_age == Some(0)
        || !(1..=65536).contains(&jwt.most_bytes)
        || roles
}
