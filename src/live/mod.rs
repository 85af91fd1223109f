//! Moving sources: frames come one after the other, the latest one wins.
//!
//! ```text
//! file, folder, stream, camera --> FrameSource --> Player (a thread of its own) --> the latest frame --> the engine, once it is free
//!                                                                             '--> frames that nobody took are dropped, and counted
//! ```
//!
//! | file | its job |
//! |---|---|
//! | `frame` | what a source gives, and what it is asked |
//! | `stop` | nobody wants frames any more |
//! | `animation` | an animated file, again and again, with its own delays |
//! | `jpeg_stream` | pictures in a stream of bytes: JPEGs one after the other, whatever lies between |
//! | `stream` | such a stream as a source |
//! | `player` | runs a source, keeps its latest frame |
//! | `rate` | how many frames a second |
//! | `trail` | the last answers |
//! | `error` | why there are no frames |
//!
//! Where streams and folders come from knows `platform::live`.

mod animation;
mod error;
mod frame;
mod jpeg_stream;
mod player;
mod rate;
mod stop;
mod stream;
mod trail;

pub use animation::animation;
pub use error::LiveError;
pub use frame::{Frame, FrameSource, LONGEST_SIDE, Open, Step};
pub use jpeg_stream::{JpegStream, MAX_BETWEEN_BYTES, MAX_JPEG_BYTES, StreamError};
pub use player::{Numbered, Phase, Player};
pub use rate::Rate;
pub use stop::Stop;
pub use stream::{Next, Pictures, decode};
pub use trail::{Answer, TRAIL, Trail};
