//! What a person asks of pictures is done.

use crate::app::app::App;
use crate::state::PictureCommand;

impl App {
    pub(in crate::app) fn apply_to_picture(&mut self, command: PictureCommand) {
        let looks_for = &mut self.state.looks_for;
        match command {
            PictureCommand::Wish(wishes) => looks_for.wishes = wishes,
            PictureCommand::MakeFiner => self.make_finer(),
            PictureCommand::RetryPicture => looks_for.picture.asked = None,
            PictureCommand::SetTiles(tiles) => looks_for.tiles = tiles,
            PictureCommand::SetTileOrder(order) => looks_for.order = order,
            PictureCommand::SeeTiles(order, visible) => self.see_tiles(order, visible),
            PictureCommand::RetryTile(channel) => self.retry_tile(channel),
            PictureCommand::SetPhotos(photos) => looks_for.photos = photos,
            PictureCommand::Quiz(command) => looks_for.quiz.apply(command, looks_for.examples.as_deref()),
            PictureCommand::NameChannel(channel, name) => self.name_channel(channel, &name),
        }
    }
}
