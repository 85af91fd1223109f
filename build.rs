//! What the program carries: the photos of `assets/album` as a table for `src/platform/desktop/album.rs`; the default weights, the
//! fonts and the longest texts, made smaller, for `src/platform/desktop/packed.rs`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use miniz_oxide::deflate::core::{
    CompressionStrategy, CompressorOxide, TDEFLFlush, compress_to_output, create_comp_flags_from_zip_params,
};

/// Parts that the high bytes of the weights are deflated in, so that several threads can inflate them.
const PARTS: usize = 8;

/// As miniz counts: the slowest below its own "uber".
const LEVEL: i32 = 9;

/// What deflate can look back, as a power of 2.
const WINDOW_BITS: i32 = 15;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    // Where the sources are now: they may have moved since this was compiled.
    let project = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("album.rs"), album(&project.join("assets/album"))?)?;
    // A page fetches its weights, and is compressed as a whole.
    if env::var_os("CARGO_FEATURE_DESKTOP").is_some() {
        let packed =
            weights(&project.join("weights/default.safetensors"), &out)? + &assets(&project.join("assets"), &out)?;
        fs::write(out.join("packed.rs"), packed)?;
    }
    Ok(())
}

/// Paths and bytes of all photos.
fn album(folder: &Path) -> io::Result<String> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let sources = fs::read_to_string(folder.join("SOURCES.csv"))?;
    // A path has no comma, so it ends at the first.
    let mut paths: Vec<&str> = sources.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    paths.sort_unstable();
    let entry = |path: &str| format!("    ({path:?}, {}),\n", include(&folder.join(path)));
    let entries: Vec<String> = paths.into_iter().map(entry).collect();
    Ok(format!(
        "/// Paths in `assets/album`, in order, and the files' bytes.\npub static PHOTOS: [(&str, &[u8]); {}] = [\n{}];\n",
        entries.len(),
        entries.concat()
    ))
}

/// Nearly all of the file are numbers of half precision.  Their low bytes are as good as random and stay as they are; the high ones,
/// sign, exponent and two bits more, take 72 % of their room.
fn weights(file: &Path, out: &Path) -> io::Result<String> {
    println!("cargo::rerun-if-changed={}", file.display());
    let file = fs::read(file)?;
    assert!(file.len().is_multiple_of(2), "numbers of half precision have two bytes");
    let low: Vec<u8> = file.iter().copied().step_by(2).collect();
    let high: Vec<u8> = file.iter().copied().skip(1).step_by(2).collect();
    let low_path = out.join("weights.low");
    fs::write(&low_path, &low)?;
    let mut code = format!(
        "/// Every other byte of the default weights, from the first on.\npub static LOW: &[u8] = {};\n",
        include(&low_path)
    );
    code += "/// The others, each part deflated.\npub static HIGH: &[&[u8]] = &[\n";
    for (index, part) in high.chunks(high.len().div_ceil(PARTS).max(1)).enumerate() {
        let path = out.join(format!("weights.high.{index}"));
        fs::write(&path, deflated(part, CompressionStrategy::HuffmanOnly))?;
        let _ = writeln!(code, "    {},", include(&path));
    }
    Ok(code + "];\n")
}

/// Paths and bytes of what is text or drawn as text, deflated.
fn assets(folder: &Path, out: &Path) -> io::Result<String> {
    let mut paths = vec!["album/SOURCES.csv".to_owned()];
    for (inside, endings) in [("fonts", ["otf", "ttf"].as_slice()), ("locales", &["ftl"])] {
        println!("cargo::rerun-if-changed={}", folder.join(inside).display());
        for entry in fs::read_dir(folder.join(inside))? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if endings.iter().any(|ending| name.rsplit_once('.').is_some_and(|(_, its)| its == *ending)) {
                paths.push(format!("{inside}/{name}"));
            }
        }
    }
    paths.sort_unstable();
    let mut code =
        "/// Paths in `assets`, and the files' bytes, deflated.\npub static ASSETS: &[(&str, &[u8])] = &[\n".to_owned();
    for path in paths {
        let packed = out.join(path.replace('/', "."));
        fs::write(&packed, deflated(&fs::read(folder.join(&path))?, CompressionStrategy::Default))?;
        let _ = writeln!(code, "    ({path:?}, {}),", include(&packed));
    }
    Ok(code + "];\n")
}

fn include(path: &Path) -> String {
    format!("include_bytes!({path:?})")
}

/// As zlib writes it.
fn deflated(bytes: &[u8], strategy: CompressionStrategy) -> Vec<u8> {
    let mut compressor = CompressorOxide::new(create_comp_flags_from_zip_params(LEVEL, WINDOW_BITS, strategy as i32));
    let mut deflated = Vec::new();
    compress_to_output(&mut compressor, bytes, TDEFLFlush::Finish, |more| {
        deflated.extend_from_slice(more);
        true
    });
    deflated
}
