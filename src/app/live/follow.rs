//! The latest frame goes to the engine whenever it is free; its answer comes back.

use std::sync::Arc;

use super::run::{Again, Feed, LiveRun, Shot};
use crate::app::app::App;
use crate::engine::Framed;
use crate::live::{Answer, LiveError, Phase};
use crate::platform::camera::Seen;
use crate::state::{LiveSource, MessageKind, MessageText};

impl App {
    /// Takes in how far the source is, and gives its latest frame to the engine if that is free; whether it did.
    pub(in crate::app) fn take_live(&mut self, now_seconds: f64) -> bool {
        let Some(live) = &mut self.moving.run else { return false };
        live.since_seconds.get_or_insert(now_seconds);
        let is_free = live.awaits.is_none() && !self.state.session.first.awaits_frame();
        let is_wanted = self.state.live.as_ref().is_some_and(|live| !live.is_frozen);
        let shot = if is_free && is_wanted { self.next_shot(now_seconds) } else { None };
        let is_given = shot.is_some();
        if let Some(shot) = shot {
            self.give(shot);
        }
        self.take_phase(now_seconds);
        is_given
    }

    /// The same for a finished picture: no frame is dropped, as many run as it waits for.
    pub(in crate::app) fn step_live(&mut self) -> bool {
        let (Some(live), Some(shown)) = (&mut self.moving.run, &mut self.state.live) else { return false };
        if shown.frames_left == 0 || live.awaits.is_some() || self.state.session.first.awaits_frame() {
            return false;
        }
        let Feed::Player(player) = &mut live.feed else { return false };
        // A source that waits for its next frame waits here: there is nobody to be kept from anything.
        let next = loop {
            match player.next_frame() {
                Some(next) => break Some(next),
                None if matches!(player.phase(), Phase::Ended | Phase::Failed(_)) => break None,
                None => {}
            }
        };
        shown.phase = player.phase();
        let Some(next) = next else {
            let number = live.last.as_ref().map_or(0, |shot| shot.number);
            shown.frames_left = 0;
            self.live_ended_early(number);
            return false;
        };
        shown.frames_left -= 1;
        let name = next.frame.name.unwrap_or_else(|| shown.source.name());
        self.give(Shot { number: next.number, name, pixels: next.frame.pixels });
        true
    }

    /// What is said of a source that has fewer frames than a picture of it waits for.
    fn live_ended_early(&mut self, number: u64) {
        let failed = self.state.live.as_ref().and_then(|live| match &live.phase {
            Phase::Failed(error) => Some(error.clone()),
            _ => None,
        });
        match (number, failed) {
            (0, Some(error)) => self.say(MessageKind::Error, MessageText::Live(error), 0.0),
            (0, None) => self.say(MessageKind::Error, MessageText::plain("live-no-frames"), 0.0),
            (number, failed) => {
                let reason = failed.map_or_else(|| "The source has ended".to_owned(), |error| error.to_string());
                self.moving.said = Some(format!("Frame {number} is the last one ({reason}); it is shown."));
            }
        }
    }

    fn next_shot(&mut self, now_seconds: f64) -> Option<Shot> {
        let shown = self.state.live.as_mut()?;
        let live = self.moving.run.as_mut()?;
        let (number, name, pixels) = match &mut live.feed {
            Feed::Player(player) => {
                let next = player.latest(now_seconds)?;
                (next.number, next.frame.name, next.frame.pixels)
            }
            Feed::Camera { camera, seen } => match camera.seen() {
                Seen::Picture(picture) if picture.number > *seen => {
                    *seen = picture.number;
                    // Whoever sees themselves expects a mirror.
                    if live.last.is_none() {
                        shown.is_mirrored = picture.is_of_user;
                    }
                    (picture.number, None, picture.pixels)
                }
                Seen::Picture(_) | Seen::Waiting | Seen::Failed(_) => return None,
            },
        };
        // The first frame of a camera is the first that is looked at.
        let first_counted = live.last.is_none() && matches!(live.feed, Feed::Camera { .. });
        if !first_counted {
            shown.dropped += number.saturating_sub(live.counted + 1);
        }
        live.counted = number;
        Some(Shot { number, name: name.unwrap_or_else(|| shown.source.name()), pixels })
    }

    fn give(&mut self, shot: Shot) {
        let (Some(live), Some(shown)) = (&mut self.moving.run, &self.state.live) else { return };
        live.awaits = Some(Again::First);
        self.state.session.first.ask_frame(shot.name.clone(), Arc::clone(&shot.pixels), shown.is_mirrored);
        live.last = Some(shot);
    }

    /// Says once why no more frames come; a file that does not move becomes a photo.
    fn take_phase(&mut self, now_seconds: f64) {
        let (Some(LiveRun { feed, awaits, .. }), Some(shown)) = (&self.moving.run, &mut self.state.live) else {
            return;
        };
        let (phase, count) = match feed {
            Feed::Player(player) => (player.phase(), player.count()),
            Feed::Camera { camera, seen } => match camera.seen() {
                Seen::Waiting => (Phase::Opening, 0),
                Seen::Picture(_) => (Phase::Playing, *seen),
                Seen::Failed(error) => (Phase::Failed(LiveError::Camera(error)), *seen),
            },
        };
        let is_new = shown.phase != phase;
        shown.phase = phase.clone();
        match (phase, &shown.source) {
            (Phase::Ended, LiveSource::File(path)) if count <= 1 && awaits.is_none() && !self.state.still => {
                let path = path.clone();
                self.close_live();
                self.open_photo(path);
            }
            (Phase::Failed(error), _) if is_new => {
                // Nothing was ever seen: the photo before stays, and there is nothing to freeze.
                if count == 0 {
                    self.close_live();
                }
                self.say(MessageKind::Error, MessageText::Live(error), now_seconds);
            }
            _ => {}
        }
    }

    /// A frame ran.
    pub(in crate::app) fn take_framed(&mut self, framed: &Framed, now_seconds: f64) {
        let is_new = self.state.session.first.finish_frame(framed);
        self.photo_changed(is_new);
        let Some(report) = self.state.report().cloned() else { return };
        let (Some(live), Some(shown)) = (&mut self.moving.run, &mut self.state.live) else { return };
        // Other weights look at the frame on screen once more.
        let again = live.awaits.take().unwrap_or(Again::Again);
        let Some(shot) = &live.last else { return };
        let best = report.main().best();
        let answer = Answer {
            frame: shot.number,
            image: shot.name.clone(),
            seconds: now_seconds - live.since_seconds.unwrap_or(now_seconds),
            class: best,
            label: report.labels.get(best).cloned().unwrap_or_default(),
            probability: report.main().probabilities[best],
            forward_ms: report.forward_ms,
        };
        match again {
            Again::First => {
                shown.shown += 1;
                shown.rate.arrived(now_seconds);
                shown.trail.push(answer);
            }
            Again::Again => shown.trail.replace_last(answer),
        }
    }

    /// A frame did not run: the next one is tried.
    pub(in crate::app) fn frame_failed(&mut self) {
        if let Some(live) = &mut self.moving.run {
            live.awaits = None;
        }
    }

    /// When to look for the next frame, seconds, where nobody wakes the window.
    pub(in crate::app) fn live_due_seconds(&self) -> Option<f64> {
        match &self.moving.run.as_ref()?.feed {
            Feed::Player(player) if self.state.is_playing() => player.due_seconds(),
            Feed::Player(_) | Feed::Camera { .. } => None,
        }
    }
}
