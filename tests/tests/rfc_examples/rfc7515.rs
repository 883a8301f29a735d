//! JSON Web Signature, appendix A.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use portcullis::{Algorithm, Key};

use crate::{BEFORE_THE_END, NO_SUBJECT, holds, jwk, told};

const CLAIMS: &str = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

fn hmac() -> Key {
    const K: &str =
        "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
    Key::secret(Algorithm::Hs256, URL_SAFE_NO_PAD.decode(K).unwrap())
}

#[test]
fn a_1_hs256() {
    let token = format!(
        "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.{CLAIMS}.\
         dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    );
    holds(&hmac(), &token, NO_SUBJECT);
    assert_eq!(told(hmac(), &token, BEFORE_THE_END + 1), "the token has expired");
}

#[test]
fn a_2_rs256() {
    const KEY: &str = r#"{"kty":"RSA","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ","e":"AQAB"}"#;
    let token = format!(
        "eyJhbGciOiJSUzI1NiJ9.{CLAIMS}.\
         cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2\
         Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjt\
         QBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6\
         IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw"
    );
    holds(&jwk(KEY, "RS256"), &token, NO_SUBJECT);
    // The same key for another algorithm is another key.
    let other = told(jwk(KEY, "PS256"), &token, BEFORE_THE_END);
    assert_eq!(other, "`alg` is not the key's algorithm");
}

#[test]
fn a_3_es256() {
    let key = Key::jwk(
        r#"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#,
    );
    let token = format!(
        "eyJhbGciOiJFUzI1NiJ9.{CLAIMS}.\
         DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"
    );
    holds(&key, &token, NO_SUBJECT);
}

/// An algorithm that no key here has.
#[test]
fn a_4_es512() {
    let token = "eyJhbGciOiJFUzUxMiJ9.UGF5bG9hZA.AdwMgeerwtHoh-l192l60hp9wAHZFVJbLfD_UxMi70cwnZOYaRI1bKPWROc-mZZqwqT2SI-KGDKB34XO0aw_7XdtAG8GaSwFKdCAPZgoXD2YBJZCPEX3xKpRwcdOO8KpEHwJjyqOgzDO7iKvU8vcnwNrmxYbSW9ERBXukOXolLzeO_Jn";
    assert_eq!(told(hmac(), token, BEFORE_THE_END), "`alg` is not the key's algorithm");
}

#[test]
fn a_5_unsecured() {
    let token = format!("eyJhbGciOiJub25lIn0.{CLAIMS}.");
    assert_eq!(told(hmac(), &token, BEFORE_THE_END), "a part of the token is empty");
}

/// Appendix E: `{"alg":"none","crit":["http://example.com/UNDEFINED"],…}` must be rejected.
#[test]
fn e_critical_extension() {
    let header = "eyJhbGciOiJub25lIiwNCiAiY3JpdCI6WyJodHRwOi8vZXhhbXBsZS5jb20vVU5ERUZJTkVEIl0sDQogImh0\
                  dHA6Ly9leGFtcGxlLmNvbS9VTkRFRklORUQiOnRydWUNCn0";
    let token = format!("{header}.RkFJTA.");
    assert_eq!(told(hmac(), &token, BEFORE_THE_END), "a part of the token is empty");
    let token = format!("{header}.RkFJTA.AA");
    let why = "`crit` names extensions that are not known";
    assert_eq!(told(hmac(), &token, BEFORE_THE_END), why);
}

/// RFC 7797 §4.2: the payload `$.02`, detached and not encoded; the key is that of A.1.
#[test]
fn rfc_7797_unencoded_payload() {
    let header = "eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19";
    let signature = "A5dxf2s96_n5FLueVuW1Z_vh161FwXZC4YLPff6dmDY";
    let token = format!("{header}..{signature}");
    assert_eq!(told(hmac(), &token, BEFORE_THE_END), "a part of the token is empty");
    // With the payload in its place there are too many dots, or a header that is refused.
    let token = format!("{header}.JC4wMg.{signature}");
    let why = "`crit` names extensions that are not known";
    assert_eq!(told(hmac(), &token, BEFORE_THE_END), why);
}
