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

    pub(super) fn string(&mut self) -> Option<Scalar<'a>> {
        self.take(b'"')?;
        let (rest, start) = (self.rest(), self.at);
        let length = rest.iter().position(|byte| matches!(byte, 0..=0x1F | b'"' | b'\\'))?;
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
