//! The admin ends logins of the employee, one step after the other: what each step leaves alive.

use std::error::Error;

use awc::http::Method;
use serde::Deserialize;

use super::visitor::{Signed, Visitor, sign_in};
use crate::personas::{ADMIN, EMPLOYEE};

#[derive(Deserialize)]
struct Login {
    sid: String,
}

/// A step, what it showed, and what it should.
pub(super) type Step = (&'static str, Vec<u16>, Vec<u16>);

pub(super) async fn steps(base: &str) -> Result<Vec<Step>, Box<dyn Error>> {
    let admin = Visitor::new(base, Some(sign_in(base, &ADMIN).await?.access_token));
    let sessions = format!("/api/admin/users/{}/sessions", EMPLOYEE.id);
    // Whatever the visitors of the table have left.
    let cleared = admin.status(Method::DELETE, &sessions).await?;
    let (laptop, phone) = (sign_in(base, &EMPLOYEE).await?, sign_in(base, &EMPLOYEE).await?);
    let devices = [&laptop, &phone];
    let list: Vec<Login> = admin.read(&sessions).await?;
    let first = list.first().ok_or("the employee has no logins")?;
    let one = format!("{sessions}/{}", first.sid);
    let before = alive(base, devices).await?;
    let ended = admin.status(Method::DELETE, &one).await?;
    let mut after_one = alive(base, devices).await?;
    // Of one second, logins are listed in no order that anybody knows.
    after_one.sort_unstable();
    let again = admin.status(Method::DELETE, &one).await?;
    let all = admin.status(Method::DELETE, &sessions).await?;
    let after_all = alive(base, devices).await?;
    let mut renewals = Vec::new();
    for device in devices {
        renewals.push(Visitor::new(base, None).renew(&device.refresh_token).await?);
    }
    Ok(vec![
        ("the admin ends every login of the employee", vec![cleared], vec![200]),
        ("who then logs in on two devices", before, vec![200, 200]),
        ("the admin ends one of them", vec![ended], vec![204]),
        ("and its token is worth nothing", after_one, vec![200, 401]),
        ("it cannot be ended twice", vec![again], vec![404]),
        ("the admin ends all of them", vec![all], vec![200]),
        ("and no token is worth anything", after_all, vec![401, 401]),
        ("nor can any be renewed", renewals, vec![400, 400]),
    ])
}

/// Whether the access tokens of these devices open anything.
async fn alive(base: &str, devices: [&Signed; 2]) -> Result<Vec<u16>, Box<dyn Error>> {
    let mut statuses = Vec::new();
    for device in devices {
        let employee = Visitor::new(base, Some(device.access_token.clone()));
        statuses.push(employee.status(Method::GET, "/api/profile").await?);
    }
    Ok(statuses)
}
