//! An index whose photos run in another instance of the program: there it works, here it is a mirror, which knows what has run and
//! answers what is asked of memory alone.  For `#[serde(with = "crate::album::crossing")]`: what has become known since an index last
//! crossed goes with it.

use std::sync::Arc;

use serde::de::{Deserializer, Error as _};
use serde::ser::{Error as _, Serializer};
use serde::{Deserialize, Serialize};

use super::index::{Index, Pace};
use super::place::Place;
use super::record::Record;
use super::state::Spot;
use crate::engine::{LoadedNetwork, UserError};
use crate::wire::once::{self, Content};

/// What is asked of an index is asked of the same photos and network.
#[derive(Serialize, Deserialize)]
struct Opened {
    place: Place,
    #[serde(with = "once")]
    network: Arc<LoadedNetwork>,
}

impl Content for Index {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.state().begin_news();
        Opened { place: self.shared.place.clone(), network: Arc::clone(&self.shared.network) }.serialize(serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<Self>, D::Error> {
        let Opened { place, network } = Opened::deserialize(deserializer)?;
        Self::open(place, network, None, &|| false).map(Arc::new).map_err(D::Error::custom)
    }
}

/// What a photo has come to.
#[derive(Serialize, Deserialize)]
pub(super) enum News {
    /// It has run: what the heads say, where each channel is strongest.
    Ran {
        #[serde(with = "crate::wire::floats")]
        logits: Vec<f32>,
        #[serde(with = "crate::wire::floats")]
        maxima: Vec<f32>,
        cells: Vec<u16>,
    },
    /// It cannot be read.
    Unreadable(UserError),
}

impl News {
    pub(super) fn of(record: &Record) -> Self {
        Self::Ran { logits: record.logits.clone(), maxima: record.maxima.clone(), cells: record.cells.clone() }
    }
}

#[derive(Serialize)]
struct Written<'a> {
    #[serde(with = "once")]
    index: &'a Arc<Index>,
    pace: Pace,
    news: Vec<(usize, News)>,
}

#[derive(Deserialize)]
struct Read {
    #[serde(with = "once")]
    index: Arc<Index>,
    pace: Pace,
    news: Vec<(usize, News)>,
}

/// Writes the index's number and what is new.
///
/// # Errors
/// The serializer's; what is kept of the photos cannot be read.
pub fn serialize<S: Serializer>(index: &Arc<Index>, serializer: S) -> Result<S::Ok, S::Error> {
    // What is known from before crosses with the index itself.
    let news = index.take_news().map_err(S::Error::custom)?;
    Written { index, pace: index.pace(), news }.serialize(serializer)
}

/// Reads it; the mirror knows what is new.
///
/// # Errors
/// The deserializer's.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<Index>, D::Error> {
    let Read { index, pace, news } = Read::deserialize(deserializer)?;
    index.learn(pace, news);
    Ok(index)
}

impl Index {
    /// Takes in what the index behind this mirror has come to know.
    fn learn(&self, pace: Pace, news: Vec<(usize, News)>) {
        self.set_pace(pace);
        let mut state = self.state();
        for (photo, news) in news.into_iter().filter(|(photo, _)| *photo < self.shared.files.len()) {
            match news {
                News::Ran { logits, maxima, cells } => {
                    let (means, picture, thumbnail) = Default::default();
                    let record = Record { logits, maxima, cells, means, picture, thumbnail };
                    state.know(&self.shared, photo, &record, Spot::Elsewhere);
                }
                News::Unreadable(error) => state.failed(photo, error),
            }
        }
    }
}
