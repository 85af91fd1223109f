//! *Save scene*: what is on screen as a scene file, or as one more step of one.

use std::path::{Component, Path, PathBuf};

use crate::engine::{Origin, UserError};
use crate::imaging::MAX_FILE_BYTES;
use crate::platform::files::{absolute, read_file};
use crate::state::{MAX_SCENE_BYTES as MAX_BYTES, SceneFile, ScenePhoto, SceneStep};
use crate::weights::{FilesBeside, sha256};

/// A step to be written.
pub struct SceneJob {
    pub(in crate::app) link: String,
    pub(in crate::app) text: Option<String>,
    /// The photo's bytes and where its file may be; `None` for a sample.
    pub(in crate::app) photo: Option<(Origin, Vec<PathBuf>)>,
    /// Whether it comes after the steps of a file that is there.
    pub is_added: bool,
}

/// What was made of it.
pub struct SceneBytes {
    /// The file.
    pub bytes: Vec<u8>,
    /// Whether the photo on screen is in it.
    pub has_photo: bool,
}

impl SceneJob {
    /// The bytes of the file at `path`.
    ///
    /// # Errors
    /// The file that is to have one step more cannot be read, or is no scene file.
    pub fn file(self, path: &Path) -> Result<SceneBytes, UserError> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let mut steps = Vec::new();
        if self.is_added {
            let bytes = read_file(path, MAX_BYTES).map_err(|error| UserError::about(&name, error))?;
            steps = SceneFile::parse(&bytes).map_err(|error| UserError::about(&name, error))?.steps;
        }
        let photo = self.photo.as_ref().map(|(origin, candidates)| photo(origin, candidates, path));
        let has_photo = !matches!(photo, Some(None));
        steps.push(SceneStep { link: self.link, text: self.text, photo: photo.flatten() });
        let bytes = SceneFile::new(steps).to_bytes().map_err(UserError::new)?;
        Ok(SceneBytes { bytes, has_photo })
    }
}

/// The file that holds these bytes, as a scene file at `scene` names it.
fn photo(origin: &Origin, candidates: &[PathBuf], scene: &Path) -> Option<ScenePhoto> {
    let Origin::Encoded(bytes) = origin else { return None };
    let of = |bytes: &[u8]| sha256(bytes, &FilesBeside::default());
    let wanted = of(bytes);
    let holds = |path: &&PathBuf| read_file(path, MAX_FILE_BYTES).is_ok_and(|bytes| of(&bytes) == wanted);
    let path = candidates.iter().find(holds)?;
    let folder = absolute(scene);
    let folder = folder.parent().unwrap_or(Path::new(""));
    Some(ScenePhoto { path: relative(&absolute(path), folder), sha256: Some(wanted) })
}

/// A path as seen from a folder, with slashes, so that both can be moved together; as it is where they share nothing.
fn relative(path: &Path, folder: &Path) -> PathBuf {
    let (mut path_parts, mut folder_parts) = (path.components().peekable(), folder.components().peekable());
    let mut shared = 0;
    while path_parts.peek().is_some() && path_parts.peek() == folder_parts.peek() {
        path_parts.next();
        folder_parts.next();
        shared += 1;
    }
    // A root or a drive is no folder that both are in.
    if shared == 0 || path_parts.clone().any(|part| matches!(part, Component::Prefix(_))) {
        return path.to_owned();
    }
    let up = folder_parts.map(|_| "..".to_owned());
    let down = path_parts.map(|part| part.as_os_str().to_string_lossy().into_owned());
    PathBuf::from(up.chain(down).collect::<Vec<String>>().join("/"))
}
