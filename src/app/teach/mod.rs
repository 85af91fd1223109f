//! Classes of one's own: photos sorted into trays, the last layer that is taught on them.
//!
//! | file | its job |
//! |---|---|
//! | `apply` | commands change the trays |
//! | `files` | photos and folders that were dropped or chosen |
//! | `jobs` | what is asked of the desk beside the window, and what it tells |
//! | `work` | how that is done, a chunk at a time |
//! | `follow` | what is wanted is asked of the jobs, once |
//! | `told` | what the jobs have to tell changes the state |

mod apply;
mod files;
mod follow;
pub(super) mod jobs;
mod told;
mod work;
