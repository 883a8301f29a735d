//! Who may call what.

use portcullis::{Principal, endpoint};

#[endpoint(get = "/orders", roles("order-reader", "order-manager"))]
async fn list(caller: Principal) -> String {
    format!("the orders, for {}\n", caller.id())
}

#[endpoint(delete = "/orders", roles("order-manager"))]
async fn delete(caller: Principal) -> String {
    format!("no more orders, says {}\n", caller.id())
}
