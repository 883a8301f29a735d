//! What an expansion says, read back.

use quote::ToTokens;
use syn::{Expr, ExprStruct, Ident, ImplItem, Item, ItemFn, ItemImpl, Member, Stmt};

use super::written::{Data, Verbs, strings};

/// A sound endpoint.
pub(super) struct Expanded<'a> {
    pub(super) data: Data,
    /// The handler, where only its gate reaches it.
    pub(super) nested: &'a ItemFn,
}

impl<'a> Expanded<'a> {
    /// Reads what stands below no error: a name, its gate, its service, and perhaps
    /// warnings and checks.
    pub(super) fn read(items: &'a [Item], name: &Ident) -> Self {
        let [Item::Struct(unit), Item::Impl(guarded), Item::Impl(service), checks @ ..] = items
        else {
            panic!("not a name, its gate and its service, but {} items", items.len())
        };
        for check in checks {
            let Item::Const(check) = check else { panic!("neither a warning nor a check") };
            assert_eq!(check.ident, "_", "warnings and checks take no name");
        }
        assert_eq!(&unit.ident, name, "the name stays");
        assert_eq!(implemented(guarded), "Guarded");
        assert_eq!(implemented(service), "HttpServiceFactory");
        let constant = guarded.items.iter().find_map(|item| match item {
            ImplItem::Const(one) if one.ident == "ENDPOINT" => Some(&one.expr),
            _ => None,
        });
        let Some(Expr::Struct(endpoint)) = constant else { panic!("no data") };
        Self { data: data(endpoint), nested: nested(guarded) }
    }
}

/// The handler, with nothing beside it but the way to it.
fn nested(guarded: &ItemImpl) -> &ItemFn {
    let enter = guarded.items.iter().find_map(|item| match item {
        ImplItem::Fn(one) if one.sig.ident == "enter" => Some(&one.block.stmts[..]),
        _ => None,
    });
    match enter {
        Some([Stmt::Item(Item::Fn(handler)), Stmt::Expr(..)]) => handler,
        _ => panic!("not the handler and the way to it"),
    }
}

/// The last word of the trait that is implemented.
pub(super) fn implemented(one: &ItemImpl) -> String {
    let path = one.trait_.as_ref().map(|(path, ..)| path);
    let last = path.and_then(|path| path.segments.last());
    last.map(|last| last.ident.to_string()).unwrap_or_default()
}

fn data(endpoint: &ExprStruct) -> Data {
    let field = |name: &str| {
        let named = |member: &Member| matches!(member, Member::Named(own) if own == name);
        let field = endpoint.fields.iter().find(|field| named(&field.member));
        &field.expect("a field of the endpoint").expr
    };
    let rules = entries(field("rules"));
    let mut on = entries(field("on"))
        .into_iter()
        .map(|one| {
            let Expr::Tuple(pair) = one else { panic!("no verb and rules") };
            let rules = entries(&pair.elems[1]);
            (verb(&pair.elems[0]), rules.len(), rules.into_iter().flat_map(texts).collect())
        })
        .collect::<Vec<_>>();
    on.sort();
    let mut routes = entries(field("routes"))
        .into_iter()
        .map(|route| {
            let Expr::Tuple(pair) = route else { panic!("no verb and path") };
            (verb(&pair.elems[0]), texts(&pair.elems[1]).join(""))
        })
        .collect::<Vec<_>>();
    routes.sort();
    Data {
        routes,
        anonymous: entries(field("anonymous")).into_iter().map(verb).collect::<Verbs>(),
        rules: rules.len(),
        names: rules.into_iter().flat_map(texts).collect(),
        on,
        schemes: texts(field("schemes")),
        manual: field("manual").to_token_stream().to_string() == "true",
    }
}

/// The entries of `&[…]`.
fn entries(list: &Expr) -> Vec<&Expr> {
    match list {
        Expr::Reference(reference) => match &*reference.expr {
            Expr::Array(array) => array.elems.iter().collect(),
            other => panic!("no array: {}", other.to_token_stream()),
        },
        other => panic!("no reference: {}", other.to_token_stream()),
    }
}

fn verb(path: &Expr) -> String {
    let text = path.to_token_stream().to_string();
    text.rsplit(' ').next().unwrap_or_default().to_uppercase()
}

fn texts(expression: &Expr) -> Vec<String> {
    strings(expression.to_token_stream())
}
