//! Lists of hundreds of names, and an expression of many.

use actix_web::App;
use portcullis::endpoint;

macro_rules! long {
    ($($name:literal),*) => {
        #[endpoint(
            get = "/long",
            roles($($name),*),
            claims_all($($name = 7),*),
            scopes($($name,)*),
            require($(permission($name) ||)* role("Admin")),
        )]
        async fn long() -> &'static str {
            "hello"
        }
    };
}

long!(
    "name-0", "name-1", "name-2", "name-3", "name-4", "name-5", "name-6", "name-7",
    "name-8", "name-9", "name-10", "name-11", "name-12", "name-13", "name-14", "name-15",
    "name-16", "name-17", "name-18", "name-19", "name-20", "name-21", "name-22", "name-23",
    "name-24", "name-25", "name-26", "name-27", "name-28", "name-29", "name-30", "name-31",
    "name-32", "name-33", "name-34", "name-35", "name-36", "name-37", "name-38", "name-39",
    "name-40", "name-41", "name-42", "name-43", "name-44", "name-45", "name-46", "name-47",
    "name-48", "name-49", "name-50", "name-51", "name-52", "name-53", "name-54", "name-55",
    "name-56", "name-57", "name-58", "name-59", "name-60", "name-61", "name-62", "name-63",
    "name-64", "name-65", "name-66", "name-67", "name-68", "name-69", "name-70", "name-71",
    "name-72", "name-73", "name-74", "name-75", "name-76", "name-77", "name-78", "name-79",
    "name-80", "name-81", "name-82", "name-83", "name-84", "name-85", "name-86", "name-87",
    "name-88", "name-89", "name-90", "name-91", "name-92", "name-93", "name-94", "name-95",
    "name-96", "name-97", "name-98", "name-99", "name-100", "name-101", "name-102", "name-103",
    "name-104", "name-105", "name-106", "name-107", "name-108", "name-109", "name-110", "name-111",
    "name-112", "name-113", "name-114", "name-115", "name-116", "name-117", "name-118", "name-119",
    "name-120", "name-121", "name-122", "name-123", "name-124", "name-125", "name-126", "name-127",
    "name-128", "name-129", "name-130", "name-131", "name-132", "name-133", "name-134", "name-135",
    "name-136", "name-137", "name-138", "name-139", "name-140", "name-141", "name-142", "name-143",
    "name-144", "name-145", "name-146", "name-147", "name-148", "name-149", "name-150", "name-151",
    "name-152", "name-153", "name-154", "name-155", "name-156", "name-157", "name-158", "name-159"
);

fn main() {
    let _ = App::new().service(long);
}
