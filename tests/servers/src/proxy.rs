//! A bad line between a program and its database server.

use std::io;
use std::net::{self, SocketAddr};
use std::thread;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime;
use tokio::sync::watch;
use tokio::time::sleep;

/// What a [`Proxy`] does with connections, those that are open too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behaviour {
    /// Lets everything through.
    Pass,
    /// Accepts no connection, and closes those that are open.
    Refuse,
    /// Accepts connections, and says nothing.
    Hang,
    /// Cuts the next answer after its first byte, and resets the connection.
    Reset,
    /// Lets answers through this much later, each piece of them.
    Delay(Duration),
}

/// A TCP proxy before a server, on a loopback port of its own, with a thread of its own.
#[derive(Debug)]
pub struct Proxy {
    address: SocketAddr,
    behaviour: watch::Sender<Behaviour>,
}

impl Proxy {
    /// Starts one that lets everything through to the server at this address.
    ///
    /// # Errors
    ///
    /// If there is no free port.
    pub fn start(server: SocketAddr) -> io::Result<Self> {
        let address = SocketAddr::from(([127, 0, 0, 1], crate::chance::port()?));
        let (behaviour, changes) = watch::channel(Behaviour::Pass);
        let listener = net::TcpListener::bind(address)?;
        listener.set_nonblocking(true)?;
        let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
        thread::spawn(move || runtime.block_on(serve(address, listener, server, changes)));
        Ok(Self { address, behaviour })
    }

    /// Where clients find it.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Does this from now on.
    pub fn behave(&self, behaviour: Behaviour) {
        self.behaviour.send_replace(behaviour);
    }
}

type Changes = watch::Receiver<Behaviour>;

/// Until the proxy is dropped. Then nothing of it is left: connections are tasks of its thread.
async fn serve(
    address: SocketAddr,
    first: net::TcpListener,
    server: SocketAddr,
    mut changes: Changes,
) {
    let mut listener = TcpListener::from_std(first).ok();
    loop {
        match (*changes.borrow_and_update(), &listener) {
            (Behaviour::Refuse, Some(_)) => listener = None,
            // If it fails it is tried again at the next change: a test that waits for it says so.
            (Behaviour::Refuse, None) | (_, Some(_)) => {}
            (_, None) => listener = TcpListener::bind(address).await.ok(),
        }
        tokio::select! {
            changed = changes.changed() => if changed.is_err() { return },
            client = accept(listener.as_ref()) => {
                tokio::spawn(connect(client, server, changes.clone()));
            }
        }
    }
}

async fn accept(listener: Option<&TcpListener>) -> TcpStream {
    loop {
        match listener {
            Some(listener) => match listener.accept().await {
                Ok((client, _)) => return client,
                Err(_) => sleep(Duration::from_millis(5)).await,
            },
            None => std::future::pending().await,
        }
    }
}

/// Serves one client until either side closes, or it is to be refused or reset.
async fn connect(client: TcpStream, server: SocketAddr, changes: Changes) {
    let Ok(server) = TcpStream::connect(server).await else { return };
    drop((client.set_nodelay(true), server.set_nodelay(true)));
    let (from_client, mut to_client) = client.into_split();
    let (from_server, to_server) = server.into_split();
    let mut refused = changes.clone();
    let reset = tokio::select! {
        _ = refused.wait_for(|now| *now == Behaviour::Refuse) => false,
        () = ask(from_client, to_server, changes.clone()) => false,
        reset = answer(from_server, &mut to_client, changes) => reset,
    };
    if reset {
        // The client gets RST, and no FIN before it, which dropping the half would send.
        drop(to_client.as_ref().set_zero_linger());
        to_client.forget();
    }
}

async fn ask(mut client: OwnedReadHalf, mut server: OwnedWriteHalf, mut changes: Changes) {
    let mut buffer = vec![0; 16 * 1024];
    while let Ok(length @ 1..) = client.read(&mut buffer).await {
        heard(&mut changes).await;
        let Some(piece) = buffer.get(..length) else { return };
        if server.write_all(piece).await.is_err() {
            return;
        }
    }
}

/// Whether to reset the connection, rather than to close it.
async fn answer(
    mut server: OwnedReadHalf,
    client: &mut OwnedWriteHalf,
    mut changes: Changes,
) -> bool {
    let mut buffer = vec![0; 16 * 1024];
    while let Ok(length @ 1..) = server.read(&mut buffer).await {
        let behaviour = heard(&mut changes).await;
        if let Behaviour::Delay(delay) = behaviour {
            sleep(delay).await;
        }
        let reset = behaviour == Behaviour::Reset;
        let Some(piece) = buffer.get(..if reset { 1 } else { length }) else { return false };
        if client.write_all(piece).await.is_err() || reset {
            // Without it the first byte would be thrown away as well.
            sleep(Duration::from_millis(20)).await;
            return reset;
        }
    }
    false
}

/// What to do with a piece, once anything is to be done with it.
async fn heard(changes: &mut Changes) -> Behaviour {
    match changes.wait_for(|now| *now != Behaviour::Hang).await {
        Ok(now) => *now,
        // The proxy has been dropped, and its thread ends.
        Err(_) => Behaviour::Refuse,
    }
}
