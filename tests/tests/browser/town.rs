//! Two servers: the bank's, and one for everybody else. Which page is whose, the name tells.

use actix_cors::Cors;
use actix_web::dev::{ServerHandle, Service};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, rt, web};
use portcullis::{CookieSession, Csrf, MemoryStore, Portcullis};
use portcullis_tests::tls::Certificate;

use super::bank::{self, Cookies};
use super::witness::Witness;

pub(crate) struct Town {
    protocol: &'static str,
    bank: u16,
    others: u16,
    witness: Witness,
    servers: Vec<ServerHandle>,
}

impl Town {
    /// By TLS, with a certificate that the browser is told to bear.
    pub(crate) fn with_tls() -> Self {
        Self::open(Some(&Certificate::of(&["bank.example"]).unwrap()))
    }

    pub(crate) fn in_the_clear() -> Self {
        Self::open(None)
    }

    fn open(certificate: Option<&Certificate>) -> Self {
        let protocol = if certificate.is_some() { "https" } else { "http" };
        let witness = Witness::default();
        let (others, handle) = serve(certificate, move |config| {
            config.route("/elsewhere", web::to(elsewhere)).default_service(web::to(blank));
        });
        let trusted = format!("https://partner.example:{others}");
        let portcullis = Portcullis::builder()
            .scheme("none", Cookies("__Host-none"))
            .scheme("session", CookieSession::stored(MemoryStore::new()).sign_in_page("/page"))
            .scheme("plain", Cookies("plain"))
            .csrf(Csrf::default().trust_origin(trusted))
            .module("browser::bank")
            .build()
            .unwrap();
        let seen = witness.clone();
        let (bank, bank_handle) = serve(certificate, move |config| {
            config.app_data(web::Data::new(seen.clone())).configure(portcullis.mount());
        });
        Self { protocol, bank, others, witness, servers: vec![handle, bank_handle] }
    }

    pub(crate) fn witness(&self) -> &Witness {
        &self.witness
    }

    /// An address at the bank.
    pub(crate) fn bank(&self, path: &str) -> String {
        format!("{}://bank.example:{}{path}", self.protocol, self.bank)
    }

    /// An address at anybody else's.
    pub(crate) fn at(&self, host: &str, path: &str) -> String {
        format!("{}://{host}:{}{path}", self.protocol, self.others)
    }

    pub(crate) fn origin(&self, host: &str) -> String {
        self.at(host, "")
    }

    pub(crate) fn bank_port(&self) -> u16 {
        self.bank
    }
}

impl Drop for Town {
    fn drop(&mut self) {
        self.servers.iter().for_each(|server| drop(server.stop(false)));
    }
}

fn serve(
    certificate: Option<&Certificate>,
    configure: impl Fn(&mut web::ServiceConfig) + Clone + Send + 'static,
) -> (u16, ServerHandle) {
    let app = move || {
        // CORS lets pages of the partner read; everybody may ask.
        let cors = Cors::default()
            .allowed_origin_fn(|origin, _| origin.as_bytes().starts_with(b"https://partner."))
            .block_on_origin_mismatch(false)
            .allowed_methods(["POST"])
            .supports_credentials();
        App::new()
            .configure(configure.clone())
            .wrap_fn(|request, service| {
                let witness = request.app_data::<web::Data<Witness>>().cloned();
                let answer = service.call(request);
                async move {
                    let response = answer.await?;
                    if let Some(witness) = witness {
                        witness.see(&response);
                    }
                    Ok(response)
                }
            })
            .wrap(cors)
    };
    let server = HttpServer::new(app).workers(1).disable_signals();
    let server = match certificate {
        None => server.bind(("127.0.0.1", 0)),
        Some(one) => server.bind_rustls_0_23(("127.0.0.1", 0), one.server().unwrap()),
    };
    let server = server.unwrap();
    let port = server.addrs()[0].port();
    let server = server.run();
    let handle = server.handle();
    rt::spawn(server);
    (port, handle)
}

async fn blank() -> HttpResponse {
    bank::html()
}

/// Sends a browser on, with its form.
async fn elsewhere(request: HttpRequest) -> HttpResponse {
    let location = request.query_string().to_owned();
    HttpResponse::TemporaryRedirect().insert_header(("location", location)).finish()
}
