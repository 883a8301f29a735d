//! Tokens as well-known providers write them. Their shapes are from the pages that `Preset`
//! names.

use portcullis::{JwtBearer, Preset};
use serde_json::{Value, json};

use crate::bed::{Bed, NOW};

/// What a token says of its caller, behind the issuer.
async fn read(preset: Preset, audience: &str, claims: Value) -> String {
    let bed = bed(preset, audience);
    let body = bed.body(&bed.provider.token(claims)).await;
    body.split_once(": ").unwrap().1.to_owned()
}

async fn status(preset: Preset, audience: &str, claims: Value) -> u16 {
    let bed = bed(preset, audience);
    bed.status(&bed.provider.token(claims)).await
}

fn bed(preset: Preset, audience: &str) -> Bed {
    Bed::with(|authority| JwtBearer::authority(authority).audience(audience).preset(preset))
}

fn auth0() -> Value {
    json!({
        "sub": "auth0|507f1f77bcf86cd799439011",
        "aud": ["https://api.example", "https://tenant.eu.auth0.com/userinfo"],
        "iat": NOW, "exp": NOW + 86_400, "azp": "my_client_id",
        "scope": "openid profile read:patients",
        "permissions": ["read:patients", "write:patients"],
        "https://app.example/roles": ["admin", "nurse"],
        "roles": ["not-a-role-of-auth0"]
    })
}

#[actix_web::test]
async fn auth0_roles_are_in_a_namespace() {
    let preset = Preset::auth0("https://app.example/");
    assert_eq!(
        read(preset, "https://api.example", auth0()).await,
        "roles admin,nurse, permissions read:patients,write:patients, \
         scopes openid,profile,read:patients"
    );
}

#[actix_web::test]
async fn entra_app_roles_and_delegated_permissions() {
    let claims = json!({
        "aud": "6e74172b-be56-4843-9ff4-e66a39bb12e3",
        "iat": NOW, "nbf": NOW, "exp": NOW + 3599, "aio": "AXQAi/8IAAAA",
        "azp": "6e74172b-be56-4843-9ff4-e66a39bb12e3", "azpacr": "0",
        "name": "Abe Lincoln", "oid": "690222be-ff1a-4d56-abd1-7e4f7d38e474",
        "preferred_username": "abeli@microsoft.com", "rh": "I",
        "roles": ["Reader", "Approver"], "scp": "access_as_user orders.read",
        "sub": "HKZpfaHyWadeOouYlitjrI-KffTm222X5rrV3xDqfKQ",
        "tid": "72f988bf-86f1-41af-91ab-2d7cd011db47",
        "uti": "fqiBqXLPj0eQa82S-IYFAA", "ver": "2.0"
    });
    let api = "6e74172b-be56-4843-9ff4-e66a39bb12e3";
    assert_eq!(
        read(Preset::entra(), api, claims).await,
        "roles Approver,Reader, permissions , scopes access_as_user,orders.read"
    );
}

fn keycloak() -> Value {
    json!({
        "exp": NOW + 300, "iat": NOW, "auth_time": NOW - 5,
        "jti": "2a3f1c8e-6f0b-4d6e-9a55-0d5c5b8f4c11",
        "aud": ["shop-api", "account"], "sub": "f1c4f64e-2c0c-4cda-8c9f-9f3f8f3a2b0e",
        "typ": "Bearer", "azp": "shop-web", "sid": "4c0a3a8a-3a47-4f2f-8e89-9e5f9b0a0a0a",
        "acr": "1", "allowed-origins": ["https://shop.example"],
        "realm_access": { "roles": ["offline_access", "default-roles-shop", "auditor"] },
        "resource_access": {
            "shop-api": { "roles": ["order-manager"] },
            "account": { "roles": ["manage-account", "view-profile"] }
        },
        "scope": "openid email profile", "email_verified": true,
        "preferred_username": "ada"
    })
}

#[actix_web::test]
async fn keycloak_roles_of_the_realm_and_of_the_client() {
    assert_eq!(
        read(Preset::keycloak("shop-api"), "shop-api", keycloak()).await,
        "roles auditor,default-roles-shop,offline_access,order-manager, permissions , \
         scopes email,openid,profile"
    );
    // Those of another client are not ours.
    assert_eq!(
        read(Preset::keycloak("other"), "shop-api", keycloak()).await,
        "roles auditor,default-roles-shop,offline_access, permissions , \
         scopes email,openid,profile"
    );
}

#[actix_web::test]
async fn keycloak_tokens_without_roles_or_with_odd_ones() {
    let with = |name: &str, value: Value| {
        let mut claims = keycloak();
        claims[name] = value;
        claims
    };
    let preset = || Preset::keycloak("shop-api");
    let mut none = keycloak();
    let members = none.as_object_mut().unwrap();
    members.remove("realm_access");
    members.remove("resource_access");
    assert!(read(preset(), "shop-api", none).await.starts_with("roles , "));
    let empty = with("realm_access", json!({}));
    assert!(read(preset(), "shop-api", empty).await.starts_with("roles order-manager, "));
    for odd in [json!("admin"), json!(["admin"]), json!(7), json!(null), json!({ "roles": 7 })] {
        let claims = with("realm_access", odd.clone());
        assert_eq!(status(preset(), "shop-api", claims).await, 401, "{odd}");
    }
    // An id token, which the same key has signed.
    for typ in [json!("ID"), json!("Refresh"), json!(["Bearer"]), json!(null)] {
        assert_eq!(status(preset(), "shop-api", with("typ", typ)).await, 401);
    }
}

fn cognito() -> Value {
    json!({
        "sub": "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
        "device_key": "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
        "cognito:groups": ["testers", "admins"], "version": 2,
        "client_id": "xxxxxxxxxxxxexample",
        "origin_jti": "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
        "event_id": "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", "token_use": "access",
        "scope": "phone openid profile resourceserver.1/appclient2",
        "auth_time": NOW, "exp": NOW + 3600, "iat": NOW,
        "jti": "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", "username": "my-test-user"
    })
}

#[actix_web::test]
async fn cognito_groups_and_the_client_as_audience() {
    assert_eq!(
        read(Preset::cognito(), "xxxxxxxxxxxxexample", cognito()).await,
        "roles admins,testers, permissions , \
         scopes openid,phone,profile,resourceserver.1/appclient2"
    );
}

#[actix_web::test]
async fn cognito_tokens_for_another_client_or_of_another_kind() {
    let with = |name: &str, value: Value| {
        let mut claims = cognito();
        claims[name] = value;
        claims
    };
    let own = "xxxxxxxxxxxxexample";
    let mut nobodys = cognito();
    nobodys.as_object_mut().unwrap().remove("client_id");
    let mut id_token = with("token_use", json!("id"));
    id_token["aud"] = own.into();
    for claims in [
        nobodys,
        id_token,
        with("client_id", json!("another")),
        with("client_id", json!([own])),
        with("token_use", json!(null)),
        with("aud", json!("https://another.example")),
        with("aud", json!(7)),
    ] {
        assert_eq!(status(Preset::cognito(), own, claims.clone()).await, 401, "{claims}");
    }
    assert_eq!(status(Preset::cognito(), own, with("aud", json!(own))).await, 200);
}
