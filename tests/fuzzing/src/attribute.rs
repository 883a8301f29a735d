//! Whatever is written in `#[endpoint(…)]`, through the whole macro.

mod expansion;
mod written;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{File, Item, ItemFn, Signature};

use expansion::Expanded;
use written::Written;

/// How deep brackets may nest here: deeper ones exhaust the stack of whoever reads them, rustc
/// included.
const MOST_LEVELS: usize = 40;

/// Expands these bytes as the text of an item below `#[endpoint(…)]`, or as the inside of an
/// attribute above a sound handler.
///
/// The expansion is the same each time, and Rust. Either it holds errors and the handler's name,
/// and guards nothing; or it holds no error, the handler is nested where only its gate reaches it,
/// and its data demand what is written.
///
/// # Panics
///
/// If one of that is not so, or the macro panics.
pub fn attribute(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if !is_shallow(text) {
        return;
    }
    let Some((attribute, item)) = read(text) else { return };
    // rustc calls an attribute with nothing else.
    let Ok(parsed) = syn::parse2::<Item>(item.clone()) else { return };
    let expand = || portcullis_pipeline::endpoint(attribute.clone(), item.clone());
    let expansion = expand();
    assert_eq!(expansion.to_string(), expand().to_string(), "two expansions of one text");
    let file = syn::parse2::<File>(expansion.clone());
    let file = file.unwrap_or_else(|error| panic!("no Rust: {error}\n{expansion}"));
    let (errors, items): (Vec<_>, Vec<_>) = file.items.into_iter().partition(is_error);
    let Item::Fn(handler) = parsed else {
        assert!(!errors.is_empty(), "no handler, and no error: {expansion}");
        return;
    };
    match errors.is_empty() {
        true => is_guarded(&items, &handler, attribute),
        false => is_kept(&items, &handler),
    }
}

fn is_shallow(text: &str) -> bool {
    let levels = text.bytes().filter(|byte| b"([{<".contains(byte)).count();
    let signs = text.bytes().filter(|byte| b"!-&*|=.?".contains(byte)).count();
    levels <= MOST_LEVELS && signs <= 4 * MOST_LEVELS && text.len() <= 4096
}

/// The inside of the attribute, and the item below.
fn read(text: &str) -> Option<(TokenStream, TokenStream)> {
    if let Some(tokens) = text.strip_prefix("#[endpoint") {
        let mut tokens = format!("# [endpoint{tokens}").parse::<TokenStream>().ok()?.into_iter();
        let (_, TokenTree::Group(inside)) = (tokens.next()?, tokens.next()?) else { return None };
        let mut inside = inside.stream().into_iter().skip(1);
        let attribute = match (inside.next(), inside.next()) {
            (Some(TokenTree::Group(clauses)), None) => clauses.stream(),
            (None, None) => TokenStream::new(),
            _ => return None,
        };
        return Some((attribute, tokens.collect()));
    }
    let item = "pub async fn handler(caller: Option<Principal>) -> impl Responder { \"\" }";
    Some((text.parse().ok()?, item.parse().ok()?))
}

fn is_error(item: &Item) -> bool {
    let Item::Macro(one) = item else { return false };
    one.mac.path.to_token_stream().to_string() == ":: core :: compile_error"
}

/// A sound endpoint.
fn is_guarded(items: &[Item], handler: &ItemFn, attribute: TokenStream) {
    let expanded = Expanded::read(items, &handler.sig.ident);
    let nested = expanded.nested;
    assert_eq!(same(&nested.sig), same(&handler.sig), "the signature");
    assert_eq!(
        nested.block.to_token_stream().to_string(),
        handler.block.to_token_stream().to_string(),
        "the body"
    );
    if let Some(written) = Written::read(attribute) {
        assert_eq!(written, expanded.data, "the attribute's words and the endpoint's data");
    }
}

fn same(signature: &Signature) -> String {
    signature.to_token_stream().to_string()
}

/// What stands in for an endpoint that made no sense.
fn is_kept(items: &[Item], handler: &ItemFn) {
    let name = &handler.sig.ident;
    if handler.sig.receiver().is_some() {
        let [Item::Fn(same)] = items else { panic!("a method does not stay alone") };
        assert_eq!(same.sig, handler.sig, "a method stays as it was");
        return;
    }
    let [Item::Struct(unit), Item::Impl(service), kept @ ..] = items else {
        panic!(
            "not a name and its service: {}",
            items.iter().map(ToTokens::to_token_stream).collect::<TokenStream>()
        )
    };
    for one in kept {
        let Item::Const(paths) = one else { panic!("something stays beside paths") };
        assert_eq!(paths.ident, "_", "paths stay without a name");
    }
    assert_eq!(&unit.ident, name, "the name stays");
    assert_eq!(expansion::implemented(service), "HttpServiceFactory");
    let body = service.items.iter().map(ToTokens::to_token_stream).collect::<TokenStream>();
    let body = body.to_string();
    assert!(body.ends_with(":: core :: unreachable ! () }"), "it serves: {body}");
}
