//! *Save scene*: what is on screen as a scene file, or as one more step of one.

use std::path::{Component, Path, PathBuf};

use super::file::{MAX_BYTES, SceneFile, ScenePhoto, SceneStep};
use super::link::{Key, Link};
use crate::app::app::App;
use crate::app::files::read_file;
use crate::engine::{Origin, UserError};
use crate::imaging::MAX_FILE_BYTES;
use crate::platform::files::absolute;
use crate::weights::{FilesBeside, sha256};

/// A step to be written.
pub struct SceneJob {
    link: String,
    text: Option<String>,
    /// The photo's bytes and where its file may be; `None` for a sample.
    photo: Option<(Origin, Vec<PathBuf>)>,
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

impl App {
    /// What is on screen as a step, with what is told beside it.
    pub(in crate::app) fn scene_job(&self, text: &str, is_added: bool) -> SceneJob {
        let state = &self.state;
        let link = Link::of(state);
        let opened = state.session.first.opened().map(|shown| &shown.photo);
        let own = opened.filter(|_| link.get(Key::Photo).is_none());
        let photo = own.map(|photo| {
            let is_called =
                |path: &&PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy() == *photo.name);
            let recent = state.settings.recent_photos.iter();
            let candidates = self.scenes.file.iter().chain(recent).chain(&self.opened).filter(is_called);
            (photo.origin(), candidates.cloned().collect())
        });
        let text = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        SceneJob { link: link.to_string(), text, photo, is_added }
    }

    /// Asks where the scene is to be written, or to which file it is to be added.
    pub(in crate::app) fn save_scene(&mut self, text: &str, is_added: bool) {
        self.send_home(crate::app::take_home::ExportJob::Scene(Box::new(self.scene_job(text, is_added))));
    }
}
