//! The JavaScript around the program: wasm-bindgen, of exactly the version that the program was built with.
//!
//! Its library and the program's own part of it need the same version of `wasm-bindgen-shared`, so that Cargo.lock cannot hold two.

use std::path::{Path, PathBuf};

use anyhow::ensure;
use wasm_bindgen_cli_support::Bindgen;

use crate::program::target_folder;

/// What it makes.
pub struct Made {
    /// The program, as the JavaScript wants it.
    pub program: PathBuf,
    /// The JavaScript.
    pub glue: PathBuf,
}

/// Makes it from the built program, in a folder of that name.
///
/// # Errors
/// wasm-bindgen does not like the program, or the folder cannot be written.
pub fn run(root: &Path, program: &Path, name: &str) -> anyhow::Result<Made> {
    let out = target_folder(root).join("web").join(name);
    let mut bindgen = Bindgen::new();
    bindgen.input_path(program).web(true)?.typescript(false).remove_producers_section(true).out_name("glue");
    bindgen.generate(&out)?;
    ensure!(!out.join("snippets").exists(), "a dependency brings JavaScript of its own, which the page does not load");
    Ok(Made { program: out.join("glue_bg.wasm"), glue: out.join("glue.js") })
}
