//! Public keys of Ed25519 as points of the curve `-x² + y² = 1 + d x² y²` over the integers
//! modulo `p = 2^255 - 19` (RFC 8032 §5.1). All of this is public: nothing here need be in
//! constant time.

use num_bigint::BigUint;

/// What is wrong with the encoding of a point as a key.
pub(super) fn check(key: &[u8]) -> Result<(), String> {
    let (Ok(mut bytes), Some(last)) = (<[u8; 32]>::try_from(key), key.last()) else {
        return Err("the key has not 32 bytes".to_owned());
    };
    let x_is_odd = last >= &0x80;
    if let Some(last) = bytes.last_mut() {
        *last &= 0x7F;
    }
    let field = Field::new();
    let y = BigUint::from_bytes_le(&bytes);
    let one = BigUint::from(1_u8);
    if y >= field.p {
        return Err("the key is not the canonical form of a point".to_owned());
    }
    let y2 = field.product(&y, &y);
    // x² = (y² - 1) / (d y² + 1); the divisor is never zero.
    let dividend = field.difference(&y2, &one);
    let divisor = (field.product(&field.d, &y2) + &one) % &field.p;
    if !field.is_square(&field.product(&dividend, &divisor)) {
        return Err("the key is no point on Ed25519".to_owned());
    }
    let x_is_zero = dividend == BigUint::ZERO;
    if x_is_zero && x_is_odd {
        return Err("the key is not the canonical form of a point".to_owned());
    }
    // Of order 1 or 2: x = 0; of order 4: y = 0; of order 8: its double has y = 0, so that
    // x² + y² = 0, which with the curve's equation is d y⁴ + 2 y² = 1.
    let twice = (field.product(&field.d, &field.product(&y2, &y2)) + &y2 + &y2) % &field.p;
    if x_is_zero || y == BigUint::ZERO || twice == one {
        // Anyone can make signatures that hold with such a key.
        return Err("the key is a point of small order".to_owned());
    }
    Ok(())
}

struct Field {
    p: BigUint,
    d: BigUint,
}

impl Field {
    fn new() -> Self {
        let p = (BigUint::from(1_u8) << 255_u32) - BigUint::from(19_u8);
        // d = -121665 / 121666; a divisor's inverse is its power p - 2 (Fermat).
        let inverse = BigUint::from(121_666_u32).modpow(&(&p - 2_u8), &p);
        let d = (&p - BigUint::from(121_665_u32)) * inverse % &p;
        Self { p, d }
    }

    fn product(&self, a: &BigUint, b: &BigUint) -> BigUint {
        a * b % &self.p
    }

    fn difference(&self, a: &BigUint, b: &BigUint) -> BigUint {
        (a + &self.p - b) % &self.p
    }

    /// Euler's criterion.
    fn is_square(&self, number: &BigUint) -> bool {
        let half = (&self.p - 1_u8) >> 1_u32;
        number.modpow(&half, &self.p) <= BigUint::from(1_u8)
    }
}

#[cfg(test)]
mod tests {
    use super::check;

    fn bytes(hexadecimal: &str) -> Vec<u8> {
        let pairs = (0..64).step_by(2);
        pairs.map(|at| u8::from_str_radix(&hexadecimal[at..at + 2], 16).unwrap()).collect()
    }

    /// RFC 8032 §7.1, tests 1, 2, 3 and 1024.
    #[test]
    fn the_keys_of_the_rfc_are_sound() {
        for key in [
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "278117fc144c72340f67d0f2316e8386ceffbf2b2428c9c51fef7c597f1d426e",
            // The base point itself (RFC 8032 §5.1), and its negative.
            "5866666666666666666666666666666666666666666666666666666666666666",
            "58666666666666666666666666666666666666666666666666666666666666e6",
        ] {
            assert_eq!(check(&bytes(key)), Ok(()), "{key}");
        }
    }

    #[test]
    fn points_of_small_order_are_refused() {
        for key in [
            "0100000000000000000000000000000000000000000000000000000000000000",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0000000000000000000000000000000000000000000000000000000000000080",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        ] {
            let told = check(&bytes(key)).unwrap_err();
            assert_eq!(told, "the key is a point of small order", "{key}");
        }
    }

    #[test]
    fn what_is_no_canonical_point_is_refused() {
        for key in [
            // p, p + 1 and the greatest number; zero with a sign.
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            "0100000000000000000000000000000000000000000000000000000000000080",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        ] {
            let told = check(&bytes(key)).unwrap_err();
            assert_eq!(told, "the key is not the canonical form of a point", "{key}");
        }
        // About half of all numbers are no `y` of a point.
        let no_points = (2..=255_u8).filter(|y| {
            let mut key = [0; 32];
            key[0] = *y;
            check(&key) == Err("the key is no point on Ed25519".to_owned())
        });
        assert!((80..170).contains(&no_points.count()));
    }
}
