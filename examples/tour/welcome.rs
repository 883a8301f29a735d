//! What the server says when it starts.

use std::error::Error;
use std::io::{self, Write};
use std::net::SocketAddr;

use portcullis::Portcullis;

use crate::login;
use crate::personas::{ADMIN, PERSONAS};
use crate::signing_key::SigningKey;
use crate::table::Table;
use crate::users::Users;

pub(crate) async fn print(
    address: SocketAddr,
    key: &SigningKey,
    portcullis: &Portcullis,
    users: &Users,
) -> Result<(), Box<dyn Error>> {
    let out = &mut io::stdout();
    writeln!(out, "The tour is on http://{address} until you press Ctrl-C.")?;
    writeln!(out, "Signing key: {key}.\n")?;
    writeln!(out, "Who may call what:\n{}", Table(portcullis))?;
    passwords(address, out)?;
    writeln!(out, "\nOr take a token that was signed just now. One request, by everybody:")?;
    for persona in PERSONAS {
        let user = users.named(persona.name).await.map_err(|fault| fault.to_string())?;
        let Some(user) = user else { continue };
        let signed = login::begin(&portcullis.logins(), &user).await?;
        let bearer = format!("-H 'Authorization: Bearer {}'", signed.access_token());
        writeln!(out, "  # as {}", persona.name)?;
        writeln!(out, "  curl -i http://{address}/api/inventory {bearer}")?;
    }
    Ok(())
}

fn passwords(address: SocketAddr, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "Who there is (their passwords are public: for this tour only):")?;
    for persona in PERSONAS {
        writeln!(out, "  {:9} {}", persona.name, persona.password)?;
    }
    let json = "-H 'Content-Type: application/json'";
    let form = format!(r#"{{"username":"{}","password":"{}"}}"#, ADMIN.name, ADMIN.password);
    writeln!(out, "\nSign in:\n  curl -i http://{address}/api/login {json} -d '{form}'")?;
    writeln!(out, "\nOr as a browser does, with a cookie:")?;
    let site = "-H 'Sec-Fetch-Site: same-origin' -c /tmp/tour-cookies";
    writeln!(out, "  curl -i http://{address}/api/sign-in {site} {json} -d '{form}'")?;
    writeln!(out, "  curl -i http://{address}/api/notes -b /tmp/tour-cookies")
}
