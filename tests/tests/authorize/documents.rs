//! Documents with owners, and the checks that ask about them.

use std::cell::RefCell;
use std::rc::Rc;

use actix_web::web;
use portcullis::{Denied, Principal, Route};

/// Document 1 is ada's and 2 is bob's; of 13 nobody can tell, and 14 is nobody's to ask for.
/// Notes who was asked, in order.
#[derive(Clone, Default)]
pub(super) struct Documents {
    pub(super) asked: Rc<RefCell<Vec<String>>>,
}

pub(super) struct Document {
    pub(super) id: u64,
    pub(super) owner: &'static str,
}

impl Documents {
    pub(super) fn find(&self, id: u64) -> Result<Option<Document>, std::io::Error> {
        self.asked.borrow_mut().push(format!("find {id}"));
        match id {
            1 => Ok(Some(Document { id, owner: "ada" })),
            2 => Ok(Some(Document { id, owner: "bob" })),
            13 => Err(std::io::Error::other("the disk is on fire, said s3cret")),
            _ => Ok(None),
        }
    }

    pub(super) fn asked(&self) -> Vec<String> {
        self.asked.borrow().clone()
    }
}

/// Hides what is not the caller's.
pub(super) async fn owns_document(
    caller: Principal,
    id: web::Path<u64>,
    documents: web::Data<Documents>,
) -> Result<Document, Denied> {
    let document = documents.find(*id)?.ok_or(Denied::NotFound)?;
    if document.owner == caller.id() { Ok(document) } else { Err(Denied::NotFound) }
}

/// Says openly that it is not the caller's.
pub(super) async fn may_see(
    caller: Principal,
    id: web::Path<u64>,
    documents: web::Data<Documents>,
) -> Result<(), Denied> {
    assert!(*id != 14, "a check of the application panics");
    match documents.find(*id)? {
        Some(document) if document.owner == caller.id() => Ok(()),
        Some(_) => Err(Denied::Forbidden),
        None => Err(Denied::NotFound),
    }
}

#[derive(serde::Deserialize)]
pub(super) struct Draft {
    pub(super) draft: bool,
}

/// Drafts are for editors.
pub(super) async fn draft_is_for_editors(
    caller: Principal,
    query: web::Query<Draft>,
    route: Route,
    documents: web::Data<Documents>,
) -> Result<(), Denied> {
    let told = format!("draft {} {}", route.verb(), route.path());
    documents.asked.borrow_mut().push(told);
    if query.draft && !caller.has_role("Editor") { Err(Denied::Forbidden) } else { Ok(()) }
}

/// Never gets as far as a future.
pub(super) fn panics_at_once(_: Principal) -> std::future::Ready<Result<(), Denied>> {
    panic_like_a_user()
}

#[expect(clippy::panic, reason = "what applications do")]
fn panic_like_a_user() -> ! {
    panic!("a check of the application panics")
}
