//! The strongest photos of the channels that carry most of an answer are asked of the album.

use std::sync::Arc;

use crate::app::app::App;
use crate::state::StrongestPhotos;

impl App {
    /// Asks for the strongest photo of each of these channels, where an album is open; once it has run further, again.
    pub(in crate::app) fn follow_strongest(&mut self, layer: &str, channels: &[usize]) {
        let album = &self.state.album;
        let known = &mut self.state.looks_for.strongest;
        let is_of_album = |known: &Arc<StrongestPhotos>| known.of.0 == album.number && album.index.is_some();
        if known.as_ref().is_some_and(|known| !is_of_album(known)) {
            *known = None;
        }
        let Some(index) = &album.index else { return };
        let progress = index.progress();
        let Some(spec) = index.network().network.layer(layer).cloned() else { return };
        // Many photos later the strongest may be another; while they run that is not worth a look each.
        let ran = if progress.done == progress.total { progress.total } else { progress.done / 64 * 64 };
        let wanted = ((album.number, ran), layer.to_owned(), channels.to_vec());
        let requested = &mut self.requested.pictures.strongest;
        if ran == 0 || requested.as_ref() == Some(&wanted) {
            return;
        }
        *requested = Some(wanted);
        self.example_jobs.strongest(Arc::clone(index), &spec, ((album.number, ran), channels.to_vec()));
    }
}
