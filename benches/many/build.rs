//! Writes the endpoints: a module for each size, with what it has more than the one before.

use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs};

const SIZES: [usize; 4] = [1, 100, 1000, 3000];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let mut source = String::new();
    let mut from = 0;
    for size in SIZES {
        let endpoints = (from..size).map(endpoint).collect::<String>();
        let _ = writeln!(
            source,
            "mod up_to_{size} {{\n    use portcullis::endpoint;\n\n{endpoints}}}\n"
        );
        from = size;
    }
    let paths = (0..from).map(|at| format!("    \"{}\",\n", path(at))).collect::<String>();
    let modules = SIZES.map(|size| format!("    ({size}, \"many::up_to_{size}\"),\n")).concat();
    let _ = write!(
        source,
        "/// The routes, in the order of the endpoints.\npub const PATHS: &[&str] = &[\n{paths}];\n\n\
         const MODULES: &[(usize, &str)] = &[\n{modules}];\n"
    );
    let directory = PathBuf::from(env::var_os("OUT_DIR").expect("cargo says where"));
    fs::write(directory.join("endpoints.rs"), source).expect("it can be written");
}

fn endpoint(at: usize) -> String {
    format!(
        "    #[endpoint(\n        get = \"{}\",\n        roles(\"Admin\", \"Owner\"),\n        \
         permissions_all(\"UpdateUsers\", \"DeleteUsers\"),\n        claims(\"AdminID\", \
         \"EmployeeID\")\n    )]\n    async fn e{at}() -> &'static str {{\n        \"hello\"\n    }}\n\n",
        path(at)
    )
}

fn path(at: usize) -> String {
    format!("/m{}/e{at}/{{id}}", at / 20)
}
