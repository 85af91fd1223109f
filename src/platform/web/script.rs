//! What is asked of the browser itself.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, CustomEvent, CustomEventInit, Document, HtmlAnchorElement, Url, Window};

/// How long the browser may take to begin with a download, milliseconds.
const PATIENCE_MS: i32 = 60_000;

/// The window of the page.
///
/// # Errors
/// There is none: this is a worker.
pub(super) fn window() -> Result<Window, String> {
    web_sys::window().ok_or_else(|| "there is no page".to_owned())
}

/// What is in that window.
///
/// # Errors
/// There is nothing.
pub(super) fn document() -> Result<Document, String> {
    window()?.document().ok_or_else(|| "there is no page".to_owned())
}

/// An error of the browser in its own words.
pub(super) fn words(error: &JsValue) -> String {
    let message = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    message.or_else(|| error.as_string()).unwrap_or_else(|| "the browser does not say why".to_owned())
}

/// Tells the page something: an event of its window with that name.
pub fn tell(name: &str, what: impl Into<JsValue>) {
    let event = CustomEventInit::new();
    event.set_detail(&what.into());
    let event = CustomEvent::new_with_event_init_dict(name, &event);
    if let (Some(window), Ok(event)) = (web_sys::window(), event) {
        // Nobody is left to be told of a failure.
        let _ = window.dispatch_event(&event);
    }
}

/// Hands bytes to the person as a file of that name.
///
/// # Errors
/// The browser's words.
pub(super) fn download(name: &str, bytes: &[u8]) -> Result<(), String> {
    let say = |error: JsValue| words(&error);
    let kind = BlobPropertyBag::new();
    kind.set_type("application/octet-stream");
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &kind).map_err(say)?;
    let address = Url::create_object_url_with_blob(&blob).map_err(say)?;
    let link = document()?.create_element("a").map_err(say)?;
    let link = link.dyn_into::<HtmlAnchorElement>().map_err(|_| "the page has no links".to_owned())?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let forget = wasm_bindgen::closure::Closure::once_into_js(move || drop(Url::revoke_object_url(&address)));
    let later = window()?.set_timeout_with_callback_and_timeout_and_arguments_0(forget.unchecked_ref(), PATIENCE_MS);
    later.map(drop).map_err(say)
}
