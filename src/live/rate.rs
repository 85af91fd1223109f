//! How many a second.

use std::collections::VecDeque;

/// The time over which is counted, seconds.
const WINDOW_SECONDS: f64 = 2.0;
/// Arrivals that are remembered at most.
const KEPT: usize = 512;

/// Counts arrivals over the last two seconds.
#[derive(Clone, Debug, Default)]
pub struct Rate {
    /// Seconds, oldest first.
    arrivals: VecDeque<f64>,
}

impl Rate {
    /// Something arrived.
    pub fn arrived(&mut self, now_seconds: f64) {
        self.arrivals.push_back(now_seconds);
        while self.arrivals.len() > KEPT
            || self.arrivals.front().is_some_and(|first| now_seconds - first > WINDOW_SECONDS)
        {
            self.arrivals.pop_front();
        }
    }

    /// How many arrive a second; `None` after less than two, or where all came at once.
    pub fn per_second(&self) -> Option<f64> {
        let (first, last) = (self.arrivals.front()?, self.arrivals.back()?);
        let intervals = self.arrivals.len() - 1;
        (last > first).then(|| intervals as f64 / (last - first))
    }

    /// Begins anew.
    pub fn clear(&mut self) {
        self.arrivals.clear();
    }
}
