//! What a person can ask of pictures.

use std::ops::Range;

use super::{Photos, QuizCommand, TileKind, TileOrder, Wishes};

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
