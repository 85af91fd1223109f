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

/// Builds the page into a folder; of a plain one, which is built quickly to be tried, all browsers take the same program.
///
/// # Errors
/// There is no toolchain, the program does not build, or the folder cannot be written.
pub fn build(out: &Path, is_plain: bool) -> anyhow::Result<()> {
    let root = crate::program::root()?;
    // The second of them has fused multiplications and additions, for browsers that run them.
    let make = |name: &str, features: &str| bindgen::run(&root, &toolchain::build(&root, features, is_plain)?, name);
    let plain = make("plain", "")?;
    let relaxed = if is_plain { None } else { Some(make("relaxed", "relaxed-simd")?) };
    folder::write(&root, [&plain, relaxed.as_ref().unwrap_or(&plain)], out)
}
