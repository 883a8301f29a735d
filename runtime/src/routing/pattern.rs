//! A path pattern as far as its shape goes: enough to compare patterns and to find candidates.
//! Whether a path matches is never decided here, but by actix's own `ResourceDef`.

use regex_syntax::hir::{Class, Hir, HirKind};

/// A pattern, piece by piece between the slashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern {
    pub(super) segments: Vec<Segment>,
    /// The text with the parameters' names left out: two patterns that differ only there match
    /// the same paths.
    anonymous: String,
}

/// One piece, the most specific kind first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Segment {
    /// `docs`
    Static(String),
    /// `{name}.json`, `v{major}-{minor}`
    Affixed { prefix: String, suffix: String, text: String },
    /// `{id:[0-9]+}`
    Constrained(String),
    /// `{id}`
    Parameter,
    /// `{tail}*`, or an expression that may match slashes or nothing; with all that follows.
    Rest { free: bool, text: String },
}

/// A piece of text, or a parameter with its expression.
enum Part<'a> {
    Literal(&'a str),
    Parameter(Option<&'a str>),
}

impl Pattern {
    /// Reads a pattern that `ResourceDef` can read too.
    pub(crate) fn parse(path: &str) -> Self {
        let parts = parts(path);
        let anonymous = text(&parts);
        let mut segments = Vec::new();
        let mut rest = anonymous.strip_prefix('/').unwrap_or(&anonymous);
        loop {
            let piece = rest.split_at_checked(piece_len(rest)).unwrap_or((rest, ""));
            let segment = Segment::parse(piece.0, rest);
            let last = matches!(segment, Segment::Rest { .. });
            segments.push(segment);
            match piece.1.strip_prefix('/') {
                Some(following) if !last => rest = following,
                _ => return Self { segments, anonymous },
            }
        }
    }

    /// The shape for the radix tree: every kind of parameter is one.
    pub(super) fn shape(&self) -> String {
        let piece = |segment: &Segment| match segment {
            Segment::Static(text) => text.replace('{', "{{").replace('}', "}}"),
            Segment::Rest { .. } => "{*rest}".to_owned(),
            Segment::Affixed { .. } | Segment::Constrained(_) | Segment::Parameter => {
                "{piece}".to_owned()
            }
        };
        let pieces = self.segments.iter().map(piece).collect::<Vec<_>>();
        format!("/{}", pieces.join("/"))
    }

    /// The first piece, if a path must begin with this very text.
    pub(crate) fn first_text(&self) -> Option<String> {
        match self.segments.first()? {
            // A `*` at the end is something else to actix.
            Segment::Static(text) if !text.ends_with('*') => Some(text.clone()),
            _ => None,
        }
    }

    /// The text with the parameters' names left out.
    pub(crate) fn anonymous(&self) -> &str {
        &self.anonymous
    }
}

impl Segment {
    /// `rest` is the whole pattern from this piece on.
    fn parse(piece: &str, rest: &str) -> Self {
        let parts = parts(piece);
        let free = matches!(parts.as_slice(), [Part::Parameter(None), Part::Literal("*")]);
        let wild = |part: &Part<'_>| matches!(part, Part::Parameter(Some(of)) if is_wild(of));
        let affixed_tail = piece == rest
            && matches!(parts.as_slice(), [.., Part::Parameter(None), Part::Literal("*")]);
        if free || affixed_tail || parts.iter().any(wild) {
            let any = [Part::Parameter(Some(".*"))];
            let free = free || text(&parts) == text(&any) && piece == rest;
            return Self::Rest { free, text: rest.to_owned() };
        }
        match parts.as_slice() {
            [] => Self::Static(String::new()),
            [Part::Literal(text)] => Self::Static((*text).to_owned()),
            [Part::Parameter(None)] => Self::Parameter,
            [Part::Parameter(Some(_))] => Self::Constrained(piece.to_owned()),
            [first, .., last] => Self::Affixed {
                prefix: first.literal().to_owned(),
                suffix: last.literal().to_owned(),
                text: piece.to_owned(),
            },
        }
    }
}

impl Part<'_> {
    fn literal(&self) -> &str {
        match self {
            Self::Literal(text) => text,
            Self::Parameter(_) => "",
        }
    }
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, braced)) = rest.find('{').and_then(|at| rest.split_at_checked(at)) {
        let (inside, after) = braced.split_at_checked(braced_len(braced)).unwrap_or((braced, ""));
        if !before.is_empty() {
            parts.push(Part::Literal(before));
        }
        let inside = inside.strip_prefix('{').unwrap_or(inside);
        let inside = inside.strip_suffix('}').unwrap_or(inside);
        parts.push(Part::Parameter(inside.split_once(':').map(|(_, expression)| expression)));
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(Part::Literal(rest));
    }
    parts
}

fn text(parts: &[Part<'_>]) -> String {
    let text = |part: &Part<'_>| match part {
        Part::Literal(text) => (*text).to_owned(),
        Part::Parameter(None) => "{}".to_owned(),
        Part::Parameter(Some(expression)) => format!("{{:{expression}}}"),
    };
    parts.iter().map(text).collect()
}

/// The length of what stands between the first brace and the one that closes it.
fn braced_len(text: &str) -> usize {
    length_until(text, |depth, character| depth == 0 && character == '}', true)
}

/// The length of the first piece: up to a slash that is in no braces.
fn piece_len(text: &str) -> usize {
    length_until(text, |depth, character| depth == 0 && character == '/', false)
}

fn length_until(text: &str, end: impl Fn(i32, char) -> bool, inclusive: bool) -> usize {
    let mut depth = 0;
    for (at, character) in text.char_indices() {
        depth += match character {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        if end(depth, character) {
            return if inclusive { at + character.len_utf8() } else { at };
        }
    }
    text.len()
}

/// Whether an expression may match a slash, or nothing at all: then it is no piece.
fn is_wild(expression: &str) -> bool {
    // What cannot be read here is told at start-up; until then it may match anything.
    regex_syntax::parse(expression).map_or(true, |hir| {
        hir.properties().minimum_len().is_none_or(|least| least == 0) || may_match_slash(&hir)
    })
}

fn may_match_slash(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => false,
        HirKind::Literal(literal) => literal.0.contains(&b'/'),
        HirKind::Class(Class::Unicode(class)) => {
            class.iter().any(|range| (range.start()..=range.end()).contains(&'/'))
        }
        HirKind::Class(Class::Bytes(class)) => {
            class.iter().any(|range| (range.start()..=range.end()).contains(&b'/'))
        }
        HirKind::Repetition(repetition) => may_match_slash(&repetition.sub),
        HirKind::Capture(capture) => may_match_slash(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().any(may_match_slash),
    }
}

#[cfg(test)]
mod tests;
