//! Records of some photos as the bytes of a file that is written once and never changed.
//!
//! ```text
//! "lens album\n" | version u32 | length of the header u32 | header, JSON | numbers | CRC-32 of all before u32     (little-endian)
//! numbers: logits f32 [photos, logits] | pictures u8 [photos, 3072] | thumbnails, one after the other | every layer:
//!          maxima 3 bytes (the upper ones of an f32) [channels, photos] | cells u8 (up to 256) or u16 [channels, photos] | means f16 [photos, channels]
//! ```

use half::f16;
use half::slice::HalfFloatSliceExt;
use serde::{Deserialize, Serialize};

use super::layers::AlbumLayer;
use super::record::{PICTURE_BYTES, Record};

/// Photos of a full segment.
pub(super) const PHOTOS: usize = 64;

/// Version of these files; a later one is left alone.
pub(super) const VERSION: u32 = 1;

const MAGIC: &[u8] = b"lens album\n";
const WORD: usize = 4;
/// Bytes of a maximum.
const MAXIMUM: usize = 3;

/// Which photo a record is of: for a changed file it is of none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    /// Relative to the album's folder.
    pub path: String,
    /// Bytes of its file.
    pub size: u64,
    /// When that was changed.
    pub modified_ns: i64,
    /// Bytes of its thumbnail.
    thumbnail: usize,
}

#[derive(Serialize, Deserialize)]
struct Header {
    photos: Vec<Entry>,
    logits: usize,
    channels: Vec<usize>,
}

/// Why bytes are no segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BadSegment {
    /// They are damaged, or of other layers.
    Damaged,
    /// They are of a later version.
    Later(u32),
}

/// What is where in a segment.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    /// Whose records, in order.
    pub entries: Vec<Entry>,
    logits: usize,
    layers: Vec<AlbumLayer>,
    /// Where the numbers begin.
    start: usize,
}

/// Bytes of a segment from `offset` on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub offset: usize,
    pub length: usize,
}

/// The bytes of a segment with these records, `logits` of them a photo.
pub(super) fn encode(layers: &[AlbumLayer], records: &[(Entry, &Record)]) -> Vec<u8> {
    let header = Header {
        photos: records.iter().map(|(entry, _)| entry.clone()).collect(),
        logits: records.first().map_or(0, |(_, record)| record.logits.len()),
        channels: layers.iter().map(|layer| layer.channels).collect(),
    };
    let header = serde_json::to_vec(&header).expect("texts and numbers can be put in JSON");
    let mut bytes = MAGIC.to_vec();
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend((header.len() as u32).to_le_bytes());
    bytes.extend(header);
    let records = || records.iter().map(|&(_, record)| record);
    bytes.extend(records().flat_map(|record| &record.logits).flat_map(|logit| logit.to_le_bytes()));
    records().for_each(|record| bytes.extend(&record.picture));
    records().for_each(|record| bytes.extend(&record.thumbnail));
    for layer in layers {
        let channels = layer.first..layer.first + layer.channels;
        for channel in channels.clone() {
            bytes.extend(records().flat_map(|record| upper_bytes(record.maxima[channel])));
        }
        for channel in channels.clone() {
            let cells = records().map(|record| record.cells[channel]);
            match cell_bytes(layer) {
                1 => bytes.extend(cells.map(|cell| cell as u8)),
                _ => bytes.extend(cells.flat_map(u16::to_le_bytes)),
            }
        }
        let means = records().flat_map(|record| &record.means[channels.clone()]);
        bytes.extend(means.flat_map(|mean| mean.to_le_bytes()));
    }
    let sum = crc32fast::hash(&bytes);
    bytes.extend(sum.to_le_bytes());
    bytes
}

fn upper_bytes(value: f32) -> [u8; MAXIMUM] {
    let [_, low, middle, high] = value.to_le_bytes();
    [low, middle, high]
}

fn maximum([low, middle, high]: [u8; MAXIMUM]) -> f32 {
    f32::from_le_bytes([0, low, middle, high])
}

/// Bytes of a cell's number.
fn cell_bytes(layer: &AlbumLayer) -> usize {
    if layer.side * layer.side <= 256 { 1 } else { 2 }
}

fn word(bytes: &[u8]) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.first_chunk()?))
}

impl Entry {
    /// Of that file, and that record of it.
    pub fn new(path: String, size: u64, modified_ns: i64, record: &Record) -> Self {
        Self { path, size, modified_ns, thumbnail: record.thumbnail.len() }
    }
}

impl Segment {
    /// Bytes of what comes before the checksum.
    pub fn length(&self) -> usize {
        let last = self.layers.len().checked_sub(1).map(|layer| self.means(layer));
        last.map_or(self.start, |part| part.offset + part.length)
    }

    /// Reads the header and checks all bytes; `logits` a photo are expected.
    ///
    /// # Errors
    /// [`BadSegment`].
    pub fn read(bytes: &[u8], layers: &[AlbumLayer], logits: usize) -> Result<Self, BadSegment> {
        let after = bytes.strip_prefix(MAGIC).ok_or(BadSegment::Damaged)?;
        let version = word(after).ok_or(BadSegment::Damaged)?;
        let (content, sum) = bytes.split_last_chunk::<WORD>().ok_or(BadSegment::Damaged)?;
        let is_whole = crc32fast::hash(content) == u32::from_le_bytes(*sum);
        match version {
            _ if !is_whole => return Err(BadSegment::Damaged),
            VERSION => {}
            0 => return Err(BadSegment::Damaged),
            later => return Err(BadSegment::Later(later)),
        }
        let segment = Self::described(content, layers, logits).ok_or(BadSegment::Damaged)?;
        match segment.end() == content.len() {
            true => Ok(segment),
            false => Err(BadSegment::Damaged),
        }
    }

    fn described(content: &[u8], layers: &[AlbumLayer], logits: usize) -> Option<Self> {
        let header_at = MAGIC.len() + 2 * WORD;
        let length = word(content.get(header_at - WORD..)?)? as usize;
        let header: Header = serde_json::from_slice(content.get(header_at..)?.get(..length)?).ok()?;
        let fits = header.logits == logits && header.channels.iter().eq(layers.iter().map(|layer| &layer.channels));
        let start = header_at + length;
        fits.then(|| Self { entries: header.photos, logits, layers: layers.to_vec(), start })
    }

    fn photos(&self) -> usize {
        self.entries.len()
    }

    /// All logits, `[photos, logits]`.
    pub fn logits(&self) -> Part {
        Part { offset: self.start, length: self.photos() * self.logits * WORD }
    }

    /// All pictures.
    pub fn pictures(&self) -> Part {
        Part { offset: self.logits().end(), length: self.photos() * PICTURE_BYTES }
    }

    /// One thumbnail.
    pub fn thumbnail(&self, row: usize) -> Part {
        let before: usize = self.entries[..row].iter().map(|entry| entry.thumbnail).sum();
        Part { offset: self.pictures().end() + before, length: self.entries[row].thumbnail }
    }

    /// Where the layers begin.
    fn layers_start(&self) -> usize {
        self.pictures().end() + self.entries.iter().map(|entry| entry.thumbnail).sum::<usize>()
    }

    fn layer_length(&self, layer: &AlbumLayer) -> usize {
        self.photos() * layer.channels * (MAXIMUM + cell_bytes(layer) + size_of::<f16>())
    }

    fn layer_start(&self, layer: usize) -> usize {
        self.layers_start() + self.layers[..layer].iter().map(|layer| self.layer_length(layer)).sum::<usize>()
    }

    /// Where the numbers end.
    fn end(&self) -> usize {
        self.layer_start(self.layers.len())
    }

    /// Maxima of one channel of a layer.
    pub fn maxima(&self, layer: usize, channel: usize) -> Part {
        let length = self.photos() * MAXIMUM;
        Part { offset: self.layer_start(layer) + channel * length, length }
    }

    /// Cells of one channel of a layer.
    pub fn cells(&self, layer: usize, channel: usize) -> Part {
        let AlbumLayer { channels, .. } = self.layers[layer];
        let maxima = self.photos() * channels * MAXIMUM;
        let length = self.photos() * cell_bytes(&self.layers[layer]);
        Part { offset: self.layer_start(layer) + maxima + channel * length, length }
    }

    /// Means of all channels of a layer, `[photos, channels]`.
    pub fn means(&self, layer: usize) -> Part {
        let length = self.photos() * self.layers[layer].channels * size_of::<f16>();
        Part { offset: self.layer_start(layer + 1) - length, length }
    }

    /// The numbers of [`Self::maxima`].
    pub fn read_maxima(bytes: &[u8]) -> impl Iterator<Item = f32> {
        bytes.as_chunks().0.iter().map(|&bytes| maximum(bytes))
    }

    /// The numbers of [`Self::cells`].
    pub fn read_cells(&self, layer: usize, bytes: &[u8]) -> Vec<u16> {
        match cell_bytes(&self.layers[layer]) {
            1 => bytes.iter().copied().map(u16::from).collect(),
            _ => bytes.as_chunks().0.iter().copied().map(u16::from_le_bytes).collect(),
        }
    }

    /// The numbers of [`Self::means`].
    pub fn read_means(bytes: &[u8]) -> Vec<f16> {
        bytes.as_chunks().0.iter().copied().map(f16::from_le_bytes).collect()
    }

    /// The numbers of a part of [`Self::logits`].
    pub fn read_logits(bytes: &[u8]) -> Vec<f32> {
        bytes.as_chunks().0.iter().copied().map(f32::from_le_bytes).collect()
    }

    /// The logits of one photo.
    pub fn photo_logits(&self, row: usize) -> Part {
        let length = self.logits * WORD;
        Part { offset: self.start + row * length, length }
    }

    /// All records, of the segment's bytes.
    pub fn records(&self, bytes: &[u8]) -> Vec<Record> {
        let part = |part: Part| &bytes[part.offset..][..part.length];
        let channels = self.layers.iter().map(|layer| layer.channels).sum();
        let empty = |row: usize| Record {
            logits: Self::read_logits(part(self.photo_logits(row))),
            maxima: Vec::with_capacity(channels),
            cells: Vec::with_capacity(channels),
            means: Vec::with_capacity(channels),
            picture: part(self.pictures())[row * PICTURE_BYTES..][..PICTURE_BYTES].to_vec(),
            thumbnail: part(self.thumbnail(row)).to_vec(),
        };
        let mut records: Vec<Record> = (0..self.photos()).map(empty).collect();
        for (index, layer) in self.layers.iter().enumerate() {
            for channel in 0..layer.channels {
                let maxima = Self::read_maxima(part(self.maxima(index, channel)));
                let cells = self.read_cells(index, part(self.cells(index, channel)));
                for ((record, maximum), cell) in records.iter_mut().zip(maxima).zip(cells) {
                    record.maxima.push(maximum);
                    record.cells.push(cell);
                }
            }
            let rows = part(self.means(index)).chunks_exact(layer.channels * size_of::<f16>());
            for (record, row) in records.iter_mut().zip(rows) {
                record.means.extend(Self::read_means(row));
            }
        }
        records
    }
}

impl Part {
    fn end(self) -> usize {
        self.offset + self.length
    }
}

/// Numbers of half precision in single precision.
pub(super) fn widened(values: &[f16]) -> Vec<f32> {
    let mut wide = vec![0.0; values.len()];
    values.convert_to_f32_slice(&mut wide);
    wide
}
