//! `cargo xtask web DIR`: the program as a page, a folder that any static host can serve, under any path.
//!
//! | file | its job |
//! |---|---|
//! | `toolchain` | a compiler for `wasm32-unknown-unknown` |
//! | `bindgen` | the JavaScript around the program |
//! | `folder` | names with hashes, what the page has to know of them |

mod bindgen;
mod folder;
mod toolchain;

use std::path::Path;

/// Builds the page into a folder.
///
/// # Errors
/// There is no toolchain, the program does not build, or the folder cannot be written.
pub fn build(out: &Path) -> anyhow::Result<()> {
    let root = crate::program::root()?;
    // The second of them has fused multiplications and additions, for browsers that run them.
    let mut twins = Vec::new();
    for features in ["", "relaxed-simd"] {
        let program = toolchain::build(&root, features)?;
        twins.push(bindgen::run(&root, &program, features)?);
    }
    let [plain, relaxed] = <[_; 2]>::try_from(twins).unwrap_or_else(|_| unreachable!("two were made"));
    folder::write(&root, [plain, relaxed], out)
}
