//! Checksums of what is given away.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

/// Writes `SHA256SUMS` of the folder's files, as `sha256sum --check` reads it.
///
/// # Errors
/// A file cannot be read or written.
pub fn write(folder: &Path) -> anyhow::Result<()> {
    const NAME: &str = "SHA256SUMS";
    let mut lines = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_file() && name != NAME {
            let sum: String = Sha256::digest(fs::read(&path)?).iter().map(|byte| format!("{byte:02x}")).collect();
            lines.push(format!("{sum}  {name}\n"));
        }
    }
    lines.sort_by(|one, other| one[64..].cmp(&other[64..]));
    print!("{}", lines.concat());
    Ok(fs::write(folder.join(NAME), lines.concat())?)
}
