//! Which instance is installed in an App, for endpoints that are mounted by hand.
//!
//! An endpoint may be registered before the instance is, and both may be in scopes; so they
//! meet here, under the identity of the App that is being put together on this thread.

use std::any::Any;
use std::cell::RefCell;
use std::ptr;
use std::rc::Rc;

use actix_web::dev::{AppService, HttpServiceFactory};

use crate::Portcullis;
use crate::endpoint::Endpoint;
use crate::routing::Pattern;
use crate::verb::Verb;

/// The instances that are installed in one App.
#[derive(Clone)]
pub(super) struct Installed {
    /// The App's default service: one per App, shared by its scopes. Held, so that its
    /// address is no other App's while this is alive.
    app: Rc<dyn Any>,
    instances: Rc<RefCell<Vec<Portcullis>>>,
}

thread_local! {
    static APPS: RefCell<Vec<Installed>> = const { RefCell::new(Vec::new()) };
}

impl Installed {
    /// The entry of the App that these services belong to.
    pub(super) fn of(services: &AppService) -> Self {
        let app: Rc<dyn Any> = services.default_service();
        APPS.with_borrow_mut(|apps| {
            // Held by nobody but this list: that App is gone.
            apps.retain(|known| Rc::strong_count(&known.app) > 1);
            let same = |known: &&Self| ptr::addr_eq(Rc::as_ptr(&known.app), Rc::as_ptr(&app));
            if let Some(known) = apps.iter().find(same) {
                return known.clone();
            }
            let new = Self { app, instances: Rc::default() };
            apps.push(new.clone());
            new
        })
    }

    /// The one instance that is installed.
    ///
    /// # Errors
    ///
    /// Why there is no such instance.
    pub(super) fn only(&self) -> Result<Portcullis, &'static str> {
        match self.instances.borrow().as_slice() {
            [only] => Ok(only.clone()),
            [] => Err("no `Portcullis` is installed: add `.configure(portcullis.install())`"),
            [_, _, ..] => Err("more than one `Portcullis` is installed in this App"),
        }
    }
}

impl Installed {
    /// The verbs that other endpoints of the installed instance have on a path.
    pub(super) fn verbs_of_others(&self, endpoint: &'static Endpoint, path: &str) -> Vec<Verb> {
        let Ok(instance) = self.only() else {
            return Vec::new();
        };
        let pattern = Pattern::parse(path);
        let others = instance.gates().iter().map(|gate| gate.checkpoint());
        let others = others.filter(|other| !std::ptr::eq(other.endpoint, endpoint));
        let here = others.filter(|other| Pattern::parse(&other.path) == pattern);
        here.map(|other| other.verb).collect()
    }
}

/// Installs an instance in the App that it is registered in.
pub(crate) struct Install(pub(crate) Portcullis);

impl HttpServiceFactory for Install {
    fn register(self, services: &mut AppService) {
        Installed::of(services).instances.borrow_mut().push(self.0);
    }
}
