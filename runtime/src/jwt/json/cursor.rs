//! JSON read once, byte by byte, without making anything of it. For the usual: whatever is odd
//! or forbidden makes it give up with `None`, and the strict reader of [`super`] decides. What
//! it does read is what that one accepts.

use smallvec::SmallVec;

use super::MAX_DEPTH;
use super::scalar::{Scalar, Text};
use crate::lookup::fingerprint;

/// A place in a text. INVARIANT: the text is UTF-8, and the place is no further than its end.
#[derive(Debug)]
pub(in super::super) struct Cursor<'a> {
    pub(super) text: &'a [u8],
    pub(super) at: usize,
}

/// What a value was.
#[derive(Clone, Copy, Debug)]
pub(in super::super) enum Shape<'a> {
    Scalar(Scalar<'a>),
    /// Of so many items.
    Array(usize),
    Object,
}

/// Objects with more members are left to the strict reader, so that the search for repeated
/// names does not become slow.
const MOST_MEMBERS: usize = 32;

impl<'a> Cursor<'a> {
    pub(in super::super) fn new(text: &'a str) -> Self {
        Self { text: text.as_bytes(), at: 0 }
    }

    /// Reads an object; each value is for `member`, which is told the name and its fingerprint.
    pub(in super::super) fn object<M>(&mut self, depth: u8, mut member: M) -> Option<()>
    where
        M: FnMut(&mut Self, &'a [u8], u64) -> Option<()>,
    {
        self.open(b'{', depth)?;
        if self.closes(b'}') {
            return Some(());
        }
        let mut seen = SmallVec::<[u64; MOST_MEMBERS]>::new();
        loop {
            let Scalar::Text(Text { bytes: name, .. }) = self.string()? else { return None };
            let print = fingerprint(name);
            if seen.len() == MOST_MEMBERS || seen.contains(&print) {
                return None;
            }
            seen.push(print);
            self.blanks();
            self.take(b':')?;
            self.blanks();
            member(self, name, print)?;
            if !self.goes_on(b'}')? {
                return Some(());
            }
        }
    }

    /// Reads a value, and tells `each` the items if it is an array.
    pub(in super::super) fn value<E>(&mut self, depth: u8, each: E) -> Option<Shape<'a>>
    where
        E: FnMut(Scalar<'a>) -> Option<()>,
    {
        match self.peek()? {
            b'{' => {
                self.object(depth, |inner, _, _| inner.skip(depth + 1))?;
                Some(Shape::Object)
            }
            b'[' => self.array(depth, each).map(Shape::Array),
            _ => self.scalar().map(Shape::Scalar),
        }
    }

    /// Reads a value for nobody.
    pub(in super::super) fn skip(&mut self, depth: u8) -> Option<()> {
        self.value(depth, |_| Some(())).map(drop)
    }

    /// Nothing but blanks comes any more.
    pub(in super::super) fn end(&mut self) -> Option<()> {
        self.blanks();
        (self.at == self.text.len()).then_some(())
    }

    fn array<E>(&mut self, depth: u8, mut each: E) -> Option<usize>
    where
        E: FnMut(Scalar<'a>) -> Option<()>,
    {
        self.open(b'[', depth)?;
        let mut items = 0;
        if self.closes(b']') {
            return Some(items);
        }
        loop {
            each(match self.peek()? {
                b'{' | b'[' => {
                    self.skip(depth + 1)?;
                    Scalar::Nested
                }
                _ => self.scalar()?,
            })?;
            items += 1;
            if !self.goes_on(b']')? {
                return Some(items);
            }
        }
    }

    #[inline]
    fn open(&mut self, bracket: u8, depth: u8) -> Option<()> {
        self.blanks();
        self.take(bracket)?;
        self.blanks();
        (depth <= MAX_DEPTH).then_some(())
    }

    #[inline]
    fn closes(&mut self, bracket: u8) -> bool {
        self.take(bracket).is_some()
    }

    /// Whether a comma comes, and not the end.
    #[inline]
    fn goes_on(&mut self, bracket: u8) -> Option<bool> {
        self.blanks();
        if self.closes(bracket) {
            return Some(false);
        }
        self.take(b',')?;
        self.blanks();
        Some(true)
    }

    #[inline]
    fn blanks(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    #[inline]
    pub(super) fn rest(&self) -> &'a [u8] {
        self.text.get(self.at..).unwrap_or_default()
    }

    #[inline]
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    #[inline]
    pub(super) fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    #[inline]
    pub(super) fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }
}
