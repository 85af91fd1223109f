//! A network is taught classes of one's own: its last layer alone, on the averages of a few photos of each class.
//!
//! ```text
//! photo -> TrayPhoto (a small copy) -> Features (six rows of averages) -> fit -> Head (linear again) -> weights file
//! ```
//!
//! Everything up to the 1,024 averages stays as it is.  What is taught is a multinomial logistic regression on the standardised
//! averages; standardisation is folded back into it, so the new last layer is linear like the old one, and a logit is still the sum
//! over the 49 cells of the last maps, plus the bias.
//!
//! | file | its job |
//! |---|---|
//! | `trays` | photos sorted into classes, as plain data |
//! | `photo` | a photo of a tray: the small copy that is kept |
//! | `features` | what a photo is to a head: averages of six views of it, at four depths |
//! | `standard` | mean 0 and deviation 1 |
//! | `regression` | the fit: its loss, its gradient, L-BFGS |
//! | `conditioner` | coordinates in which the fit takes fewer steps |
//! | `head` | the fit as a last layer; what it says of a photo |
//! | `left_out` | each photo left out once |
//! | `lesson` | the photos of all trays as numbers to learn from |
//! | `shortcut` | a sticker on all photos of a class |
//! | `card` | what a file of taught weights says of itself |
//! | `save` | the network with the new last layer as a weights file |
//! | `store` | trays on the disk, from one start to the next |
//! | `error` | what a person reads |
//! | `limits` | how much can be taught at once |

mod card;
mod conditioner;
mod error;
mod features;
mod head;
mod left_out;
mod lesson;
mod limits;
mod photo;
mod regression;
mod save;
mod shortcut;
mod standard;
mod store;
mod trays;

pub use card::{Card, CardClass};
pub use error::TeachError;
pub use features::{Features, ROWS, TaughtDepth, features, views};
pub use head::{Head, Said};
pub use left_out::{LeftOut, Tested, leave_out};
pub use lesson::{Lesson, Pupil};
pub use limits::MOST_CLASSES;
pub use limits::MOST_PHOTOS;
pub use photo::{MOST_SIDE, TrayPhoto, thumbnail};
pub use regression::{Fit, PENALTY, fit};
pub use save::weights_file;
pub use shortcut::with_sticker;
pub use store::TrayStore;
pub use trays::Added;
pub use trays::LEAST_CLASSES;
pub use trays::Tray;
pub use trays::Trays;
