//! Which extractors a check may take: those that leave the body alone.

use actix_web::http::Method;
use actix_web::http::header::Header as TypedHeader;
use actix_web::{FromRequest, web};

use crate::principal::{Claims, Principal};
use crate::route::Route;
use crate::user::{CurrentUser, LoadUser, Source};

/// An extractor that reads nothing of the body: what a function in `authorize` may take.
///
/// Implement it for an extractor of your own that reads only the head of a request:
/// `impl portcullis::FromHead for Tenant {}`. Should it try the body all the same, there is none.
///
/// Not for `HttpRequest`: its `path()` is not what the router decodes, so a check that compares
/// it can be led around. `web::Path`, `web::Query`, `web::Header` and [`Route`] tell what is
/// really asked for.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an argument of a function in `authorize`",
    label = "needed by a check, which runs before anything of the body is read",
    note = "take what the head of a request tells: `Principal`, `web::Path`, `web::Query`, \
            `web::Data`, `web::Header`, `Route`; the body can be looked at in the handler",
    note = "an extractor of your own that leaves the body alone says so: \
            `impl portcullis::FromHead for Tenant {{}}`"
)]
pub trait FromHead: FromRequest {
    /// Adds what it is loaded from, for start-up, which looks whether it is there.
    #[doc(hidden)]
    fn add_sources(_: &mut Vec<Source>) {}
}

impl FromHead for Principal {}
impl FromHead for Route {}
impl FromHead for Method {}
impl FromHead for actix_web::dev::PeerAddr {}
impl<T> FromHead for Claims<T> where Self: FromRequest {}
impl<T> FromHead for web::Data<T> where Self: FromRequest {}
impl<T> FromHead for web::Path<T> where Self: FromRequest {}
impl<T> FromHead for web::Query<T> where Self: FromRequest {}
impl<T: Clone + 'static> FromHead for web::ReqData<T> where Self: FromRequest {}
impl<T: TypedHeader> FromHead for web::Header<T> where Self: FromRequest {}

impl<U: LoadUser> FromHead for CurrentUser<U> {
    fn add_sources(all: &mut Vec<Source>) {
        all.push(Source::of::<U>());
    }
}

impl<T: FromHead> FromHead for Option<T>
where
    Self: FromRequest,
{
    fn add_sources(all: &mut Vec<Source>) {
        T::add_sources(all);
    }
}

impl<T: FromHead, E> FromHead for Result<T, E>
where
    Self: FromRequest,
{
    fn add_sources(all: &mut Vec<Source>) {
        T::add_sources(all);
    }
}

impl FromHead for () {}

macro_rules! tuples {
    ($($name:ident)*) => {
        impl<$($name: FromHead),*> FromHead for ($($name,)*)
        where
            Self: FromRequest,
        {
            fn add_sources(all: &mut Vec<Source>) {
                $($name::add_sources(all);)*
            }
        }
    };
}

tuples! { A }
tuples! { A B }
tuples! { A B C }
tuples! { A B C D }
tuples! { A B C D E }
tuples! { A B C D E F }
tuples! { A B C D E F G }
tuples! { A B C D E F G H }
tuples! { A B C D E F G H I }
tuples! { A B C D E F G H I J }
tuples! { A B C D E F G H I J K }
tuples! { A B C D E F G H I J K L }
