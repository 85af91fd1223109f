//! Albums.

use crate::album::{AlbumError, MOST_BYTES, Note};
use crate::locale::text::{tr, tr_with};

const GIGABYTE: u64 = 1_000_000_000;

/// Why an album cannot be opened, run or asked; `None` for what is said in English only.
pub(super) fn album(error: &AlbumError) -> Option<String> {
    let because = |key, cause: &str| tr_with(key, &[("cause", cause)]);
    Some(match error {
        AlbumError::Missing => tr("error-album-missing"),
        AlbumError::NotAFolder => tr("error-album-not-a-folder"),
        AlbumError::Forbidden => tr("error-album-forbidden"),
        AlbumError::Unreadable { cause } => because("error-album-unreadable", cause),
        AlbumError::NoPhotos => tr("error-album-no-photos"),
        AlbumError::TooManyFiles { limit } => tr_with("error-album-too-many-files", &[("limit", limit.to_string())]),
        AlbumError::Vanished => tr("error-album-vanished"),
        AlbumError::NoBuiltIn => tr("error-album-none-inside"),
        AlbumError::Busy => tr("error-album-busy"),
        AlbumError::LaterVersion { found, known } => {
            tr_with("error-album-later", &[("found", found.to_string()), ("known", known.to_string())])
        }
        AlbumError::NoSpace { cause } => because("error-album-no-space", cause),
        AlbumError::Store { cause } => because("error-album-store", cause),
        AlbumError::UnknownLayer { name } => tr_with("error-album-layer", &[("name", &**name)]),
        AlbumError::UnknownChannel { name, channel, last } => {
            let values = [("name", name.clone()), ("channel", channel.to_string()), ("last", last.to_string())];
            tr_with("error-off-no-channel", &values)
        }
        AlbumError::NotRun => tr("error-album-not-run"),
        AlbumError::Stopped => tr("error-album-stopped"),
        AlbumError::Model(error) => return super::model(error),
    })
}

/// What a person should know about an album.
#[must_use]
pub fn album_note_text(note: &Note) -> String {
    match note {
        Note::TooMany { found, taken } => {
            tr_with("album-note-too-many", &[("found", found.to_string()), ("taken", taken.to_string())])
        }
        Note::Unlisted { folders } => tr_with("album-note-unlisted", &[("folders", *folders as f64)]),
        Note::Damaged => tr("album-note-damaged"),
        Note::NotKept { cause } => tr_with("album-note-not-kept", &[("cause", &**cause)]),
        Note::InMemory => tr("album-kept-nowhere"),
        Note::Evicted { albums } => {
            let gigabytes = MOST_BYTES / GIGABYTE;
            tr_with("album-note-evicted", &[("albums", *albums as f64), ("gigabytes", gigabytes as f64)])
        }
    }
}
