//! Albums.

use crate::album::{AlbumError, Note};
use crate::locale::text::{tr, tr_with};

/// Why an album cannot be opened, run or asked; `None` where no folder of a person's can bring it about.
pub(super) fn album(error: &AlbumError) -> Option<String> {
    let because = |key, cause: &str| Some(tr_with(key, &[("cause", cause)]));
    match error {
        AlbumError::Missing => Some(tr("error-album-missing")),
        AlbumError::NotAFolder => Some(tr("error-album-not-a-folder")),
        AlbumError::Forbidden => Some(tr("error-album-forbidden")),
        AlbumError::Unreadable { cause } => because("error-album-unreadable", cause),
        AlbumError::NoPhotos => Some(tr("error-album-no-photos")),
        AlbumError::TooManyFiles { limit } => Some(tr_with("error-album-too-many", &[("limit", limit.to_string())])),
        AlbumError::Vanished => Some(tr("error-album-vanished")),
        AlbumError::NoBuiltIn => Some(tr("error-album-no-built-in")),
        AlbumError::Busy => Some(tr("error-album-busy")),
        AlbumError::LaterVersion { found, known } => {
            let values = [("found", found.to_string()), ("known", known.to_string())];
            Some(tr_with("error-album-later", &values))
        }
        AlbumError::NoSpace { cause } => because("error-album-no-space", cause),
        AlbumError::Store { cause } => because("error-album-store", cause),
        AlbumError::Model(error) => super::model(error),
        AlbumError::UnknownLayer { .. }
        | AlbumError::UnknownChannel { .. }
        | AlbumError::NotRun
        | AlbumError::Stopped => None,
    }
}

/// What a person should know about an album.
#[must_use]
pub fn album_note_text(note: &Note) -> String {
    let count = |key, name, count: usize| tr_with(key, &[(name, count as f64)]);
    match note {
        Note::TooMany { found, taken } => {
            tr_with("album-note-too-many", &[("found", *found as f64), ("taken", *taken as f64)])
        }
        Note::Unlisted { folders } => count("album-note-unlisted", "count", *folders),
        Note::Damaged => tr("album-note-damaged"),
        Note::NotKept { cause } => tr_with("album-note-not-kept", &[("cause", &**cause)]),
        Note::Evicted { albums } => count("album-note-evicted", "count", *albums),
    }
}
