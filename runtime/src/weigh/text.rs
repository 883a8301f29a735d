//! Text put together while the program is compiled: what a constant that refuses to be
//! evaluated says.

/// A message in the making. What does not fit is cut off.
#[derive(Clone, Copy)]
pub(super) struct Text {
    bytes: [u8; MOST],
    length: usize,
}

const MOST: usize = 1024;

impl Text {
    pub(super) const fn new(start: &str) -> Self {
        Self { bytes: [0; MOST], length: 0 }.and(start)
    }

    /// The text with this behind it.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "in bounds by the loop; `get_mut` is not const")]
    pub(super) const fn and(mut self, more: &str) -> Self {
        let more = more.as_bytes();
        let mut at = 0;
        while at < more.len() && self.length < MOST {
            self.bytes[self.length] = more[at];
            self.length += 1;
            at += 1;
        }
        self
    }

    /// The text with this behind it, in backticks.
    #[must_use]
    pub(super) const fn and_quoted(self, more: &str) -> Self {
        self.and("`").and(more).and("`")
    }

    /// The text with a number behind it.
    #[must_use]
    pub(super) const fn and_number(self, number: usize) -> Self {
        const DIGITS: &str = "0123456789";
        let behind = match number / 10 {
            0 => self,
            tens => self.and_number(tens),
        };
        let (from, _) = DIGITS.split_at(number % 10 + 1);
        let (_, digit) = from.split_at(number % 10);
        behind.and(digit)
    }

    pub(super) const fn as_str(&self) -> &str {
        let (written, _) = self.bytes.split_at(self.length);
        match str::from_utf8(written) {
            Ok(text) => text,
            Err(_) => "this policy makes no sense, and its names are too long to say why",
        }
    }
}

/// Whether two texts are the same; `==` is not for constants yet.
#[expect(clippy::indexing_slicing, reason = "in bounds by the loop; `get` is not const")]
pub(super) const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}
