//! The contenders: one handler, registered and protected in four ways. Names, paths, arguments
//! and bodies are equal.

use std::fmt::Write;

/// How the endpoints of a crate are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Functions without an attribute, registered by `web::route`: the floor.
    Bare,
    /// actix-web's own attribute: what the others are compared with.
    Actix,
    /// actix-web-grants' `#[protect]` below it.
    Grants,
    /// `#[endpoint]`.
    Portcullis,
}

impl Shape {
    pub const ALL: [Self; 4] = [Self::Bare, Self::Actix, Self::Grants, Self::Portcullis];

    /// For a directory and a crate.
    pub fn id(self) -> &'static str {
        match self {
            Self::Bare => "bare",
            Self::Actix => "actix",
            Self::Grants => "grants",
            Self::Portcullis => "portcullis",
        }
    }

    /// For a reader.
    pub fn title(self) -> &'static str {
        match self {
            Self::Bare => "bare functions, `web::route`",
            Self::Actix => "actix-web's attribute",
            Self::Grants => "… and `#[protect]` of actix-web-grants",
            Self::Portcullis => "Portcullis `#[endpoint]`",
        }
    }

    /// The program around `modules` modules of endpoints.
    pub fn program(self, modules: usize) -> String {
        let mut source = String::from(PROGRAM);
        for module in 0..modules {
            let _ = writeln!(source, "mod m{module};");
        }
        source.push_str(match self {
            Self::Bare | Self::Actix => "\nfn app(config: &mut ServiceConfig) {\n",
            Self::Grants => GRANTS,
            Self::Portcullis => PORTCULLIS,
        });
        if self != Self::Portcullis {
            for module in 0..modules {
                let _ = writeln!(source, "    m{module}::configure(config);");
            }
        }
        source + "}\n"
    }

    /// A module with as many endpoints.
    pub fn module(self, module: usize, endpoints: usize) -> String {
        let mut source = String::from(match self {
            Self::Bare => "use actix_web::{Responder, web};\n",
            Self::Actix | Self::Grants => "use actix_web::{Responder, post, web};\n",
            Self::Portcullis => "use actix_web::{Responder, web};\nuse portcullis::endpoint;\n",
        });
        source.push_str("\nuse crate::Change;\n\n");
        for endpoint in 0..endpoints {
            let path = path(module, endpoint);
            source.push_str(&match self {
                Self::Bare => String::new(),
                Self::Actix => format!("#[post(\"{path}\")]\n"),
                Self::Grants => format!(
                    "#[post(\"{path}\")]\n#[actix_web_grants::protect(any(\"Admin\", \"Manager\"), \
                     all(\"UpdateUsers\", \"DeleteUsers\"))]\n"
                ),
                Self::Portcullis => format!(
                    "#[endpoint(\n    post = \"{path}\",\n    roles(\"Admin\", \"Manager\"),\n    \
                     permissions_all(\"UpdateUsers\", \"DeleteUsers\")\n)]\n"
                ),
            });
            let _ = writeln!(
                source,
                "pub async fn e{endpoint}(id: web::Path<u32>, change: web::Json<Change>) -> impl \
                 Responder {{\n    format!(\"{{id}} is {{}} in m{module}::e{endpoint}\", \
                 change.name)\n}}\n"
            );
        }
        if self != Self::Portcullis {
            self.registrations(module, endpoints, &mut source);
        }
        source
    }

    fn registrations(self, module: usize, endpoints: usize, source: &mut String) {
        source.push_str("pub fn configure(config: &mut web::ServiceConfig) {\n    config\n");
        for endpoint in 0..endpoints {
            let _ = match self {
                Self::Bare => writeln!(
                    source,
                    "        .route(\"{}\", web::post().to(e{endpoint}))",
                    path(module, endpoint)
                ),
                _ => writeln!(source, "        .service(e{endpoint})"),
            };
        }
        source.push_str("        ;\n}\n");
    }
}

fn path(module: usize, endpoint: usize) -> String {
    format!("/m{module}/e{endpoint}/{{id}}")
}

const PROGRAM: &str = r#"
use actix_web::{App, HttpServer, web::ServiceConfig};

#[derive(serde::Deserialize)]
pub struct Change {
    name: String,
}

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    HttpServer::new(|| App::new().configure(app)).bind(("127.0.0.1", 8080))?.run().await
}

"#;

const GRANTS: &str = r#"
use std::collections::HashSet;

use actix_web::{dev::ServiceRequest, web};
use actix_web_grants::GrantsMiddleware;

async fn extract(_: &ServiceRequest) -> Result<HashSet<String>, actix_web::Error> {
    Ok(HashSet::new())
}

fn app(config: &mut ServiceConfig) {
    let grants = GrantsMiddleware::with_extractor(extract);
    config.service(web::scope("").wrap(grants).configure(all));
}

fn all(config: &mut ServiceConfig) {
"#;

const PORTCULLIS: &str = r#"
fn app(config: &mut ServiceConfig) {
    let key = std::env::var("TOKEN_SIGNING_KEY").unwrap();
    let jwt = portcullis::JwtBearer::hs256(key).issuer("https://issuer.example").audience("api");
    config.configure(portcullis::Portcullis::builder().scheme("jwt", jwt).build().unwrap().mount());
"#;
