//! What was found, in words, at the user's own tokens.

mod needless;
mod never;
mod phrases;
mod schemes;

use super::Findings;
use super::part::Written;
use crate::problems::Problems;

pub(super) fn tell(written: &Written, findings: &Findings, problems: &mut Problems) {
    for part in &findings.unlisted {
        schemes::tell_unlisted(written, part, problems);
    }
    for one in &findings.never {
        never::tell(written, one, problems);
    }
    for one in &findings.needless {
        needless::tell(written, one, problems);
    }
    for one in &findings.schemes {
        schemes::tell_dead(written, one, problems);
    }
}
