//! The album that is open: commands about it are carried out, and its jobs run.
//!
//! | file | its job |
//! |---|---|
//! | `apply` | commands change the state |
//! | `in_memory` | the program's own album, kept nowhere: run once a thread |
//! | `jobs` | what runs beside the window: indexing, placing, small pictures |
//! | `guessing` | the game's turns |
//! | `told` | what the jobs have to tell changes the state |
//! | `follow` | what is wanted is asked of the jobs, once |

mod apply;
mod follow;
mod guessing;
pub(super) mod in_memory;
pub(super) mod jobs;
mod told;
