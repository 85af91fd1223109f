//! The photos that fire each channel most, kept up to date as photos come in, in any order.

use super::found::Peak;
use super::record::Record;

/// How many photos a channel.
pub(super) const KEPT: usize = 9;

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
