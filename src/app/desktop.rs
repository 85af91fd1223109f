//! What comes from outside the window: file dialogs, dropped files, the clipboard.

use std::sync::Arc;

use super::app::App;
use super::chooser::Picked;
use super::files::pasted_path;
use crate::engine::{Origin, PhotoSource};
use crate::locale::photo_names::PASTED;
use crate::platform::drops;
use crate::state::{Link, Script};

impl App {
    /// Files dropped on the window, of which the last wins, pictures and paths pasted into it.
    pub(super) fn take_dropped_and_pasted(&mut self, ctx: &egui::Context) {
        let (dropped, pasted, pointer) = ctx.input(|input| {
            let pasted: Vec<egui::Event> = input
                .events
                .iter()
                .filter(|event| matches!(event, egui::Event::Paste(_) | egui::Event::PasteImage(_)))
                .cloned()
                .collect();
            let pointer = input.pointer.latest_pos();
            (input.raw.dropped_files.clone(), pasted, pointer)
        });
        // Over the second photo it takes the second's place.
        let is_second = pointer.is_some_and(|place| self.scene.compare.is_second(place));
        if let Some(target) = self.tray_under(pointer).filter(|_| !dropped.is_empty()) {
            let sender = self.picked.0.clone();
            drops::read_all(&dropped, move |paths| drop(sender.send(Picked::ForTray(target, paths))));
        } else if !dropped.is_empty() {
            let sender = self.picked.0.clone();
            // The window may have been closed when a file is read.
            drops::read(&dropped, move |path| {
                drop(sender.send(if is_second { Picked::SecondPhoto(path) } else { Picked::Photo(path) }));
            });
        }
        let is_typing = ctx.text_edit_focused();
        for event in pasted {
            match event {
                egui::Event::PasteImage(image) => self.open_pixels(&image),
                egui::Event::Paste(text) if !is_typing => self.open_pasted(&text),
                _ => {}
            }
        }
    }

    fn open_pixels(&mut self, image: &egui::ColorImage) {
        let [width, height] = image.size.map(|side| side as u32);
        // Over white, as the decoder does with a file's alpha.
        let pixels = image.pixels.iter().flat_map(|pixel| {
            let white = 255 - u16::from(pixel.a());
            [pixel.r(), pixel.g(), pixel.b()].map(|value| (u16::from(value) + white).min(255) as u8)
        });
        if let Some(pixels) = image::RgbImage::from_raw(width, height, pixels.collect()) {
            let origin = Origin::Pixels(Arc::new(pixels));
            self.open(PhotoSource::Ready { name: PASTED.to_owned(), origin });
        }
    }

    /// A pasted text is taken for a link to a scene, else for the path or the address of a file, as file managers copy it.
    fn open_pasted(&mut self, text: &str) {
        let is_link = text.lines().count() == 1 && text.contains('#') && Link::is_in(text);
        if is_link {
            self.play(Script::of_link(text));
        } else if let Some(path) = pasted_path(text) {
            self.open_path(path);
        }
    }
}
