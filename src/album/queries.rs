//! What an index is asked.  Photos are positions in [`super::Album::photos`].

use std::sync::Arc;

use image::RgbImage;

use super::error::AlbumError;
use super::index::Index;
use super::layers::AlbumLayer;
use crate::analysis::Scores;
use crate::engine::{PhotoSource, UserError};
use crate::imaging::Prepared;

/// The strongest cell of a channel on a photo.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Peak {
    /// The photo.
    pub photo: usize,
    /// The channel's largest value there, after ReLU; exact to 2^-16 of itself.
    pub value: f32,
    /// Row and column of the first cell that has it.
    pub cell: [usize; 2],
}

/// A photo that fires a channel.
pub type Example = Peak;

/// What a channel adds to a class's logit on a photo.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Useful {
    /// The photo.
    pub photo: usize,
    /// `w x mean`: the class's weight of the channel of 5b times the mean of its map.
    pub value: f32,
}

/// Mean of every channel of a layer on every photo that has run.
#[derive(Clone, Debug, PartialEq)]
pub struct Means {
    /// The photos, in order.
    pub photos: Vec<usize>,
    /// Number of channels.
    pub channels: usize,
    /// `[photos, channels]`, as kept: 11 bits of precision.
    pub values: Vec<f32>,
}

impl Index {
    /// The layers whose channels are kept.
    pub fn layers(&self) -> &[AlbumLayer] {
        todo!()
    }

    /// The layer and channel behind a name as traced: one of [`super::LAYERS`], a branch of a module (`inception4d.branch2.1`), a
    /// pool or its paper name ("4d").
    ///
    /// # Errors
    /// [`AlbumError::UnknownLayer`], [`AlbumError::UnknownChannel`].
    pub fn channel(&self, _layer: &str, _channel: usize) -> Result<(AlbumLayer, usize), AlbumError> {
        todo!()
    }

    /// The nine photos that fire a channel most, strongest first, equal ones in the order of the photos; fewer where fewer have run.
    /// From memory, for any channel of the layer at once.
    ///
    /// # Errors
    /// As [`Self::channel`].
    pub fn examples(&self, _layer: &str, _channel: usize) -> Result<Vec<Example>, AlbumError> {
        todo!()
    }

    /// The strongest cell on every photo that has run, in the order of the photos: for a histogram, a rank, a spectrum.  Reads files
    /// (the layer asked for last stays in memory).
    ///
    /// # Errors
    /// As [`Self::channel`]; [`AlbumError::Store`].
    pub fn maxima(&self, _layer: &str, _channel: usize) -> Result<Arc<[Peak]>, AlbumError> {
        todo!()
    }

    /// Means of all channels of a layer, for map and neighbours; `avgpool` is 5b.  Reads files (the layer asked for last stays).
    ///
    /// # Errors
    /// [`AlbumError::UnknownLayer`], [`AlbumError::Store`].
    pub fn means(&self, _layer: &str) -> Result<Arc<Means>, AlbumError> {
        todo!()
    }

    /// The 32 x 32 pictures of all photos that have run, as [`Means`] of 3,072 "channels", 0 to 255.  Reads files.
    ///
    /// # Errors
    /// [`AlbumError::Store`].
    pub fn pixels(&self) -> Result<Arc<Means>, AlbumError> {
        todo!()
    }

    /// Photos by what a channel of 5b adds to a class's logit, most first: in 5b exactly `w x mean`, and the logit is their sum over
    /// the channels plus the bias.  Reads files.
    ///
    /// # Errors
    /// [`AlbumError::UnknownChannel`] for a channel or class that is not there, [`AlbumError::Store`].
    pub fn useful(&self, _class: usize, _channel: usize) -> Result<Vec<Useful>, AlbumError> {
        todo!()
    }

    /// What all heads say about a photo that has run, all logits.  Reads a file.
    ///
    /// # Errors
    /// [`AlbumError::NotRun`], [`AlbumError::Store`].
    pub fn scores(&self, _photo: usize) -> Result<Vec<Scores>, AlbumError> {
        todo!()
    }

    /// A small copy of what the network saw of a photo, 160 x 160 pixels; of one that has not run it is made now.  Reads a file.
    ///
    /// # Errors
    /// The photo's, as a sentence without a path.
    pub fn thumbnail(&self, _photo: usize) -> Result<RgbImage, UserError> {
        todo!()
    }

    /// What the network sees of a photo, 224 x 224 pixels, decoded anew.  Reads a file.
    ///
    /// # Errors
    /// The photo's, as a sentence without a path.
    pub fn prepared(&self, _photo: usize) -> Result<Prepared, UserError> {
        todo!()
    }

    /// The photo, to be opened in all views.
    pub fn source(&self, _photo: usize) -> PhotoSource {
        todo!()
    }
}
