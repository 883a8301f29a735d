//! Mistakes and what the compiler says of them, as Markdown for rustdoc.

use std::fs;
use std::io;
use std::path::Path;

use crate::chosen::Mistake;

const HEAD: &str = "\
What the compiler says of ten mistakes: to the letter, for this page is made of the files that
the compiler is tried with. All mistakes of an attribute are told at once, each at the word that
is wrong.
";

pub(crate) fn of(mistakes: &[Mistake]) -> io::Result<String> {
    let sections = mistakes.iter().map(section).collect::<io::Result<String>>()?;
    Ok(format!("{HEAD}{sections}"))
}

fn section(mistake: &Mistake) -> io::Result<String> {
    let Mistake { title, file, mend } = mistake;
    let code = code(&read(file, "rs")?);
    let told = read(file, "stderr")?;
    let told = told.trim_end();
    Ok(format!(
        "\n# {title}\n\n```compile_fail\n{code}```\n\n```text\n{told}\n```\n\n{}\n",
        wrapped(mend)
    ))
}

fn read(file: &str, extension: &str) -> io::Result<String> {
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui");
    let path = ui.join(file).with_extension(extension);
    fs::read_to_string(&path)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))
}

/// The source, whole, with everything beside the mistake hidden as rustdoc hides it.
pub(crate) fn code(source: &str) -> String {
    let mut code = String::new();
    let mut is_hidden = false;
    let mut is_apart = false;
    for line in source.lines() {
        let is_beside = line.starts_with("use ") || line.starts_with("fn main()");
        if is_hidden || is_beside {
            code += &format!("# {line}\n");
            // As rustfmt has it, an item ends where a line that is not indented does.
            is_hidden = line.starts_with(' ') || !line.ends_with([';', '}']);
            is_apart = true;
        } else if line.is_empty() {
            is_apart = true;
        } else {
            let is_first = code.lines().all(|line| line.starts_with("# "));
            code += if is_apart && !is_first { "\n" } else { "" };
            code += &format!("{line}\n");
            is_apart = false;
        }
    }
    code
}

/// At most a hundred characters in a line.
fn wrapped(text: &str) -> String {
    let mut lines = String::new();
    let mut width = 0;
    for word in text.split(' ') {
        let fits = width + 1 + word.len() <= 100;
        lines += match width {
            0 => "",
            _ if fits => " ",
            _ => "\n",
        };
        width = if fits && width > 0 { width + 1 + word.len() } else { word.len() };
        lines += word;
    }
    lines
}
