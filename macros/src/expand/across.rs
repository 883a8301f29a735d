//! Constants that refuse to be evaluated where clauses make no sense beside other items, each at
//! its clause. Whether they make sense the runtime's functions say, while rustc evaluates.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Ident;

use super::private::{Private, ours};
use crate::model::{Across, Handler, Written};
use crate::words::Verb;

pub(super) fn across(handler: &Handler, across: &Across, private: &Private) -> TokenStream {
    let weighed = Weighed { handler, across, private };
    let clauses = weighed.clauses(None, &[], &across.clauses);
    let on = across.on.iter().map(|(verb, on)| weighed.clauses(Some(*verb), &across.clauses, on));
    let schemes = across.schemes.as_ref().map(|at| weighed.schemes(at));
    let anonymous = across.anonymous.as_ref().map(|at| weighed.anonymous(at));
    quote!(#anonymous #schemes #clauses #(#on)*)
}

struct Weighed<'a> {
    handler: &'a Handler,
    across: &'a Across,
    private: &'a Private<'a>,
}

impl Weighed<'_> {
    /// These clauses, which stand behind those.
    fn clauses(&self, verb: Option<Verb>, behind: &[Written], these: &[Written]) -> TokenStream {
        let texts: Vec<_> = behind.iter().chain(these).map(|clause| &clause.text).collect();
        let texts = quote!(&[#(#texts),*]);
        let verb = match verb {
            Some(verb) => {
                let private = self.private;
                quote!(::core::option::Option::Some(#private::Verb::#verb))
            }
            None => quote!(::core::option::Option::None),
        };
        let numbered = these.iter().enumerate();
        let clauses = numbered.map(|(at, clause)| {
            let number = behind.len() + at;
            self.clause(clause, &quote!(#verb, #number, #texts))
        });
        quote!(#(#clauses)*)
    }

    fn schemes(&self, at: &Ident) -> TokenStream {
        self.check("weigh_schemes", at, &TokenStream::new())
    }

    fn anonymous(&self, at: &Ident) -> TokenStream {
        self.check("weigh_anonymous", at, &TokenStream::new())
    }

    /// A constant at a word of the user's.
    fn check(&self, function: &str, at: &Ident, arguments: &TokenStream) -> TokenStream {
        let cfgs = &self.handler.cfgs;
        let call = self.call(function, at, arguments);
        quote!(#(#cfgs)* const _: () = #call;)
    }

    fn call(&self, function: &str, at: &Ident, arguments: &TokenStream) -> TokenStream {
        let function = self.private.at(at.span(), function);
        let (name, private) = (self.handler.name(), self.private);
        let endpoint = quote!(&<#name as #private::Guarded>::ENDPOINT);
        quote_spanned!(at.span()=> #function(#endpoint, #arguments))
    }

    /// One clause, with a warning if it changes nothing: rustc underlines each use of something
    /// deprecated, and which of these constants is used only it can tell.
    fn clause(&self, clause: &Written, arguments: &TokenStream) -> TokenStream {
        let cfgs = &self.handler.cfgs;
        let Written { word, text } = clause;
        let call = self.call("weigh_clause", word, arguments);
        if !self.across.tells_redundant {
            return quote!(#(#cfgs)* const _: u8 = #call;);
        }
        let (by_groups, by_others) = (BY_GROUPS.replace("{}", text), BY_OTHERS.replace("{}", text));
        let which = ours("Demanded");
        let mut name = word.clone();
        name.set_span(Span::call_site());
        quote! {
            #(#cfgs)*
            #[allow(dead_code, non_camel_case_types, non_upper_case_globals, reason = "warns")]
            const _: () = {
                struct #which<const BY: u8>;
                impl #which<0> {
                    const #name: () = ();
                }
                impl #which<1> {
                    #[deprecated(note = #by_groups)]
                    const #name: () = ();
                }
                impl #which<2> {
                    #[deprecated(note = #by_others)]
                    const #name: () = ();
                }
                #which::<{ #call }>::#word
            };
        }
    }
}

const BY_GROUPS: &str = "`{}` adds nothing: its group demands as much already; remove it, or \
                         write `accept(redundant)`";
const BY_OTHERS: &str = "`{}` adds nothing: whoever meets the other clauses meets it too; remove \
                         it, or write `accept(redundant)`";
