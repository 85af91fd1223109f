//! Which file a person means: the browser's own dialog, of which a page learns what is in the file, never where it is.

use std::path::PathBuf;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{File, HtmlInputElement};

use super::{drops, script};
use crate::platform::dialogs::Question;
use crate::platform::not_here::NotHere;

/// Asks for files; of several the first is meant, and the others lie beside it.
///
/// # Errors
/// [`NotHere`] in a worker.
pub fn open(question: Question<'_>, answer: impl FnOnce(PathBuf) + Send + 'static) -> Result<(), NotHere> {
    let endings: Vec<String> = question.extensions.iter().map(|ending| format!(".{ending}")).collect();
    let input = script::document().ok().and_then(|document| document.create_element("input").ok());
    let input = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()).ok_or(NotHere)?;
    input.set_type("file");
    input.set_multiple(true);
    input.set_accept(&endings.join(","));
    let chosen = input.clone();
    let answered = Closure::once_into_js(move || {
        let files = chosen.files();
        let files: Vec<File> =
            files.iter().flat_map(|files| (0..files.length()).filter_map(|at| files.get(at))).collect();
        drops::open(files, answer);
    });
    input.set_onchange(Some(answered.unchecked_ref()));
    input.click();
    Ok(())
}

/// Never asks: a page has no folders.
///
/// # Errors
/// Always.
pub fn open_folder(_title: String, _answer: impl FnOnce(PathBuf) + Send + 'static) -> Result<(), NotHere> {
    Err(NotHere)
}

/// Answers with the name proposed: the browser knows where downloads go.
///
/// # Errors
/// None.
pub fn save(
    _question: Question<'_>,
    name: &str,
    answer: impl FnOnce(Option<PathBuf>) + Send + 'static,
) -> Result<(), NotHere> {
    answer(Some(PathBuf::from(name)));
    super::wake();
    Ok(())
}
