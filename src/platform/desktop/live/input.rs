//! Pictures on the standard input: `ffmpeg … -f mjpeg - | inception-lens --live -`.

use crate::live::{FrameSource, LiveError, Next, Open, Pictures, Step, Stop, StreamError};
use crate::platform::files::words;
use crate::platform::not_here::NotHere;

/// How the input is called in sentences.
const NAME: &str = crate::locale::photo_names::STANDARD_INPUT;

pub fn standard_input() -> Result<Open, NotHere> {
    Ok(Box::new(|_stop| Ok(Box::new(Input(Pictures::new(std::io::stdin()))))))
}

/// A thread that waits for it ends with the process.
struct Input(Pictures<std::io::Stdin>);

impl FrameSource for Input {
    fn next_frame(&mut self, _stop: &Stop) -> Step {
        let name = || NAME.to_owned();
        match self.0.next_frame() {
            Ok(Next::Frame(frame)) => Step::Frame(frame),
            Ok(Next::End) => Step::Ended,
            Ok(Next::Damaged(error)) => Step::Failed(LiveError::Picture { name: name(), error }),
            Err(StreamError::NoPictures) => Step::Failed(LiveError::NoPictures { name: name() }),
            Err(StreamError::Endless) => Step::Failed(LiveError::Endless { name: name() }),
            Err(StreamError::Read(error)) => Step::Failed(LiveError::Input { cause: words(&error) }),
        }
    }
}
