//! What the server says when it starts.

use std::net::SocketAddr;

pub(crate) fn print(address: SocketAddr) {
    println!("listening on http://{address}");
    println!("\nLog in (eve, who is no manager, has the password listens-to-everything):");
    println!(
        "  curl -s http://{address}/api/login -H 'Content-Type: application/json' \\\n    \
         -d '{{\"username\":\"ada\",\"password\":\"analytical-engine\",\"device\":\"laptop\"}}'"
    );
    println!("\nWith the access token, for five minutes:");
    println!(
        "  curl -i -X PUT http://{address}/api/department -H \"Authorization: Bearer $ACCESS\""
    );
    println!("  curl -i http://{address}/api/sessions -H \"Authorization: Bearer $ACCESS\"");
    println!("\nThe next pair; each refresh token is good once:");
    println!("  curl -i http://{address}/api/refresh-token -d \"refresh_token=$REFRESH\"");
    println!("\nWhat a server asks about a token, and how a client gives one up:");
    println!(
        "  curl -i -u gateway:for-this-example-only http://{address}/oauth/introspect \\\n    \
         -d \"token=$ACCESS\""
    );
    println!("  curl -i http://{address}/oauth/revoke -d \"token=$REFRESH\"");
    println!("\nWhat clients read of all this:");
    println!("  curl -s http://{address}/.well-known/oauth-authorization-server");
}
