//! Sums and differences of big-endian numbers.

/// `a - b`, where `b` is not the greater.
pub(crate) fn difference(a: &[u8], b: &[u8]) -> Vec<u8> {
    let mut borrowed = false;
    let mut digits = a.to_vec();
    let b = std::iter::repeat_n(&0, a.len() - b.len()).chain(b).collect::<Vec<_>>();
    for (digit, &&other) in digits.iter_mut().zip(&b).rev() {
        let (less, one) = digit.overflowing_sub(other);
        let (less, two) = less.overflowing_sub(borrowed.into());
        (*digit, borrowed) = (less, one || two);
    }
    assert!(!borrowed, "the difference is negative");
    digits
}

/// `a + b` of as many bytes as they have, and one more if it must.
pub(crate) fn sum(a: &[u8], b: &[u8]) -> Vec<u8> {
    assert_eq!(a.len(), b.len());
    let mut carried = 0;
    let mut digits = Vec::with_capacity(a.len() + 1);
    for (one, other) in a.iter().zip(b).rev() {
        let sum = u16::from(*one) + u16::from(*other) + carried;
        digits.push(sum.to_be_bytes()[1]);
        carried = sum >> 8;
    }
    digits.extend((carried == 1).then_some(1));
    digits.reverse();
    digits
}

/// The bytes of a number in hexadecimal.
pub(crate) fn hexadecimal(text: &str) -> Vec<u8> {
    let pairs = (0..text.len()).step_by(2);
    pairs.map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
}
