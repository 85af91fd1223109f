//! An activation small: the mean of all its maps, or a vector as a strip or a square.

use std::rc::Rc;

use crate::imaging::{Colormap, Range};
use crate::session::{Map, MapKey};

/// Longest vector that is one row of cells.
const STRIP: usize = 32;
/// Thumbnails that are kept: all stages of three heads, of two photos.
const KEPT: usize = 40;

/// The pixels of an activation, worked out once.
pub(in crate::ui::views::classifiers) struct Thumbnail {
    /// What it was made of.
    pub key: (MapKey, Colormap),
    /// Row-major; what is beyond the last value is 0.
    pub values: Vec<f32>,
    /// Width and height, cells.
    pub size: [usize; 2],
    /// Numbers at the ends of the colours.
    pub range: Range,
}

impl Thumbnail {
    /// The thumbnail of a map out of those that are there, or made and put to them.
    pub fn get(known: &mut Vec<Rc<Self>>, map: &Map, colormap: Colormap) -> Rc<Self> {
        let key = (map.key, colormap);
        if let Some(thumbnail) = known.iter().find(|thumbnail| thumbnail.key == key) {
            return thumbnail.clone();
        }
        let made = Rc::new(Self::new(map, colormap));
        known.truncate(KEPT - 1);
        known.insert(0, made.clone());
        made
    }

    fn new(map: &Map, colormap: Colormap) -> Self {
        let activation = &map.activation;
        let side = activation.shape.side();
        let (mut values, size) = match side {
            1 => {
                let count = activation.values().len();
                let columns = match count {
                    ..=STRIP => count,
                    _ => (count as f64).sqrt().ceil() as usize,
                };
                (activation.values().to_vec(), [columns, count.div_ceil(columns)])
            }
            _ => (activation.mean_map().to_vec(), [side, side]),
        };
        let range = match (map.signed, side) {
            (true, _) => Range::symmetric(&values),
            (false, 1) => Range::zero_to_max(&values),
            // As everywhere: the mean over channels from its least to its most.
            (false, _) => Range::min_to_max(&values),
        };
        values.resize(size[0] * size[1], 0.0);
        Self { key: (map.key, colormap), values, size, range }
    }
}
