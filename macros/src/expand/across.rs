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
            let asked = quote!(#verb, #number);
            let sound = self.check("weigh_clause", &clause.word, &quote!(#asked, #texts));
            let needed = self.across.tells_redundant.then(|| self.needed(clause, &asked));
            quote!(#sound #needed)
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
        let function = self.private.at(at.span(), function);
        let endpoint = self.endpoint();
        let call = quote_spanned!(at.span()=> #function(#endpoint, #arguments));
        quote!(#(#cfgs)* const _: () = #call;)
    }

    fn endpoint(&self) -> TokenStream {
        let (name, private) = (self.handler.name(), self.private);
        quote!(&<#name as #private::Guarded>::ENDPOINT)
    }

    /// Warnings at a clause that changes nothing.
    fn needed(&self, clause: &Written, asked: &TokenStream) -> TokenStream {
        let text = &clause.text;
        let by_group = format!(
            "`{text}` adds nothing: its group demands as much already; remove it, or write \
             `accept(redundant)`"
        );
        let by_others = format!(
            "`{text}` adds nothing: whoever meets the other clauses meets it too; remove it, or \
             write `accept(redundant)`"
        );
        let by_group = self.warning(clause, "is_implied_by_groups", &by_group, asked);
        let by_others = self.warning(clause, "is_implied", &by_others, asked);
        quote!(#by_group #by_others)
    }

    /// rustc underlines each use of something deprecated, and which of two constants is used
    /// only it can tell.
    fn warning(
        &self,
        clause: &Written,
        function: &str,
        note: &str,
        asked: &TokenStream,
    ) -> TokenStream {
        let (cfgs, private) = (&self.handler.cfgs, self.private);
        let function = Ident::new(function, Span::call_site());
        let (which, word) = (ours("Which"), &clause.word);
        let mut name = word.clone();
        name.set_span(Span::call_site());
        let endpoint = self.endpoint();
        quote! {
            #(#cfgs)*
            #[allow(dead_code, non_camel_case_types, non_upper_case_globals, reason = "tells a warning")]
            const _: () = {
                struct #which<const TELL: bool>;
                impl #which<true> {
                    #[deprecated(note = #note)]
                    const #name: () = ();
                }
                impl #which<false> {
                    const #name: () = ();
                }
                #which::<{ #private::#function(#endpoint, #asked) }>::#word
            };
        }
    }
}
