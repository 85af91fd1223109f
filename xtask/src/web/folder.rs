//! The folder: every file but `index.html` has a hash of its bytes in its name, so that a browser may keep it for ever and
//! never mixes two versions.

use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::bindgen::Made;

/// The line of `web/lens.js` that says which files there are.
const PARTS: &str = "const PARTS = {};";

/// Files as they are: name in the page's sources, path in the project.
const PLAIN: [(&str, &str); 2] = [("lens.css", "web/lens.css"), ("icon.png", "assets/icon.png")];

/// Writes the page.
///
/// # Errors
/// A file cannot be read or written, or the page's sources are not as this expects.
pub fn write(root: &Path, made: &Made, out: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(out)?;
    for entry in fs::read_dir(out)? {
        let path = entry?.path();
        ensure!(path.is_dir() || is_ours(&path), "{} is no page of ours: choose an empty folder", out.display());
        if path.is_file() {
            fs::remove_file(path)?;
        }
    }
    let read = |path: &Path| fs::read(path).with_context(|| format!("{} cannot be read", path.display()));
    let weights = root.join("weights/default.safetensors");
    let mut parts = Map::new();
    parts.insert("version".to_owned(), json!(version(root)?));
    for (part, name, path) in
        [("program", "lens.wasm", &made.program), ("glue", "glue.js", &made.glue), ("weights", "weights.bin", &weights)]
    {
        let bytes = read(path)?;
        parts.insert(part.to_owned(), json!({ "file": put(out, name, &bytes)?, "bytes": bytes.len() }));
    }
    let script = fs::read_to_string(root.join("web/lens.js"))?;
    ensure!(script.contains(PARTS), "web/lens.js has no line `{PARTS}`");
    let script = script.replace(PARTS, &format!("const PARTS = {};", Value::Object(parts)));
    let mut page = fs::read_to_string(root.join("web/index.html"))?;
    let mut named = vec![("lens.js", put(out, "lens.js", script.as_bytes())?)];
    for (name, path) in PLAIN {
        named.push((name, put(out, name, &read(&root.join(path))?)?));
    }
    for (name, hashed) in named {
        let quoted = format!("\"{name}\"");
        ensure!(page.contains(&quoted), "web/index.html does not name {name}");
        page = page.replace(&quoted, &format!("\"{hashed}\""));
    }
    fs::write(out.join("index.html"), page)?;
    println!("{}", out.join("index.html").display());
    Ok(())
}

/// Writes a file under its name with a hash; says which.
fn put(out: &Path, name: &str, bytes: &[u8]) -> anyhow::Result<String> {
    let hash: String = Sha256::digest(bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    let (stem, ending) = name.split_once('.').context("a file of the page has an ending")?;
    let name = format!("{stem}-{hash}.{ending}");
    fs::write(out.join(&name), bytes)?;
    println!("{name:<28} {:>9.3} MB", bytes.len() as f64 / 1e6);
    Ok(name)
}

/// Whether a file may be one of an older page.
fn is_ours(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let names = ["index.html", "lens-", "glue-", "weights-", "icon-"];
    names.iter().any(|start| name.starts_with(start))
}

/// The version of the program.
fn version(root: &Path) -> anyhow::Result<String> {
    let manifest = fs::read_to_string(root.join("Cargo.toml"))?;
    let (_, rest) = manifest.split_once("\nversion = \"").context("Cargo.toml has no version")?;
    let (version, _) = rest.split_once('"').context("Cargo.toml has a version")?;
    Ok(version.to_owned())
}
