//! Tokens that were rotated a moment ago, as bytes: they change with each rotation, so they are
//! kept in one piece.

use super::{RefreshHash, SpentToken, StoreError};

/// For each: its hash, its end and the length of its successor, in big-endian order, and the
/// successor.
pub(super) fn encoded(spent: &[SpentToken]) -> Result<Vec<u8>, StoreError> {
    let mut bytes = Vec::new();
    for token in spent {
        bytes.extend_from_slice(token.hash.as_bytes());
        bytes.extend_from_slice(&token.until.to_be_bytes());
        bytes.extend_from_slice(&u32::try_from(token.successor.len())?.to_be_bytes());
        bytes.extend_from_slice(&token.successor);
    }
    Ok(bytes)
}

/// # Errors
///
/// If `encoded` has not written it.
pub(super) fn decoded(mut bytes: &[u8]) -> Result<Vec<SpentToken>, StoreError> {
    let mut spent = Vec::new();
    while !bytes.is_empty() {
        let (token, rest) = first(bytes).ok_or("what is kept of spent tokens is cut off")?;
        spent.push(token);
        bytes = rest;
    }
    Ok(spent)
}

fn first(bytes: &[u8]) -> Option<(SpentToken, &[u8])> {
    let (hash, bytes) = bytes.split_first_chunk()?;
    let (until, bytes) = bytes.split_first_chunk()?;
    let (length, bytes) = bytes.split_first_chunk()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (successor, rest) = bytes.split_at_checked(length)?;
    let token = SpentToken {
        hash: RefreshHash::new(*hash),
        successor: successor.to_vec(),
        until: u64::from_be_bytes(*until),
    };
    Some((token, rest))
}

#[cfg(test)]
mod tests {
    use super::{RefreshHash, SpentToken, decoded, encoded};

    #[test]
    fn what_was_encoded_is_decoded_and_nothing_that_was_cut_off() {
        let token = |byte: u8, successor: &[u8]| SpentToken {
            hash: RefreshHash::new([byte; 32]),
            successor: successor.to_vec(),
            until: u64::MAX - u64::from(byte),
        };
        for spent in [vec![], vec![token(1, b"")], vec![token(2, &[0, 255]), token(3, &[7; 300])]] {
            let bytes = encoded(&spent).unwrap();
            assert_eq!(decoded(&bytes).unwrap(), spent);
            for end in 0..bytes.len() {
                let whole = decoded(&bytes[..end]);
                assert!(whole.is_err() || whole.unwrap().len() < spent.len(), "{end}");
            }
        }
    }
}
