//! What the app asks for beside the engine's own jobs, and under which numbers.

use super::album::jobs::{AlbumOrder, PICTURES, RUNS};
use super::looks_for::example_jobs::{EXAMPLES, ExampleOrder};
use super::take_home::order::{EXPORTS, ExportOrder};
use super::teach::jobs::{TEACH, TeachOrder};
use crate::engine::Served;

/// Serves all of it where the engine serves a window elsewhere.
#[must_use]
pub fn with_desks(served: Served) -> Served {
    let served = served.with_desk::<AlbumOrder>(RUNS).with_desk::<AlbumOrder>(PICTURES);
    let served = served.with_desk::<ExampleOrder>(EXAMPLES).with_desk::<ExportOrder>(EXPORTS);
    served.with_desk::<TeachOrder>(TEACH)
}
