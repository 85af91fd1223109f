//! `--scene`: a link, the part of one from `#`, or a file.

use std::path::Path;

use anyhow::Result;

use super::load;
use crate::platform::files::FileError;
use crate::platform::files::{is_file, read_file};
use crate::state::{Link, MAX_SCENE_BYTES, Script};

/// The scenes that are meant; the step of that number, from 1, is shown first.
///
/// # Errors
/// It is neither a link nor a file that can be read; a file is no scene file, or a later version's.
pub(super) fn script(asked: &str, step: usize) -> Result<Script> {
    let script = of(asked)?;
    Ok(Script { first: step - 1, ..script })
}

fn of(asked: &str) -> Result<Script> {
    let path = Path::new(asked);
    if asked.trim_start().starts_with('#') || !is_file(path) && Link::is_in(asked) {
        return Ok(Script::of_link(asked));
    }
    let bytes = match read_file(path, MAX_SCENE_BYTES) {
        Err(FileError::Missing) => {
            return Err(anyhow::anyhow!(
                "{asked}: This is neither a scene file nor a link; check its name and folder, or begin a link with #."
            ));
        }
        read => read.map_err(|error| load::about(path, error))?,
    };
    Script::of_file(path, &bytes).map_err(|error| load::about(path, error))
}
