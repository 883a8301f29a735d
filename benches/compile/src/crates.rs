//! Writes the crates that are compiled: one workspace, so that all share their dependencies.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::shape::Shape;

/// A generated crate: a contender with a number of endpoints.
#[derive(Clone, Copy, Debug)]
pub struct Crate {
    pub shape: Shape,
    pub endpoints: usize,
}

/// Where the generated crates are.
pub struct Crates {
    pub root: PathBuf,
}

const PER_MODULE: usize = 20;

impl Crates {
    /// Writes all crates, each contender in each size.
    ///
    /// # Errors
    ///
    /// If a file cannot be written.
    pub fn write(root: PathBuf, shapes: &[Shape], sizes: &[usize]) -> io::Result<Self> {
        let crates = Self { root };
        let mut members = Vec::new();
        for &shape in shapes {
            for &endpoints in sizes {
                let one = Crate { shape, endpoints };
                crates.write_one(one)?;
                members.push(format!("{:?}", one.name()));
            }
        }
        let manifest =
            format!("[workspace]\nresolver = \"3\"\nmembers = [{}]\n", members.join(", "));
        update(&crates.root.join("Cargo.toml"), &manifest)?;
        Ok(crates)
    }

    fn write_one(&self, one: Crate) -> io::Result<()> {
        let modules = one.endpoints.div_ceil(PER_MODULE);
        update(&self.root.join(one.name()).join("Cargo.toml"), &one.manifest())?;
        update(&self.source(one, "main"), &one.shape.program(modules))?;
        for module in 0..modules {
            let endpoints = PER_MODULE.min(one.endpoints - module * PER_MODULE);
            let source = one.shape.module(module, endpoints);
            update(&self.source(one, &format!("m{module}")), &source)?;
        }
        Ok(())
    }

    /// Edits the body of one handler; a different `edition` is a different edit.
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
    pub fn edit(&self, one: Crate, edition: usize) -> io::Result<()> {
        let source = one.shape.module(0, PER_MODULE.min(one.endpoints));
        let edited = source.replacen(" is {} in m0", &format!(" is now {edition} {{}} in m0"), 1);
        assert_ne!(source, edited, "there is no handler to edit");
        update(&self.source(one, "m0"), &edited)
    }

    fn source(&self, one: Crate, module: &str) -> PathBuf {
        self.root.join(one.name()).join("src").join(module).with_extension("rs")
    }
}

impl Crate {
    pub fn name(self) -> String {
        format!("{}_{}", self.shape.id(), self.endpoints)
    }

    /// Every contender has the same dependencies, so that each links and loads the same.
    fn manifest(self) -> String {
        let runtime = concat!(env!("CARGO_MANIFEST_DIR"), "/../../runtime");
        format!(
            "[package]\nname = \"{}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
             actix-web = \"4\"\nactix-web-grants = \"4\"\nportcullis = {{ path = {runtime:?} }}\n\
             serde = {{ version = \"1\", features = [\"derive\"] }}\n",
            self.name()
        )
    }
}

/// Leaves a file that is already right, and its time, alone.
fn update(path: &Path, text: &str) -> io::Result<()> {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, text)
}
