//! Which file a person means: the system's own dialogs.

use std::path::PathBuf;

use super::here;
use super::not_here::NotHere;

/// What a dialog asks for.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    /// What stands above it.
    pub title: String,
    /// What the files are called that can be chosen.
    pub kind: String,
    /// The endings of their names, without the dot.
    pub extensions: &'a [&'a str],
}

/// Asks for a file to open.  `answer` is called later, from any thread; never where the dialog is sent away.
///
/// # Errors
/// [`NotHere`] at once; `answer` is then never called.
pub fn open(question: Question<'_>, answer: impl FnOnce(PathBuf) + Send + 'static) -> Result<(), NotHere> {
    here::dialogs::open(question, answer)
}

/// Asks for a folder.  `answer` is called later, from any thread; never where the dialog is sent away.
///
/// # Errors
/// [`NotHere`] at once; `answer` is then never called.
pub fn open_folder(title: String, answer: impl FnOnce(PathBuf) + Send + 'static) -> Result<(), NotHere> {
    here::dialogs::open_folder(title, answer)
}

/// Asks where to write a file, with a name proposed.  `answer` is called later, from any thread, with `None` where the dialog is
/// sent away.
///
/// # Errors
/// [`NotHere`] at once; `answer` is then never called.
pub fn save(
    question: Question<'_>,
    name: &str,
    answer: impl FnOnce(Option<PathBuf>) + Send + 'static,
) -> Result<(), NotHere> {
    here::dialogs::save(question, name, answer)
}
