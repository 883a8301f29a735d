//! A headless Chromium of its own, driven by WebDriver.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use actix_web::rt::time::sleep;
use fantoccini::cookies::Cookie;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

const MISSING: &str =
    "Chromium and its driver are missing: apt-get install chromium chromium-driver";

/// How long a page may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// Closed with its browser when it goes.
struct Driver {
    process: Child,
    port: u16,
}

pub(crate) struct Browser {
    client: Client,
    _driver: Driver,
}

impl Browser {
    pub(crate) async fn start() -> Self {
        let driver = Driver::start();
        // Every name leads to this machine; the tests run as root, who may have no sandbox.
        let arguments = [
            "--headless",
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--host-resolver-rules=MAP * 127.0.0.1",
        ];
        let wanted = json!({
            "acceptInsecureCerts": true,
            // Some builds keep cookies from frames and scripts of other sites. The server must
            // not depend on it: other browsers send them.
            "goog:chromeOptions": { "args": arguments, "prefs": {
                "profile.cookie_controls_mode": 0,
                "profile.block_third_party_cookies": false,
            } },
        });
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(wanted.as_object().unwrap().clone());
        let client = builder.connect(&format!("http://127.0.0.1:{}", driver.port)).await;
        let client = client.unwrap_or_else(|error| panic!("{MISSING}: {error}"));
        Self { client, _driver: driver }
    }

    /// Goes to a page as if its address were typed.
    pub(crate) async fn open(&self, url: &str) {
        self.client.goto(url).await.unwrap();
    }

    /// Runs a script in the page, which calls `done`.
    pub(crate) async fn run(&self, script: &str, arguments: &[&str]) -> String {
        let script = format!("const done = arguments[arguments.length - 1]; {script}");
        let arguments = arguments.iter().map(|argument| json!(argument)).collect();
        match self.client.execute_async(&script, arguments).await.unwrap() {
            Value::String(text) => text,
            other => other.to_string(),
        }
    }

    /// Posts by `fetch`, with the cookies that the mode allows; what the page is shown of it.
    pub(crate) async fn fetch(&self, url: &str, mode: &str) -> String {
        let script = "fetch(arguments[0], {method: 'POST', mode: arguments[1], \
                      credentials: 'include', body: 'amount=100'}) \
                      .then(it => done(it.type + ' ' + it.status), () => done('refused'))";
        self.run(script, &[url, mode]).await
    }

    /// Has the page send a form, in its own place; what is shown then, at this address.
    pub(crate) async fn submit(&self, action: &str, shown_at: &str) -> String {
        let script = "const form = document.createElement('form'); form.method = 'post'; \
                      form.action = arguments[0]; document.body.append(form); \
                      setTimeout(() => form.submit()); done('')";
        self.run(script, &[action]).await;
        self.shown_at(shown_at).await
    }

    /// What is shown when the browser has come to this address.
    pub(crate) async fn shown_at(&self, url: &str) -> String {
        let begun = Instant::now();
        loop {
            let there = self.client.current_url().await.is_ok_and(|at| at.as_str() == url);
            let shown =
                "return document.readyState === 'complete' ? document.body.innerText : null";
            if there && let Ok(Value::String(text)) = self.client.execute(shown, vec![]).await {
                return text;
            }
            assert!(begun.elapsed() < PATIENCE, "{url} is never shown");
            sleep(Duration::from_millis(20)).await;
        }
    }

    /// The cookies of the page that is shown.
    pub(crate) async fn cookies(&self) -> Vec<Cookie<'static>> {
        self.client.get_all_cookies().await.unwrap()
    }
}

impl Driver {
    fn start() -> Self {
        let mut command = Command::new("chromedriver");
        let command = command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().expect(MISSING);
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        // Chosen by the system, so that browsers can run beside each other.
        let port = lines.find_map(|line| {
            let line = line.ok()?;
            line.split_once("started successfully on port ")?.1.trim_end_matches('.').parse().ok()
        });
        // Whatever it has to say later must not block it.
        std::thread::spawn(move || lines.for_each(drop));
        Self { process, port: port.expect(MISSING) }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Killed, it would leave its browser behind.
        if let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) {
            let _ = stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: localhost\r\n\r\n");
            let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
            let _ = stream.read(&mut [0; 512]);
        }
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(5) {
            if !matches!(self.process.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
