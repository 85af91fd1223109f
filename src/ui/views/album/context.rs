//! What every part of the view is drawn from.

use std::sync::Arc;

use egui::{TextureHandle, TextureOptions, Ui};

use super::facts::Facts;
use crate::album::{Album, Photo};
use crate::state::{AlbumChoices, State};
use crate::ui::look::photo_image;
use crate::ui::style::Theme;
use crate::ui::textures::Textures;

/// What every part of the view is drawn from.
#[derive(Clone, Copy)]
pub(super) struct AlbumContext<'a> {
    pub state: &'a State,
    pub album: &'a Album,
    pub facts: &'a Facts,
    pub theme: &'a Theme,
}

impl<'a> AlbumContext<'a> {
    /// What is chosen to be seen.
    pub fn choices(&self) -> &'a AlbumChoices {
        &self.state.album.choices
    }

    /// The photo at a position of the album.
    pub fn photo(&self, position: usize) -> Option<&'a Arc<Photo>> {
        self.album.photos.get(position)
    }

    /// Whether it belongs to other weights than those in use.
    pub fn is_stale(&self) -> bool {
        let in_use = self.state.loaded().map(|loaded| loaded.sha256.as_str());
        in_use.is_some_and(|sha256| self.state.album.is_stale(sha256))
    }

    /// Whether nothing may move.
    pub fn is_still(&self) -> bool {
        self.state.still || self.state.settings.reduce_motion
    }

    /// The small picture of a photo as a texture; where it is not there yet it is wanted.
    pub fn thumbnail(
        &self,
        ui: &Ui,
        photo: usize,
        textures: &mut Textures,
        wanted: &mut Vec<usize>,
    ) -> Option<TextureHandle> {
        let album = &self.state.album;
        let key = ("album thumbnail", album.number, photo);
        if let Some(texture) = textures.find(key) {
            return Some(texture);
        }
        match album.thumbnails.get(photo) {
            // Many come at once; a picture on paper has no next frame.
            Some(_) if textures.has_made_enough() && !self.state.still => {
                ui.ctx().request_repaint();
                None
            }
            Some(pixels) => Some(textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(pixels))),
            None => {
                if !album.thumbnails.has(photo) {
                    wanted.push(photo);
                }
                None
            }
        }
    }
}
