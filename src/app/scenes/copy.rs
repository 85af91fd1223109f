//! *Copy link*.

use crate::app::app::App;
use crate::platform;
use crate::state::{Link, MessageKind, MessageText};

impl App {
    /// Copies what is on screen as a link, after the base address of the settings.
    pub(in crate::app) fn copy_link(&mut self, now_seconds: f64) {
        let link = Link::of(&self.state);
        let has_photo = link.get(crate::state::Key::Photo).is_some() || self.state.shown().is_none();
        let base = match self.state.settings.link_base.trim() {
            "" => platform::address().unwrap_or_default(),
            base => base.to_owned(),
        };
        self.window.copied = Some(format!("{base}#{link}"));
        let key = if has_photo { "link-copied" } else { "link-copied-without-photo" };
        self.say(MessageKind::Note, MessageText::plain(key), now_seconds);
    }
}
