//! Endpoints whose policies only a set-up can make pointless.

portcullis::group!(pub(crate) ADMIN = "/admin", roles("Admin"));

portcullis::group!(pub(crate) DESK = "/desk", roles_all("Maker", "Checker"));
portcullis::group!(pub(crate) WIDE = "/wide", require(!role("Admin") || role("Manager")));

portcullis::group!(pub(crate) LENIENT = "/lenient", schemes("spelled", "cookie"),
    require(scheme("spelled") && role("A")), allow_anonymous);
portcullis::policy!(pub(crate) BySpelled = scheme("spelled") && role("A"));

macro_rules! endpoints {
    ($($module:ident: { $($handler:ident($($attribute:tt)+);)+ })+) => {
        $(
            pub(crate) mod $module {
                use portcullis::endpoint;

                $(
                    #[endpoint($($attribute)+)]
                    async fn $handler() -> &'static str {
                        ""
                    }
                )+
            }
        )+
    };
}

endpoints! {
    both: {
        pay(post = "/pay", roles_all("Maker", "Checker"));
    }
    by_policy: {
        pay(post = "/pay", roles("Maker"), policies("Checked"));
    }
    on_a_verb: {
        pay(get = "/pay", put = "/pay", put = "/old", roles("Maker"), on(PUT, roles("Checker")));
    }
    anonymous_verb: {
        pay(get = "/pay", roles_all("Maker", "Checker"), anonymous(GET), accept(dormant));
    }
    default_scheme: {
        only(get = "/only", require(scheme("cookie") && role("A")));
    }
    always: {
        open(get = "/open", require(scheme("spelled") || role("A")));
    }
    no_demand: {
        open(get = "/open", require(!role("Admin") || role("Manager")));
    }
    schemes: {
        two(get = "/two", put = "/two", schemes("spelled", "cookie"), policies("P"),
            on(PUT, roles("A")));
    }
    open_verb: {
        by_name(get = "/by-name", put = "/by-name", anonymous(GET), schemes("spelled", "cookie"),
            policies("P"));
        by_path(get = "/by-path", put = "/by-path", anonymous(GET), schemes("spelled", "cookie"),
            policies(crate::endpoints::BySpelled));
        by_word(get = "/by-word", put = "/by-word", anonymous(GET), schemes("spelled", "cookie"),
            require(scheme("spelled") && role("A")));
        in_group(get = "/in-group", put = "/in-group", anonymous(GET), schemes("spelled"),
            group = crate::endpoints::LENIENT);
    }
    list: {
        list(get = "/list", roles("Admin", "Manager"));
        plain(get = "/plain", roles("Admin", "Auditor"));
    }
    accepted: {
        list(get = "/list", roles("Admin", "Manager"), accept(redundant));
    }
    clause: {
        clause(get = "/clause", put = "/clause", roles("Editor"), permissions("write", "own"),
            on(PUT, permissions("read")));
    }
    named: {
        named(get = "/named", policies("Managers", "Staff"));
        alone(get = "/alone", policies("Managers"));
    }
    entangled: {
        free(get = "/free", policies("Entangled"));
    }
    large: {
        large(get = "/large", policies("Large"), roles("Checker"));
    }
    grouped: {
        user(get = "/user", group = crate::endpoints::ADMIN, roles("Staff"));
    }
    hopeless: {
        one(get = "/one", group = crate::endpoints::DESK);
        two(get = "/two", group = crate::endpoints::DESK, roles("A"));
        wide(get = "/wide", group = crate::endpoints::WIDE);
    }
    partly: {
        pay(get = "/pay", put = "/pay", roles_all("Maker", "Checker"), anonymous(GET));
    }
    none: {
        template(get = "/template", manual, anonymous);
    }
}
