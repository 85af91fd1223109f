//! What a person can ask of pictures.

use std::ops::Range;

use super::{Photos, QuizCommand, TileKind, TileOrder, Wishes};
use crate::app::app::App;

/// One wish.
#[derive(Clone, Debug, PartialEq)]
pub enum PictureCommand {
    /// Make the picture differently.
    Wish(Wishes),
    /// Make it as fine as it gets.
    MakeFiner,
    /// Try it again.
    RetryPicture,
    /// Show pictures or patches of photos in the atlas.
    SetTiles(TileKind),
    /// Put the atlas in that order.
    SetTileOrder(TileOrder),
    /// Of the channels in that order these places are in sight.
    SeeTiles(Vec<usize>, Range<usize>),
    /// Make a channel's picture in the atlas again, with other random numbers.
    RetryTile(usize),
    /// Show these photos of the album.
    SetPhotos(Photos),
    /// Something about the quiz.
    Quiz(QuizCommand),
    /// Call a channel of the selected layer so; an empty name takes it away.
    NameChannel(usize, String),
}

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
