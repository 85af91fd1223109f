//! How long something took, and when to stop waiting.

use std::sync::LazyLock;
use std::time::Duration;

// The system's own clock, and in a browser that of the page, where std has none.
use web_time::Instant;

/// With this variable of the environment, or of a page's address, set to `fixed` every measured time is [`FIXED`]: pictures of views that show times can
/// then be compared, on any machine.
pub const VARIABLE: &str = "INCEPTION_LENS_CLOCK";

/// What a measurement gives where times are fixed.
pub const FIXED: Duration = Duration::from_millis(1);

static IS_FIXED: LazyLock<bool> = LazyLock::new(|| super::variable(VARIABLE).is_some_and(|value| value == "fixed"));

/// A measurement under way.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Begins to measure.
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// Time since the start.
    pub fn elapsed(self) -> Duration {
        if *IS_FIXED { FIXED } else { self.0.elapsed() }
    }

    /// Seconds since the start.
    pub fn seconds(self) -> f64 {
        self.elapsed().as_secs_f64()
    }

    /// Milliseconds since the start.
    pub fn milliseconds(self) -> f64 {
        self.seconds() * 1e3
    }
}

/// The end of some patience.  It comes in real time, even where measured times are fixed.
#[derive(Clone, Copy, Debug)]
pub struct Deadline {
    begin: Instant,
    patience: Duration,
}

impl Deadline {
    /// The one that lies so far ahead of now.
    pub fn after(patience: Duration) -> Self {
        Self { begin: Instant::now(), patience }
    }

    /// Whether it is over.
    pub fn has_passed(self) -> bool {
        self.begin.elapsed() >= self.patience
    }

    /// How long it is until then; nothing where it is over.
    pub fn left(self) -> Duration {
        self.patience.saturating_sub(self.begin.elapsed())
    }
}
