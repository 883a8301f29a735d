//! What start-up knows of users.

use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::{App, web};
use portcullis::{CurrentUser, Portcullis};
use portcullis_tests::Spelled;

use crate::users::{User, Users};

pub(crate) mod lost {
    //! Users of whom nobody says where they are loaded from.

    use std::error::Error;

    use portcullis::{CurrentUser, Denied, LoadUser, Principal, endpoint};

    pub(crate) struct Elsewhere;

    pub(crate) struct Lost;

    impl LoadUser for Lost {
        type Source = Elsewhere;

        async fn load(
            _: &Elsewhere,
            _: &Principal,
        ) -> Result<Option<Self>, Box<dyn Error + Send + Sync>> {
            Ok(Some(Self))
        }
    }

    type Alias = CurrentUser<Lost>;
    type Maybe = Option<Alias>;

    #[endpoint(get = "/plain")]
    async fn plain(_: CurrentUser<Lost>) -> &'static str {
        "in"
    }

    #[endpoint(get = "/alias")]
    async fn alias(_: Alias) -> &'static str {
        "in"
    }

    #[endpoint(get = "/option", anonymous)]
    async fn option(_: Option<Alias>) -> &'static str {
        "in"
    }

    async fn by_a_check(_: Option<Alias>, _: Principal, _: Alias) -> Result<(), Denied> {
        Ok(())
    }

    #[endpoint(get = "/checked", authorize(by_a_check))]
    async fn checked() -> &'static str {
        "in"
    }

    #[endpoint(get = "/maybe", anonymous)]
    async fn maybe(_: Maybe) -> &'static str {
        "in"
    }
}

fn builder() -> portcullis::Builder {
    Portcullis::builder().scheme("spelled", Spelled).module("current_user::set_up::lost")
}

#[test]
fn a_source_that_is_missing_is_told_at_every_handler() {
    let problems = builder().users_from(Users::default()).build().unwrap_err();
    let told = problems.iter().map(ToString::to_string).collect::<Vec<_>>();
    for name in ["plain", "alias", "option", "maybe", "checked"] {
        let line = format!(": `{name}` ");
        let own = told.iter().find(|it| it.contains(&line));
        let own = own.unwrap_or_else(|| panic_with(name, &told));
        assert!(own.contains("takes the user `current_user::set_up::lost::Lost`"), "{own}");
        assert!(own.contains("no `current_user::set_up::lost::Elsewhere`"), "{own}");
        assert!(own.starts_with("tests/tests/current_user/set_up.rs:"), "{own}");
        assert!(own.ends_with("add `.users_from(…)`"), "{own}");
    }
    assert!(told.iter().any(|it| it.contains("asks `by_a_check`")), "{told:?}");
    assert_eq!(told.len(), 5, "{told:?}");
    assert!(builder().users_from(lost::Elsewhere).build().is_ok());
}

#[expect(clippy::panic, reason = "ends the test that was wrong")]
fn panic_with(name: &str, told: &[String]) -> ! {
    panic!("nothing of {name}: {told:#?}")
}

#[test]
fn two_sources_of_one_type_are_told() {
    let twice = builder().users_from(lost::Elsewhere).users_from(lost::Elsewhere);
    let problems = twice.build().unwrap_err().to_string();
    assert!(problems.contains("users are loaded from two values of one type"), "{problems}");
}

#[actix_web::test]
async fn a_handler_without_an_endpoint_has_no_user() {
    let app = App::new().route("/", web::get().to(async |_: CurrentUser<User>| "in"));
    let app = init_service(app).await;
    let response = call_service(&app, TestRequest::default().to_request()).await;
    assert_eq!(response.status(), 500);
}
