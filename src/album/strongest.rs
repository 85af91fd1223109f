//! The photos that fire each channel most, kept up to date as photos come in, in any order.

use super::record::Record;

/// How many photos a channel.
pub(super) const KEPT: usize = 9;

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

impl Peak {
    pub(super) fn new(photo: usize, value: f32, cell: u16, side: usize) -> Self {
        let cell = usize::from(cell);
        Self { photo, value, cell: [cell / side, cell % side] }
    }
}

/// Of all channels.
#[derive(Clone, Debug, Default)]
pub(super) struct Strongest {
    channels: Vec<Vec<Found>>,
}

/// A photo that fires a channel.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Found {
    value: f32,
    photo: u32,
    cell: u16,
}

impl Found {
    /// Stronger, or equally strong and earlier in the album.
    fn is_before(self, other: Self) -> bool {
        (other.value, self.photo) < (self.value, other.photo)
    }
}

impl Strongest {
    /// Takes in a photo's maxima.
    pub fn add(&mut self, photo: usize, maxima: &[f32], cells: &[u16]) {
        self.channels.resize_with(maxima.len(), || Vec::with_capacity(KEPT));
        for ((found, &value), &cell) in self.channels.iter_mut().zip(maxima).zip(cells) {
            let new = Found { value, photo: photo as u32, cell };
            if found.len() == KEPT && found.last().is_some_and(|&last| !new.is_before(last)) {
                continue;
            }
            found.truncate(KEPT - 1);
            let place = found.partition_point(|&found| found.is_before(new));
            found.insert(place, new);
        }
    }

    /// Takes in a record.
    pub fn add_record(&mut self, photo: usize, record: &Record) {
        self.add(photo, &record.maxima, &record.cells);
    }

    /// Those of a channel (of all that are kept), whose maps are `side` cells wide.
    pub fn of(&self, channel: usize, side: usize) -> Vec<Peak> {
        let found = self.channels.get(channel).into_iter().flatten();
        found.map(|found| Peak::new(found.photo as usize, found.value, found.cell, side)).collect()
    }
}
