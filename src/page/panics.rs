//! A panic ends the program: the page is told, so that it can say what to do.

use web_sys::{CustomEvent, CustomEventInit};

/// From now on a panic is an event `lens-panic` of the window, with its words and place.
pub fn report() {
    std::panic::set_hook(Box::new(|panic| {
        let event = CustomEventInit::new();
        event.set_detail(&panic.to_string().into());
        let event = CustomEvent::new_with_event_init_dict("lens-panic", &event);
        if let (Some(window), Ok(event)) = (web_sys::window(), event) {
            // Nobody is left to be told of a failure.
            let _ = window.dispatch_event(&event);
        }
    }));
}
