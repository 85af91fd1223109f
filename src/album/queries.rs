//! What an index is asked.  Photos are positions in [`super::Album::photos`].

use std::sync::Arc;

use half::f16;
use image::RgbImage;

use super::crossing::News;
use super::error::AlbumError;
use super::found::{Example, Means, Peak};
use super::index::Index;
use super::layers::{self, AlbumLayer};
use super::photo::State;
use super::record::{self, PICTURE_BYTES};
use super::segment::{Part, Segment};
use super::state::{Home, Kept, Spot};
use crate::analysis::Scores;
use crate::engine::pipeline::decode_photo;
use crate::engine::{Origin, PhotoSource, UserError};
use crate::imaging::Prepared;
use crate::spec::Op;

/// The layer whose means are the averages that the last layer reads.
pub(super) const LAST: &str = "inception5b";

impl Index {
    /// The layers whose channels are kept.
    pub fn layers(&self) -> &[AlbumLayer] {
        &self.shared.layers
    }

    /// The layer and channel behind a name as traced: one of [`super::LAYERS`], a branch of a module (`inception4d.branch2.1`), a
    /// pool between stages, or its paper name ("4d").
    ///
    /// # Errors
    /// [`AlbumError::UnknownLayer`], [`AlbumError::UnknownChannel`].
    pub fn channel(&self, layer: &str, channel: usize) -> Result<(AlbumLayer, usize), AlbumError> {
        layers::find(&self.shared.layers, &self.shared.network.network, layer, channel)
    }

    /// The nine photos that fire a channel most, strongest first, equal ones in the order of the photos; fewer where fewer have run.
    /// From memory.
    ///
    /// # Errors
    /// As [`Self::channel`].
    pub fn examples(&self, layer: &str, channel: usize) -> Result<Vec<Example>, AlbumError> {
        let (layer, channel) = self.channel(layer, channel)?;
        Ok(self.state().strongest.of(layer.first + channel, layer.side))
    }

    /// The strongest cell on every photo that has run, in the order of the photos: for a histogram, a rank, a spectrum.  Reads files:
    /// a few milliseconds for 10,000 photos.
    ///
    /// # Errors
    /// As [`Self::channel`]; [`AlbumError::Store`].
    pub fn maxima(&self, layer: &str, channel: usize) -> Result<Arc<[Peak]>, AlbumError> {
        let (layer, channel) = self.channel(layer, channel)?;
        let (index, position) = (layer.index, layer.first + channel);
        let rows = self.rows(
            |segment| vec![segment.maxima(index, channel), segment.cells(index, channel)],
            |segment, parts| {
                let cells = segment.read_cells(index, &parts[1]);
                Segment::read_maxima(&parts[0]).zip(cells).collect::<Vec<_>>()
            },
            |record| (record.maxima[position], record.cells[position]),
        )?;
        Ok(rows.into_iter().map(|(photo, (value, cell))| Peak::new(photo, value, cell, layer.side)).collect())
    }

    /// Means of all channels of a layer, for map and neighbours; `avgpool` is 5b.  Reads files.
    ///
    /// # Errors
    /// [`AlbumError::UnknownLayer`], [`AlbumError::Store`].
    pub fn means(&self, layer: &str) -> Result<Arc<Means>, AlbumError> {
        let name = if layer == "avgpool" { LAST } else { layer };
        let (layer, first) = self.channel(name, 0)?;
        let spec = self.shared.network.network.layer(&layers::traced_name(name));
        // A pool has the maxima of what it reads, but means of its own.
        let spec = spec.filter(|spec| !matches!(spec.op, Op::MaxPool(_)));
        let channels = spec.ok_or_else(|| AlbumError::UnknownLayer { name: name.to_owned() })?.output.channels();
        let part = first..first + channels;
        let rows = self.rows(
            |segment| vec![segment.means(layer.index)],
            |_, parts| {
                let means = Segment::read_means(&parts[0]);
                means.chunks_exact(layer.channels).map(|row| row[part.clone()].to_vec()).collect()
            },
            |record| record.means[layer.first..][part.clone()].to_vec(),
        )?;
        Ok(Arc::new(Means::new(channels, rows)))
    }

    /// The 32 x 32 pictures of all photos that have run, as [`Means`] of 3,072 "channels", 0 to 255.  Reads files.
    ///
    /// # Errors
    /// [`AlbumError::Store`].
    pub fn pixels(&self) -> Result<Arc<Means>, AlbumError> {
        let wide = |bytes: &[u8]| bytes.iter().map(|&byte| f16::from(byte)).collect::<Vec<_>>();
        let rows = self.rows(
            |segment| vec![segment.pictures()],
            |_, parts| parts[0].chunks_exact(PICTURE_BYTES).map(wide).collect(),
            |record| wide(&record.picture),
        )?;
        Ok(Arc::new(Means::new(PICTURE_BYTES, rows)))
    }

    /// What all heads say about a photo that has run, all logits.  Reads a file.
    ///
    /// # Errors
    /// [`AlbumError::NotRun`], [`AlbumError::Store`].
    pub fn scores(&self, photo: usize) -> Result<Vec<Scores>, AlbumError> {
        let logits = match self.spot(photo).ok_or(AlbumError::NotRun)? {
            Found::Kept(kept, row) => Segment::read_logits(&self.read(&kept, kept.segment.photo_logits(row))?),
            Found::Pending(record) => record.logits.clone(),
        };
        Ok(self.shared.scores(&logits))
    }

    /// A small copy of what the network saw of a photo, 160 x 160 pixels; of one that has not run it is made now.  Reads a file.
    ///
    /// # Errors
    /// The photo's, as a sentence without a path.
    pub fn thumbnail(&self, photo: usize) -> Result<RgbImage, UserError> {
        let bytes = match self.spot(photo) {
            Some(Found::Kept(kept, row)) => self.read(&kept, kept.segment.thumbnail(row)).unwrap_or_default(),
            Some(Found::Pending(record)) => record.thumbnail.clone(),
            None => Vec::new(),
        };
        match decode_photo(&bytes) {
            Ok(thumbnail) => Ok(thumbnail),
            Err(_) => Ok(record::thumbnail(&self.prepared(photo)?.pixels)),
        }
    }

    /// What the network sees of a photo, 224 x 224 pixels, decoded anew.  Reads a file.
    ///
    /// # Errors
    /// The photo's, as a sentence without a path.
    pub fn prepared(&self, photo: usize) -> Result<Prepared, UserError> {
        self.shared.prepared(photo)
    }

    /// The photo, to be opened in all views; `None` where there is none of that number.
    pub fn source(&self, photo: usize) -> Option<PhotoSource> {
        let file = self.shared.files.get(photo)?;
        let name = file.path.rsplit('/').next().unwrap_or(&file.path).to_owned();
        let shared = Arc::clone(&self.shared);
        Some(match &file.place {
            super::listing::FilePlace::BuiltIn(bytes) => {
                PhotoSource::Ready { name, origin: Origin::Encoded((*bytes).into()) }
            }
            super::listing::FilePlace::Path(_) => {
                let about = name.clone();
                let read =
                    move || shared.bytes(photo).map_err(|error| UserError { file: Some(about.clone()), ..error });
                PhotoSource::File { name, read: Arc::new(read) }
            }
        })
    }

    /// A row of every photo that has run, in order: of its segment, whose parts are read once, or of its record.
    fn rows<T: Clone>(
        &self,
        wanted: impl Fn(&Segment) -> Vec<Part>,
        of_segment: impl Fn(&Segment, &[Vec<u8>]) -> Vec<T>,
        of_record: impl Fn(&record::Record) -> T,
    ) -> Result<Vec<(usize, T)>, AlbumError> {
        let state = self.state();
        let (segments, spots) = (state.segments.clone(), state.spots.clone());
        let pending = state.pending.clone();
        drop(state);
        let mut found: Vec<Vec<T>> = Vec::with_capacity(segments.len());
        for kept in &segments {
            let parts = wanted(&kept.segment).into_iter().map(|part| self.read(kept, part));
            found.push(of_segment(&kept.segment, &parts.collect::<Result<Vec<_>, _>>()?));
        }
        let row = |(photo, spot): (usize, &Option<Spot>)| match *(spot.as_ref()?) {
            Spot::Segment(index, row) => Some((photo, found[index].get(row)?.clone())),
            Spot::Pending(index) => Some((photo, of_record(&pending[index].1))),
            Spot::Elsewhere => None,
        };
        Ok(spots.iter().enumerate().filter_map(row).collect())
    }

    /// What another instance has not been told of the photos.
    pub(super) fn take_news(&self) -> Result<Vec<(usize, News)>, AlbumError> {
        let photos = self.state().take_news();
        photos.into_iter().map(|photo| Ok((photo, self.news(photo)?))).collect()
    }

    fn news(&self, photo: usize) -> Result<News, AlbumError> {
        if let State::Unreadable(error) = &self.state().photos[photo].state {
            return Ok(News::Unreadable(error.clone()));
        }
        match self.spot(photo).ok_or(AlbumError::NotRun)? {
            Found::Pending(record) => Ok(News::of(&record)),
            Found::Kept(kept, row) => {
                let all = Part { offset: 0, length: kept.segment.length() };
                let record = kept.segment.records(&self.read(&kept, all)?).into_iter().nth(row);
                record.map(|record| News::of(&record)).ok_or(AlbumError::NotRun)
            }
        }
    }

    fn spot(&self, photo: usize) -> Option<Found> {
        let state = self.state();
        match (*state.spots.get(photo)?)? {
            Spot::Segment(index, row) => Some(Found::Kept(Arc::clone(&state.segments[index]), row)),
            Spot::Pending(index) => Some(Found::Pending(Arc::clone(&state.pending[index].1))),
            Spot::Elsewhere => None,
        }
    }

    fn read(&self, kept: &Kept, part: Part) -> Result<Vec<u8>, AlbumError> {
        match (&kept.home, &self.shared.store) {
            (Home::Memory(bytes), _) => Ok(bytes[part.offset..][..part.length].to_vec()),
            (Home::File(name), Some(store)) => store.read_part(name, part.offset, part.length),
            (Home::File(_), None) => Err(AlbumError::Store { cause: "there is no folder for it".to_owned() }),
        }
    }
}

/// Where a photo's record is.
enum Found {
    Kept(Arc<Kept>, usize),
    Pending(Arc<record::Record>),
}
