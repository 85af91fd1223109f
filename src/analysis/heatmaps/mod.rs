//! Heatmaps: which parts of a photo speak for a class, by eight methods, and what is to be thought of each of them.
//!
//! Plain data in, plain data out.  Everything is done one pass at a time, so that a background job can stop and go on between
//! passes: [`Making`] makes one map, [`Drawing`] one curve, [`Study`] all maps with all that is needed to judge them.  Whoever
//! wants to wait calls [`heatmap`], [`Study::finish`] or [`cascade`].
//!
//! * [`subject`]: a network and what it sees; [`question`]: which of its numbers is explained;
//! * [`method`]: the eight methods and their settings; [`making`]: how each makes its map, from what goes in ([`samples`]) and, for
//!   maps in a module's cells, `cell_maps`;
//! * [`map`]: a map, its cells, its strongest point, its share in a box; [`blur`], [`mod@low_pass`], [`quadrature`]: arithmetic;
//! * [`curve`]: deletion and insertion; [`random`]: networks that have learned nothing; [`agreement`]: rank correlation, spreads;
//! * [`effort`]: how much of all that is done;
//! * [`verdict`]: what follows from the numbers, by rule; [`study`]: all of it, in a [`table`].
//!
//! All maps are of the network's input as conv1 receives it (after mean and standard deviation), of a logit.

pub mod agreement;
pub mod blur;
mod cell_maps;
pub mod curve;
pub mod effort;
pub mod error;
pub mod low_pass;
pub mod making;
pub mod map;
pub mod method;
pub mod quadrature;
pub mod question;
pub mod random;
pub mod samples;
pub mod study;
pub mod subject;
pub mod table;
pub mod verdict;

pub use agreement::{Spread, spearman};
pub use curve::{Curve, Direction, Drawing};
pub use effort::Effort;
pub use error::HeatmapError;
pub use low_pass::low_pass;
pub use making::{Heatmap, Making, heatmap};
pub use map::{Map, PixelBox};
pub use method::{Baseline, Method, Noise, Settings};
pub use question::Question;
pub use random::{Cascade, CascadeStep, cascade};
pub use study::{Progress, Study};
pub use subject::{Palette, Subject};
pub use table::{Chance, Row, Table};
pub use verdict::{AgainstChance, Learned, Verdict};
