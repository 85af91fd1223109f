//! Where the program keeps its own files.

use std::path::PathBuf;

use directories::{BaseDirs, ProjectDirs};

/// Whether a program has folders of its own here.
pub const ARE_HERE: bool = true;

/// The folder for the program's own data; `None` on a system without one.
pub fn data() -> Option<PathBuf> {
    let folders = ProjectDirs::from("", "", "inception-lens")?;
    Some(folders.data_local_dir().to_owned())
}

/// The folder for what can be made again; `None` on a system without one.
pub fn cache() -> Option<PathBuf> {
    let folders = ProjectDirs::from("", "", "inception-lens")?;
    Some(folders.cache_dir().to_owned())
}

/// The person's home folder; `None` where there are none.
pub fn home() -> Option<PathBuf> {
    Some(BaseDirs::new()?.home_dir().to_owned())
}
