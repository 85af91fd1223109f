//! What may move, and how it is opened.

use std::path::{Path, PathBuf};

use crate::live::{Open, animation};
use crate::locale::photo_names::{LIVE_CAMERA, STANDARD_INPUT};
use crate::platform::live::{self, Address, AddressError, Calm, Patience};
use crate::platform::{NotHere, files};

/// A moving source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LiveSource {
    /// An animated GIF, WebP or PNG.
    File(PathBuf),
    /// Pictures that are put into a folder.
    Folder(PathBuf),
    /// A stream of pictures by its address.
    Address(Address),
    /// Pictures on the standard input.
    StandardInput,
    /// The camera of this computer.
    Camera,
}

impl LiveSource {
    /// What is meant by a word of the command line: `-`, an address with `://`, `camera` where no file is called so, a folder, a file.
    ///
    /// # Errors
    /// An address that is none.
    pub fn of_word(word: &str) -> Result<Self, AddressError> {
        let path = Path::new(word);
        Ok(match word {
            "-" => Self::StandardInput,
            "camera" if !files::is_file(path) && !files::is_folder(path) => Self::Camera,
            // The path of a file may be written as an address too.
            word if word.contains("://") => match files::of_address(word) {
                Some(path) => Self::of_path(path),
                None => Self::Address(live::address(word)?),
            },
            _ => Self::of_path(path.to_owned()),
        })
    }

    fn of_path(path: PathBuf) -> Self {
        if files::is_folder(&path) { Self::Folder(path) } else { Self::File(path) }
    }

    /// What it is called, in every language the same to the program; of an address the host alone.
    pub fn name(&self) -> String {
        let last = |path: &Path| {
            path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
        };
        match self {
            Self::File(path) | Self::Folder(path) => last(path),
            Self::Address(address) => address.host.clone(),
            Self::StandardInput => STANDARD_INPUT.to_owned(),
            Self::Camera => LIVE_CAMERA.to_owned(),
        }
    }

    /// How its frames are had; `None` of a camera.
    pub(crate) fn open(&self) -> Option<Result<Open, NotHere>> {
        match self {
            Self::File(path) => Some(Ok(animation(path.clone()))),
            Self::Folder(path) => Some(live::folder(path.clone(), Calm::default())),
            Self::Address(address) => Some(live::stream(address.clone(), Patience::default())),
            Self::StandardInput => Some(live::standard_input()),
            Self::Camera => None,
        }
    }
}
