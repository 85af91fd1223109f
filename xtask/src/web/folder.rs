//! The folder: every file but `index.html` and `embed-example.html` has a hash of its bytes in its name, so that a browser may keep it for ever and
//! never mixes two versions.

use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::bindgen::Made;

/// The line of `web/lens.js` that says which files there are.
const PARTS: &str = "const PARTS = {};";

/// The line of `web/sw.js` that says what is kept.
const PAGE: &str = "const PAGE = {};";

/// Writes the page.
///
/// # Errors
/// A file cannot be read or written, or the page's sources are not as this expects.
pub fn write(root: &Path, [plain, relaxed]: [&Made; 2], out: &Path) -> anyhow::Result<()> {
    clear(out)?;
    let read = |path: &str| fs::read(root.join(path)).with_context(|| format!("{path} cannot be read"));
    let source = |name: &str| String::from_utf8(read(&format!("web/{name}"))?).context("the page's sources are text");
    let mut folder = Folder { out, files: Vec::new() };
    let mut parts = Map::from_iter([("version".to_owned(), json!(version(root)?))]);
    // A browser takes one of both, and keeps that one.
    let mut twins = [Vec::new(), Vec::new()];
    for ((twin, made), name) in twins.iter_mut().zip([plain, relaxed]).zip(["plain", "relaxed"]) {
        let mut put = |name: &str, path: &Path| {
            let bytes = fs::read(path)?;
            let file = folder.put(name, &bytes)?;
            twin.push(file.clone());
            anyhow::Ok(json!({ "file": file, "bytes": bytes.len() }))
        };
        let (program, glue) = (put("lens.wasm", &made.program)?, put("glue.js", &made.glue)?);
        parts.insert(name.to_owned(), json!({ "program": program, "glue": glue }));
    }
    for (part, name, bytes) in [
        ("samples", "samples.bin", samples(root)?),
        ("weights", "weights.bin", read("weights/default.safetensors")?),
        ("album", "album.bin", album(root)?),
    ] {
        parts.insert(part.to_owned(), json!({ "file": folder.put(name, &bytes)?, "bytes": bytes.len() }));
    }
    let worker = source("worker.js")?;
    let file = folder.put("worker.js", worker.as_bytes())?;
    parts.insert("worker".to_owned(), json!({ "file": file, "bytes": worker.len() }));
    let icon = folder.put("icon.png", &read("assets/icon.png")?)?;
    let manifest = named(&source("lens.webmanifest")?, "icon.png", &icon)?;
    let script = with_line(&source("lens.js")?, PARTS, "PARTS", &Value::Object(parts))?;
    let mut page = source("index.html")?;
    for (name, bytes) in [("lens.js", script), ("lens.css", source("lens.css")?), ("lens.webmanifest", manifest)] {
        page = named(&page, name, &folder.put(name, bytes.as_bytes())?)?;
    }
    page = named(&page, "icon.png", &icon)?;
    folder.put_as_named("index.html", page.as_bytes())?;
    let style = folder.put("embed-example.css", source("embed-example.css")?.as_bytes())?;
    let example = named(&source("embed-example.html")?, "embed-example.css", &style)?;
    let example = named(&example, "icon.png", &icon)?;
    folder.put_as_named("embed-example.html", example.as_bytes())?;
    // Names have hashes, so they stand for what is in the files.
    let all = folder.files.join("\n") + &page + &example;
    // The album is kept once it was asked for.
    let is_twin = |name: &String| twins.iter().flatten().any(|twin| twin == name);
    let (later, at_once): (Vec<&String>, Vec<&String>) =
        folder.files.iter().filter(|name| !is_twin(name)).partition(|name| name.starts_with("album-"));
    let [plain, relaxed] = &twins;
    let version = hash(all.as_bytes());
    let kept = json!({ "version": version, "files": at_once, "plain": plain, "relaxed": relaxed, "later": later });
    fs::write(out.join("sw.js"), with_line(&source("sw.js")?, PAGE, "PAGE", &kept)?)?;
    println!("{}", out.join("index.html").display());
    Ok(())
}

/// Makes an empty folder of one with an older page.
fn clear(out: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(out)?;
    for entry in fs::read_dir(out)? {
        let path = entry?.path();
        ensure!(is_ours(&path), "{} is no page of ours: choose an empty folder", out.display());
        fs::remove_file(path)?;
    }
    Ok(())
}

/// The samples, packed.
fn samples(root: &Path) -> anyhow::Result<Vec<u8>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(root.join("assets/samples"))? {
        paths.push(entry?.path());
    }
    paths.retain(|path| path.extension().is_some_and(|ending| ending != "md"));
    paths.sort();
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let files: Vec<_> = paths.iter().map(|path| Ok((name(path), fs::read(path)?))).collect::<anyhow::Result<_>>()?;
    Ok(packed(&files))
}

/// The photos of the album, packed likewise, and whose they are.
fn album(root: &Path) -> anyhow::Result<Vec<u8>> {
    let folder = root.join("assets/album");
    let sources = fs::read_to_string(folder.join("SOURCES.csv"))?;
    // A path has no comma, so it ends at the first.
    let mut paths: Vec<&str> = sources.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    paths.sort_unstable();
    paths.push("SOURCES.csv");
    let files: Vec<_> = paths
        .into_iter()
        .map(|path| Ok((path.to_owned(), fs::read(folder.join(path))?)))
        .collect::<anyhow::Result<_>>()?;
    Ok(packed(&files))
}

/// Files one after the other: for each a line `name length`, then an empty line, then the bytes.
fn packed(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let list: String = files.iter().map(|(name, bytes)| format!("{name} {}\n", bytes.len())).collect();
    let bytes: Vec<u8> = files.iter().flat_map(|(_, bytes)| bytes).copied().collect();
    [list.as_bytes(), b"\n", &bytes].concat()
}

/// A source with another value in that line of it.
fn with_line(source: &str, line: &str, name: &str, value: &Value) -> anyhow::Result<String> {
    ensure!(source.contains(line), "the page's sources have no line `{line}`");
    Ok(source.replace(line, &format!("const {name} = {value};")))
}

/// A source that names a file by the name it has in the folder.
fn named(source: &str, name: &str, hashed: &str) -> anyhow::Result<String> {
    let quoted = format!("\"{name}\"");
    ensure!(source.contains(&quoted), "the page's sources do not name {name}");
    Ok(source.replace(&quoted, &format!("\"{hashed}\"")))
}

/// What has been written.
struct Folder<'a> {
    out: &'a Path,
    /// Names.
    files: Vec<String>,
}

impl Folder<'_> {
    /// Writes a file under its name with a hash; says which.
    fn put(&mut self, name: &str, bytes: &[u8]) -> anyhow::Result<String> {
        let (stem, ending) = name.split_once('.').context("a file of the page has an ending")?;
        let name = format!("{stem}-{}.{ending}", hash(bytes));
        self.put_as_named(&name, bytes)?;
        Ok(name)
    }

    fn put_as_named(&mut self, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
        fs::write(self.out.join(name), bytes)?;
        println!("{name:<28} {:>9.3} MB", bytes.len() as f64 / 1e6);
        self.files.push(name.to_owned());
        Ok(())
    }
}

/// A few letters that stand for bytes.
fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a file may be one of an older page.
fn is_ours(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let names = [
        "index.html",
        "sw.js",
        "lens-",
        "glue-",
        "samples-",
        "weights-",
        "album-",
        "worker-",
        "icon-",
        "embed-example",
    ];
    names.iter().any(|start| name.starts_with(start))
}

/// The version of the program.
fn version(root: &Path) -> anyhow::Result<String> {
    let manifest = fs::read_to_string(root.join("Cargo.toml"))?;
    let (_, rest) = manifest.split_once("\nversion = \"").context("Cargo.toml has no version")?;
    let (version, _) = rest.split_once('"').context("Cargo.toml has a version")?;
    Ok(version.to_owned())
}
