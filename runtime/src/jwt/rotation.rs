//! Keys of a scheme that are replaced while the server runs.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use arc_swap::ArcSwapOption;

use super::key::{Key, KeyRing, SigningKey, Sound, VerifyingKey, examine};
use crate::clock::Clock;
use crate::problem::{Problem, Problems};

/// The keys of a [`JwtBearer`](crate::JwtBearer), while it is at work: see
/// [`Portcullis::keys`](crate::Portcullis::keys). What is changed holds at once, for all workers
/// of the instance. A change that is refused changes nothing.
///
/// A key is replaced in three steps, so that no token is refused in between: [`add`](Self::add)
/// the new key, on every server; then [`sign_with`](Self::sign_with) it, when all who verify have
/// it; then [`retire`](Self::retire) the old one, when the last token that it has signed ends.
///
/// ```no_run
/// use std::time::{Duration, SystemTime};
/// use portcullis::{Algorithm, Key, Portcullis, Problems};
///
/// fn new_key_is_there(portcullis: &Portcullis, pem: &str) -> Result<(), Problems> {
///     let Some(keys) = portcullis.keys("jwt") else { return Ok(()) };
///     keys.add(Key::pem(Algorithm::Es256, pem).id("2027"))
/// }
///
/// fn all_have_it(portcullis: &Portcullis) -> Result<(), Problems> {
///     let Some(keys) = portcullis.keys("jwt") else { return Ok(()) };
///     keys.sign_with("2027")?;
///     keys.retire("2026", SystemTime::now() + Duration::from_secs(3600))
/// }
/// ```
#[derive(Clone)]
pub struct KeyHandle(Arc<Rotation>);

/// The keys of one issuer, which its developer has given.
pub(crate) struct Rotation {
    pub(super) ring: Arc<KeyRing>,
    /// The key that tokens are signed with; none where no key could sign at start-up.
    signing: ArcSwapOption<SigningKey>,
    held: Mutex<Vec<Held>>,
    clock: Arc<dyn Clock>,
    /// Whether issuer and audience are told, or waived, so that a public key may come.
    may_be_public: bool,
}

struct Held {
    verifying: Arc<VerifyingKey>,
    signing: Option<Arc<SigningKey>>,
}

impl KeyHandle {
    pub(crate) fn new(rotation: &Arc<Rotation>) -> Self {
        Self(Arc::clone(rotation))
    }

    /// Accepts tokens of a further key from now on, and publishes its public part. It does not
    /// sign yet.
    ///
    /// # Errors
    ///
    /// What is wrong with the key: as at start-up.
    pub fn add(&self, key: Key) -> Result<(), Problems> {
        let mut held = self.0.lock();
        held.retain(|one| one.verifying.is_in_use(self.0.clock.now()));
        let added = self.0.examine(&[key], &held)?;
        held.extend(added.into_iter().map(Held::from));
        self.0.put(&held);
        Ok(())
    }

    /// Signs with the key of this id from now on.
    ///
    /// # Errors
    ///
    /// If there is no such key, if it only verifies or is about to end, or if the scheme had
    /// nothing to sign with at start-up.
    pub fn sign_with(&self, id: &str) -> Result<(), Problems> {
        let held = self.0.lock();
        if self.0.signing.load().is_none() {
            return Err(problem("the scheme had no key to sign with at start-up"));
        }
        let key = held.iter().find(|one| one.verifying.id() == Some(id));
        let key = key.ok_or_else(|| problem(format!("no key has the id `{id}`")))?;
        if key.verifying.until().is_some() {
            return Err(problem(format!("the key `{id}` is being retired")));
        }
        let signing = key.signing.clone();
        let signing = signing.ok_or_else(|| problem(format!("the key `{id}` cannot sign")))?;
        self.0.signing.store(Some(signing));
        Ok(())
    }

    /// Accepts tokens of the key of this id before `until`, and none from then on: at once, if
    /// that is not in the future. What it has verified is then no longer relied on either.
    ///
    /// # Errors
    ///
    /// If there is no such key, or if it is the one that signs, or the only one.
    pub fn retire(&self, id: &str, until: SystemTime) -> Result<(), Problems> {
        let mut held = self.0.lock();
        let now = self.0.clock.now();
        held.retain(|one| one.verifying.is_in_use(now));
        let stays = |one: &Held| one.verifying.id() != Some(id) && one.verifying.until().is_none();
        let Some(at) = held.iter().position(|one| one.verifying.id() == Some(id)) else {
            return Err(problem(format!("no key has the id `{id}`")));
        };
        if self.0.signing.load().as_ref().is_some_and(|signing| signing.id() == id) {
            return Err(problem(format!("the key `{id}` signs; switch to another one first")));
        }
        if !held.iter().any(stays) {
            return Err(problem(format!("the key `{id}` is the only one; nobody could enter")));
        }
        if until <= now {
            held.remove(at);
        } else if let Some(one) = held.get_mut(at) {
            one.verifying = Arc::new(one.verifying.verifying_until(until));
        }
        self.0.put(&held);
        Ok(())
    }

    /// Puts these keys in the place of all others, at once: tokens of the others are refused from
    /// now on. Signs with the first that can. For a key that somebody else has got hold of.
    ///
    /// # Errors
    ///
    /// What is wrong with the keys, as at start-up; or that none of them can sign, though the
    /// scheme does.
    pub fn replace(&self, keys: impl IntoIterator<Item = Key>) -> Result<(), Problems> {
        let keys = keys.into_iter().collect::<Vec<_>>();
        let mut held = self.0.lock();
        let examined = self.0.examine(&keys, &[])?;
        let new = examined.into_iter().map(Held::from).collect::<Vec<_>>();
        let signing = new.iter().find_map(|one| one.signing.clone());
        match (self.0.signing.load().is_some(), signing) {
            (true, None) => return Err(problem("none of the keys can sign, and the scheme does")),
            (true, signing) => {
                // Whoever signs meanwhile has a key that verifies, the old one or the new.
                held.extend(new.iter().map(Held::again));
                self.0.put(&held);
                self.0.signing.store(signing);
            }
            (false, _) => {}
        }
        *held = new;
        self.0.put(&held);
        Ok(())
    }

    /// The ids of the keys that verify now.
    #[must_use]
    pub fn ids(&self) -> Vec<String> {
        let now = self.0.clock.now();
        let held = self.0.lock();
        let in_use = held.iter().filter(|one| one.verifying.is_in_use(now));
        in_use.filter_map(|one| one.verifying.id().map(str::to_owned)).collect()
    }
}

impl Rotation {
    /// With the keys that were found sound at start-up. `signs`: with the first that can.
    pub(super) fn new(
        keys: Vec<Sound>,
        signs: bool,
        clock: Arc<dyn Clock>,
        may_be_public: bool,
    ) -> Self {
        let held = keys.into_iter().map(Held::from).collect::<Vec<_>>();
        let signing = held.iter().find_map(|one| one.signing.clone()).filter(|_| signs);
        let ring = held.iter().map(|one| Arc::clone(&one.verifying)).collect();
        Self {
            ring: Arc::new(KeyRing::new(ring)),
            signing: ArcSwapOption::new(signing),
            held: Mutex::new(held),
            clock,
            may_be_public,
        }
    }

    /// The key to sign with now.
    pub(crate) fn signing(&self) -> Option<Arc<SigningKey>> {
        self.signing.load_full()
    }

    fn examine(&self, keys: &[Key], beside: &[Held]) -> Result<Vec<Sound>, Problems> {
        let beside = beside.iter().map(|one| Arc::clone(&one.verifying)).collect::<Vec<_>>();
        let mut faults = Vec::new();
        let sound = examine(keys, &beside).unwrap_or_else(|found| {
            faults = found;
            Vec::new()
        });
        if keys.is_empty() {
            faults.push("there is no key".to_owned());
        }
        let is_public = |key: &Sound| key.verifying.algorithm().is_asymmetric();
        if !self.may_be_public && sound.iter().any(is_public) {
            faults.push(
                "an asymmetric key often signs for many; the scheme needs an `.issuer` and an \
                 `.audience` for it"
                    .to_owned(),
            );
        }
        Problems::unless_empty(faults.into_iter().map(Problem::new).collect(), sound)
    }

    fn put(&self, held: &[Held]) {
        self.ring.replace(held.iter().map(|one| Arc::clone(&one.verifying)).collect());
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Held>> {
        // What is half done stays in this list, and is put into the ring with the next change.
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    fn again(&self) -> Self {
        Self { verifying: Arc::clone(&self.verifying), signing: self.signing.clone() }
    }
}

impl From<Sound> for Held {
    fn from(key: Sound) -> Self {
        Self { verifying: Arc::new(key.verifying), signing: key.signing.map(Arc::new) }
    }
}

fn problem(message: impl Into<String>) -> Problems {
    Problems::one(Problem::new(message))
}

/// Says how many keys there are, and nothing of them.
impl fmt::Debug for Rotation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rotation").field("keys", &self.lock().len()).finish_non_exhaustive()
    }
}

impl fmt::Debug for KeyHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyHandle").field("ids", &self.ids()).finish()
    }
}
