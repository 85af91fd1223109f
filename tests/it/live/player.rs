//! The latest frame wins; what nobody took is dropped, and counted.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use inception_lens::live::{Frame, FrameSource, LiveError, Open, Phase, Player, Step, Stop};

use super::{end, next, plain, play, until};

/// Gives so many frames as fast as it can, then waits until it is stopped.
struct Fast {
    left: u64,
    alive: Arc<AtomicBool>,
}

impl FrameSource for Fast {
    fn next_frame(&mut self, stop: &Stop) -> Step {
        if self.left == 0 {
            stop.wait(Duration::from_secs(60));
            return Step::Ended;
        }
        self.left -= 1;
        Step::Frame(Frame::new(plain(self.left as u8)))
    }
}

impl Drop for Fast {
    fn drop(&mut self) {
        self.alive.store(false, Ordering::SeqCst);
    }
}

fn fast(left: u64) -> (Open, Arc<AtomicBool>) {
    let alive = Arc::new(AtomicBool::new(true));
    let theirs = alive.clone();
    (Box::new(move |_| Ok(Box::new(Fast { left, alive: theirs }))), alive)
}

#[test]
fn the_latest_frame_wins() {
    let (open, _) = fast(1000);
    let mut player = play(open);
    until(&mut player, |player| (player.count() == 1000).then_some(()));
    let latest = player.latest(0.0).unwrap();
    assert_eq!(latest.number, 1000);
    assert_eq!(super::red(&latest), 0, "the last of them");
    assert!(player.latest(0.0).is_none(), "it is new once");
}

#[test]
fn a_source_nobody_wants_ends_at_once() {
    let (open, alive) = fast(1);
    let mut player = play(open);
    next(&mut player);
    drop(player);
    let start = std::time::Instant::now();
    while alive.load(Ordering::SeqCst) {
        assert!(start.elapsed() < super::PATIENCE);
        std::thread::sleep(Duration::from_millis(1));
    }
}

#[test]
fn whoever_looks_is_woken_and_told_the_end() {
    let woken = Arc::new(AtomicUsize::new(0));
    let counts = woken.clone();
    let open: Open = Box::new(|_| Err(LiveError::NotHere));
    let mut player = Player::beside(
        open,
        Arc::new(move || {
            counts.fetch_add(1, Ordering::SeqCst);
        }),
    );
    assert_eq!(end(&mut player), Phase::Failed(LiveError::NotHere));
    until(&mut player, |_| (woken.load(Ordering::SeqCst) == 1).then_some(()));
}

struct Panics;

impl FrameSource for Panics {
    fn next_frame(&mut self, _stop: &Stop) -> Step {
        panic!("a decoder's mistake")
    }
}

#[test]
fn a_panic_ends_the_source_and_nothing_else() {
    let open = || -> Open { Box::new(|_| Ok(Box::new(Panics))) };
    assert_eq!(end(&mut play(open())), Phase::Failed(LiveError::Panicked));
    let mut here = Player::here(open());
    assert!(here.next_frame().is_none());
    assert_eq!(here.phase(), Phase::Failed(LiveError::Panicked));
}
