//! Base64url without padding (RFC 7515 §2), of which each text is some bytes' only one.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number = three.iter().fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte));
        let bits = 8 * three.len();
        let characters = bits.div_ceil(6);
        let padded = number << (6 * characters - bits);
        for at in (0..characters).rev() {
            text.push(char::from(ALPHABET[(padded >> (6 * at)) as usize % 64]));
        }
    }
    text
}

pub(crate) fn decode(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for four in text.chunks(4) {
        let mut number = 0_u32;
        for character in four {
            let value = ALPHABET.iter().position(|one| one == character)?;
            number = number << 6 | u32::try_from(value).ok()?;
        }
        let bits = 6 * four.len();
        let whole = bits / 8;
        number >>= bits - 8 * whole;
        bytes.extend(&number.to_be_bytes()[4 - whole..]);
    }
    // One text for some bytes: no loose bits, no single character at the end.
    (encode(&bytes).as_bytes() == text).then_some(bytes)
}
