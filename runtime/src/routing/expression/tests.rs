use actix_web::dev::ResourceDef;

use super::expression;

#[test]
fn what_actix_would_panic_at_or_read_otherwise_is_told() {
    let many = (0..17).map(|at| format!("/{{p{at}}}")).collect::<String>();
    let deep = format!("/{{a:{}x{}}}", "(".repeat(300), ")".repeat(300));
    let rows = [
        ("", "which does not begin with `/`"),
        ("a", "which does not begin with `/`"),
        ("/{id", "whose `{id` is never closed"),
        (r"/{id:\d{2}", r"whose `{id:\d{2}` is never closed"),
        ("/{id:[{]}", "whose `{id:[{]}` is never closed"),
        ("/id}", "whose `}` closes nothing"),
        ("/{a}}", "whose `}` closes nothing"),
        ("/{}", "whose parameter `{}` has no name of letters, digits and `_`"),
        ("/{:x}", "whose parameter `{}` has no name of letters, digits and `_`"),
        ("/{a-b}", "whose parameter `{a-b}` has no name of letters, digits and `_`"),
        ("/{1}", "whose parameter `{1}` has no name of letters, digits and `_`"),
        ("/{{a}}", "whose parameter `{{a}}` has no name of letters, digits and `_`"),
        ("/{a}/{b}/{a}", "which has the parameter `{a}` twice; rename one"),
        ("/*", "whose `*` is behind no parameter; a tail has a name: `{tail}*`"),
        ("/{a}/b*", "whose `*` is behind no parameter; a tail has a name: `{tail}*`"),
        ("/{a:.+}*", "whose `{a:.+}*` is two kinds of tail; write `{a:.*}`"),
        (&many, "which has too many parameters; actix-web takes up to 16"),
        ("/{a:[0-9}", "whose expression `[0-9` cannot be read: unclosed character class"),
        (
            r"/{a:\}}",
            r"whose expression `\` cannot be read: incomplete escape sequence, reached end of pattern prematurely",
        ),
        ("/{a:x)|(y}", "whose expression `x)|(y` cannot be read: unopened group"),
        (
            "/{a:(?=x)}",
            "whose expression `(?=x)` cannot be read: look-around, including look-ahead and look-behind, is not supported",
        ),
        (
            r"/{a:(.)\1}",
            r"whose expression `(.)\1` cannot be read: backreferences are not supported",
        ),
        (
            r"/{a:\p{Greeky}}",
            r"whose expression `\p{Greeky}` cannot be read: Unicode property not found",
        ),
        (
            "/{a:(?-u:\\xff)}",
            r"whose expression `(?-u:\xff)` cannot be read: pattern can match invalid UTF-8",
        ),
        ("/{a:(?x)b#c}", "which actix-web cannot read; look at its `{…}`"),
        (
            "/{a:(?P<b>x)}",
            "whose expression `(?P<b>x)` names the group `b`, beside the parameter's own name; leave that name out",
        ),
        (
            "/{a:y|(z(?<a>x)+)}",
            "whose expression `y|(z(?<a>x)+)` names the group `a`, beside the parameter's own name; leave that name out",
        ),
        (r"/{a:(\w{1000}){1000}}", "whose expressions are too large; shorten their repetitions"),
        (
            r"/{a:\w{400}}/{b:\w{400}}/{c:\w{400}}",
            "whose expressions are too large; shorten their repetitions",
        ),
        (&deep, "cannot be read"),
    ];
    for (path, expected) in rows {
        let fault = expression(path).expect_err(path);
        assert!(fault == expected || path == deep && fault.contains(expected), "{path}: {fault}");
    }
}

#[test]
fn what_is_read_means_the_same_to_actix() {
    let rows = [
        ("/", "/", "//"),
        ("/a+b.c", "/a+b.c", "/a+bxc"),
        ("/{a}", "/x", "/"),
        ("/{a}{b}", "/xy", "/x"),
        ("/{a}*", "/", "a"),
        ("/x{tail}*", "/x/y", "/y"),
        (r"/{a:\d{2}}", "/12", "/123"),
        (r"/{a:\w+}", "/é", "/-"),
        (r"/{a:\p{Greek}[a-z&&[^x]]}", "/αy", "/αx"),
        ("/{a:x|}", "/", "/y"),
        ("/{a:(?i)x}y", "/Xy", "/XY"),
        ("/{a:(?x) b }", "/b", "/ b"),
        ("/{a:$}", "/", "/a"),
        ("/{名:é}", "/é", "/e"),
    ];
    for (path, yes, no) in rows {
        let ours = regex::Regex::new(&expression(path).unwrap()).unwrap();
        let theirs = ResourceDef::new(path);
        assert!(ours.is_match(yes) && theirs.is_match(yes), "{path} {yes}");
        assert!(!ours.is_match(no) && !theirs.is_match(no), "{path} {no}");
    }
}

/// Texts of everything that means something in a path or an expression, the same in every run.
#[test]
fn what_is_let_through_never_panics() {
    const TOKENS: [&str; 34] = [
        "/", "a", "{", "}", ":", "{a}", "{b}", "{c:", "{d:x}", "*", "(", ")", "[", "]", "?", "+",
        "|", "\\", "^", "$", ".", "(?P<n>", "(?:", "(?i)", "(?x)", "#", "{2}", "{9999}", "\\w",
        "\\p{", "-", "é", " ", "\0",
    ];
    let mut state = 11_u64;
    let mut below = |end: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % end
    };
    let (mut read, mut refused) = (0, 0);
    for _ in 0..4_000 {
        let length = 1 + below(9);
        let path = (0..length).map(|_| TOKENS[below(TOKENS.len())]);
        let path = format!("/{}", path.collect::<String>());
        if expression(&path).is_ok() {
            let mut of_request = actix_web::dev::Path::new("/a".to_owned());
            ResourceDef::new(path.as_str()).capture_match_info(&mut of_request);
            read += 1;
        } else {
            refused += 1;
        }
    }
    assert!(read > 300 && refused > 300, "{read} read, {refused} refused");
}
