//! JSON Web Token.

use portcullis::{Algorithm, Key};

use crate::{BEFORE_THE_END, told};

/// §6.1: unsecured. What keeps its integrity is not the token.
#[test]
fn the_unsecured_token_of_section_6_is_refused() {
    let token = "eyJhbGciOiJub25lIn0.\
                 eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.";
    let key = || Key::secret(Algorithm::Hs256, "k".repeat(32));
    assert_eq!(told(key(), token, BEFORE_THE_END), "a part of the token is empty");
    let why = "`alg` is not the key's algorithm";
    assert_eq!(told(key(), &format!("{token}AA"), BEFORE_THE_END), why);
}
