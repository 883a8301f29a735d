//! Values that have no values in them, read as by [`Cursor`]: what is odd is left to the strict
//! reader.

use std::ops::Range;

use super::Cursor;

/// A value that has no values in it.
#[derive(Clone, Copy, Debug)]
pub(in super::super) enum Scalar<'a> {
    Null,
    Boolean(bool),
    Integer(i64),
    /// A number with a fraction and without an exponent, as it is written.
    Fraction(&'a str),
    Text(Text<'a>),
    /// A text with escapes in it. It is not empty.
    Escaped,
    /// Not even a scalar: an array or object in an array.
    Nested,
}

/// A text without escapes, and where it begins.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Text<'a> {
    pub(in super::super) bytes: &'a [u8],
    start: usize,
}

impl Text<'_> {
    /// Its place in what is read.
    pub(in super::super) fn range(&self) -> Range<usize> {
        self.start..self.start + self.bytes.len()
    }
}

/// Integers of so many digits fit into 64 bits.
const MOST_DIGITS: usize = 18;

impl<'a> Cursor<'a> {
    #[inline]
    pub(super) fn scalar(&mut self) -> Option<Scalar<'a>> {
        match self.peek()? {
            b'"' => self.string(),
            b'n' => self.word(b"null", Scalar::Null),
            b't' => self.word(b"true", Scalar::Boolean(true)),
            b'f' => self.word(b"false", Scalar::Boolean(false)),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &[u8], meaning: Scalar<'a>) -> Option<Scalar<'a>> {
        self.rest().starts_with(word).then(|| self.at += word.len())?;
        Some(meaning)
    }

    #[inline]
    pub(super) fn string(&mut self) -> Option<Scalar<'a>> {
        self.take(b'"')?;
        let (rest, start) = (self.rest(), self.at);
        let length = plain(rest);
        self.at += length;
        match self.next()? {
            b'"' => Some(Scalar::Text(Text { bytes: rest.get(..length)?, start })),
            b'\\' => self.escaped(),
            _ => None,
        }
    }

    /// The rest of a string, from behind its first backslash.
    fn escaped(&mut self) -> Option<Scalar<'a>> {
        loop {
            match self.next()? {
                b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => {}
                b'u' => self.is_character()?,
                _ => return None,
            }
            loop {
                match self.next()? {
                    b'"' => return Some(Scalar::Escaped),
                    b'\\' => break,
                    0..=0x1F => return None,
                    _ => {}
                }
            }
        }
    }

    /// Four hexadecimal digits that are a character by themselves: not half a one.
    fn is_character(&mut self) -> Option<()> {
        let mut number = 0;
        for _ in 0..4 {
            number = number * 16 + char::from(self.next()?).to_digit(16)?;
        }
        char::from_u32(number).map(drop)
    }

    fn number(&mut self) -> Option<Scalar<'a>> {
        let start = self.at;
        let negative = self.take(b'-').is_some();
        let (digits, number) = self.digits();
        let zeros = self.text.get(self.at - digits) == Some(&b'0');
        if digits == 0 || digits > MOST_DIGITS || (zeros && digits > 1) {
            return None;
        }
        match self.peek() {
            Some(b'.') => {
                self.at += 1;
                let (decimals, _) = self.digits();
                let odd = decimals == 0 || decimals > MOST_DIGITS;
                if odd || matches!(self.peek(), Some(b'e' | b'E')) {
                    return None;
                }
                let written = std::str::from_utf8(self.text.get(start..self.at)?).ok()?;
                Some(Scalar::Fraction(written))
            }
            Some(b'e' | b'E') => None,
            // A zero with a sign is no integer.
            _ if negative => (number != 0).then_some(Scalar::Integer(-number)),
            _ => Some(Scalar::Integer(number)),
        }
    }

    /// How many digits come, and what they say if it is not too many.
    #[inline]
    fn digits(&mut self) -> (usize, i64) {
        let start = self.at;
        let mut number = 0_i64;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            number = number.wrapping_mul(10).wrapping_add(i64::from(digit - b'0'));
            self.at += 1;
        }
        (self.at - start, number)
    }
}

/// How many bytes come before a quote, a backslash or a control character, eight at a time.
#[inline]
fn plain(text: &[u8]) -> usize {
    let (words, rest) = text.as_chunks();
    for (position, word) in words.iter().enumerate() {
        let ends = ends(u64::from_le_bytes(*word));
        if ends != 0 {
            return position * 8 + ends.trailing_zeros() as usize / 8;
        }
    }
    let end = rest.iter().position(|byte| matches!(byte, 0..=0x1F | b'"' | b'\\'));
    words.len() * 8 + end.unwrap_or(rest.len())
}

/// The highest bit of each byte of a word that ends a plain text. Below the lowest of them there
/// is none; those above it may be wrong.
#[inline]
fn ends(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    // Whether a byte is less than a number of at most 0x80, as long as no lower byte is.
    let below = |word: u64, number: u64| word.wrapping_sub(ONES * number) & !word & HIGH;
    let is = |byte: u8| below(word ^ (ONES * u64::from(byte)), 1);
    below(word, 0x20) | is(b'"') | is(b'\\')
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn every_byte_at_every_place_ends_a_text_or_does_not() {
        let places = (0..20_usize).flat_map(|length| (0..length).map(move |place| (length, place)));
        for (length, place) in places {
            for (byte, filler) in
                (0..=255).flat_map(|byte| b"a \x7F\x80\xFF!#[]".map(|f| (byte, f)))
            {
                let mut text = vec![filler; length];
                text[place] = byte;
                let end = matches!(byte, 0..=0x1F | b'"' | b'\\');
                let expected = if end { place } else { length };
                assert_eq!(plain(&text), expected, "{byte} at {place} of {length}");
            }
        }
    }
}
