//! The photos of `assets/album` as a table of paths and bytes, for `src/platform/desktop/album.rs`.

use std::path::Path;

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=assets/album");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/album");
    let sources = std::fs::read_to_string(folder.join("SOURCES.csv"))?;
    // A path has no comma, so it ends at the first.
    let mut paths: Vec<&str> = sources.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    paths.sort_unstable();
    let mut table = format!(
        "/// Paths in `assets/album`, in order, and the files' bytes.\npub static PHOTOS: [(&str, &[u8]); {}] = [\n",
        paths.len()
    );
    for path in paths {
        table += &format!("    ({path:?}, include_bytes!({:?})),\n", folder.join(path));
    }
    table += "];\n";
    let out = std::env::var_os("OUT_DIR").unwrap_or_default();
    std::fs::write(Path::new(&out).join("album.rs"), table)
}
