//! Claims that are not there: as policies see it, null, an empty string and an empty array are
//! absent.

use portcullis::{FromPrincipal, Principal};
use serde_json::{Value, json};

use crate::endpoints::{Admin, Everything, Numbered};

fn absences() -> [Option<Value>; 4] {
    [None, Some(json!(null)), Some(json!("")), Some(json!([]))]
}

fn with(name: &str, value: Option<Value>) -> Principal {
    let caller = Principal::new("7");
    value.into_iter().fold(caller, |caller, value| caller.claim(name, value))
}

#[test]
fn an_option_is_none() {
    for absent in absences() {
        let read = Everything::from_principal(&with("AdminID", absent.clone())).unwrap();
        assert_eq!(read.admin, None, "{absent:?}");
    }
}

#[test]
fn a_default_takes_its_place() {
    for absent in absences() {
        let read = Everything::from_principal(&with("desks", absent.clone())).unwrap();
        assert_eq!(read.desks, Vec::<String>::new(), "{absent:?}");
        let read = Everything::from_principal(&with("level", absent.clone())).unwrap();
        assert_eq!(read.level, 7, "{absent:?}");
    }
}

#[test]
fn whatever_else_is_refused() {
    for absent in absences() {
        assert!(Admin::from_principal(&with("AdminID", absent.clone())).is_err(), "{absent:?}");
        assert!(Numbered::from_principal(&with("desks", absent.clone())).is_err(), "{absent:?}");
    }
}
