//! What something looks for: the picture that is looked at, the atlas of its layer, and what the album has of it.
//!
//! | file | its job |
//! |---|---|
//! | `command` | commands change what is wanted |
//! | `asked` | the class that the picture is about |
//! | `follow` | the engine follows what is asked |
//! | `atlas` | pictures of a layer's channels are asked for |
//! | `example_jobs`, `example_work` | what is asked of the album about channels; patches are cut beside the window |
//! | `album_follow` | what is looked at is asked of the album |
//! | `useful` | the search for photos where a channel adds most to an answer |
//! | `strongest` | the strongest photos of channels that carry an answer are asked for |
//! | `names` | what a person calls a channel is kept |

mod album_follow;
mod asked;
mod atlas;
mod command;
pub(super) mod example_jobs;
mod example_work;
mod follow;
mod names;
mod strongest;
mod useful;
