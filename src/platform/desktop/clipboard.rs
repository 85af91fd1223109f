//! The clipboard by arboard, and by X11 itself for pictures that arboard does not ask for.

use crate::platform::clipboard::Held;

/// The keys of the clipboard come as keys, for the program to turn into cut, copy and paste.
pub const HAS_OUR_KEYS: bool = true;

pub fn held() -> Held {
    let files = arboard::Clipboard::new().and_then(|mut clipboard| clipboard.get().file_list());
    match files {
        Ok(files) if !files.is_empty() => Held::Files(files),
        _ => picture().map_or(Held::Nothing, Held::Picture),
    }
}

/// Windows and macOS turn a copied picture into what arboard reads, which egui has asked.
#[cfg(not(all(unix, not(target_os = "macos"))))]
fn picture() -> Option<Vec<u8>> {
    None
}

/// X11 hands a picture over in the formats of the program it was copied in, of which arboard reads PNG alone.
#[cfg(all(unix, not(target_os = "macos")))]
fn picture() -> Option<Vec<u8>> {
    /// Names of formats, those first that many programs offer.
    const TARGETS: [&str; 10] = [
        "image/jpeg",
        "image/bmp",
        "image/x-bmp",
        "image/x-MS-bmp",
        "image/webp",
        "image/tiff",
        "image/gif",
        "image/avif",
        "image/heic",
        "image/jxl",
    ];
    /// For a whole picture, which comes in pieces.
    const PATIENCE: std::time::Duration = std::time::Duration::from_secs(10);
    let clipboard = x11_clipboard::Clipboard::new().ok()?;
    let atoms = &clipboard.getter.atoms;
    for target in TARGETS {
        let target = clipboard.getter.get_atom(target).ok()?;
        match clipboard.load(atoms.clipboard, target, atoms.property, PATIENCE) {
            Ok(bytes) if bytes.len() as u64 > crate::imaging::MAX_FILE_BYTES => return None,
            Ok(bytes) if !bytes.is_empty() => return Some(bytes),
            // Refused, or answered with something else than was asked for.
            Ok(_) | Err(x11_clipboard::error::Error::UnexpectedType(_)) => {}
            Err(_) => return None,
        }
    }
    None
}
