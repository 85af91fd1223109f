//! What `window.lens` is made of: `web/lens.js` waits where waiting is needed.

use serde::Serialize;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use super::with_app;
use crate::app::Outcome;
use crate::export::answers::Answers;
use crate::platform;

/// Classes of each classifier, as many as `classify` prints.
const CLASSES: usize = 5;

/// What is on a photo, as `classify --json` prints it.
#[derive(Serialize)]
struct Entry {
    image: String,
    #[serde(flatten)]
    answers: Answers,
}

/// Opens a file, whatever it is, from its bytes.
#[wasm_bindgen]
pub fn open(bytes: Vec<u8>, name: &str) {
    let path = platform::drops::hold(name, bytes);
    with_app(|app| app.open_path(path));
}

/// Shows a scene, as a link names it.
#[wasm_bindgen]
pub fn go(link: &str) {
    with_app(|app| app.go(link));
}

/// What is on screen as the part of a link after `#`.
#[wasm_bindgen]
pub fn link() -> String {
    with_app(|app| app.link()).unwrap_or_default()
}

/// Nothing while something is still to come; an empty sentence once it is on screen, else why it is not.
#[wasm_bindgen]
pub fn outcome() -> Option<String> {
    match with_app(|app| app.outcome())? {
        Outcome::Running => None,
        Outcome::Shown => Some(String::new()),
        Outcome::Failed(sentence) => Some(sentence),
    }
}

/// A view of the photo on screen as `export` writes it; `view` is what `--view` takes.
///
/// # Errors
/// A sentence.
#[wasm_bindgen]
pub fn export_view(view: &str) -> Result<Vec<u8>, JsError> {
    let made = with_app(|app| app.export(view)).unwrap_or_else(|| Err(anyhow::anyhow!("There is no window.")));
    made.map_err(|error| JsError::new(&error.to_string()))
}

/// What is on the photo on screen, as JSON; nothing before the first.
#[wasm_bindgen]
pub fn answers() -> Option<String> {
    let (image, answers) = with_app(|app| app.state().answers(CLASSES))??;
    serde_json::to_string(&Entry { image, answers }).ok()
}
