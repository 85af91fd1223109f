//! A moving source begins, is frozen, ends.

use std::sync::Arc;

use super::run::{Again, Feed, LiveRun};
use crate::app::app::App;
use crate::live::Player;
use crate::platform::camera;
use crate::platform::live::address;
use crate::state::{Live, LiveCommand, LiveSource, MessageKind, MessageText};

impl App {
    pub(in crate::app) fn apply_live(&mut self, command: LiveCommand, now_seconds: f64) {
        match command {
            LiveCommand::ChooseFolder => self.chooser.live_folder(self.picked.0.clone()),
            LiveCommand::Connect(text) => match address(&text) {
                Ok(address) => self.start_live(LiveSource::Address(address), now_seconds),
                Err(error) => self.say(MessageKind::Error, MessageText::Address(error), now_seconds),
            },
            LiveCommand::Confirm(is_wanted) => {
                if let Some(address) = self.state.live_question.take().filter(|_| is_wanted) {
                    self.play_live(LiveSource::Address(address), now_seconds);
                }
            }
            LiveCommand::Camera => self.start_live(LiveSource::Camera, now_seconds),
            LiveCommand::Freeze(is_frozen) => self.freeze_live(is_frozen),
            LiveCommand::Mirror(is_mirrored) => self.mirror_live(is_mirrored),
            LiveCommand::Close => self.close_live(),
        }
    }

    /// Opens a moving source; about a host that is not nearby a person is asked first.
    pub(in crate::app) fn start_live(&mut self, source: LiveSource, now_seconds: f64) {
        match source {
            LiveSource::Address(address) if !address.is_local => self.state.live_question = Some(address),
            source => self.play_live(source, now_seconds),
        }
    }

    fn play_live(&mut self, source: LiveSource, now_seconds: f64) {
        self.forget_errors();
        self.close_live();
        self.close_camera();
        let feed = match source.open() {
            Some(Ok(open)) if self.moving.has_thread && !self.state.still => {
                Ok(Feed::Player(Player::beside(open, Arc::clone(&self.wake))))
            }
            Some(Ok(open)) => Ok(Feed::Player(Player::here(open))),
            Some(Err(_)) => Err("live-not-here"),
            None => match camera::open(Arc::clone(&self.wake)) {
                Ok(camera) => Ok(Feed::Camera { camera, seen: 0 }),
                Err(_) => Err("camera-not-here"),
            },
        };
        match feed {
            Ok(feed) => {
                self.give_up_photo();
                self.state.album.opened = None;
                self.state.live = Some(Live::new(source));
                self.moving.run = Some(LiveRun { feed, since_seconds: None, last: None, awaits: None, counted: 0 });
            }
            Err(key) => self.say(MessageKind::Error, MessageText::plain(key), now_seconds),
        }
    }

    /// Closes the source that is on screen; its last frame stays as the photo.
    pub(in crate::app) fn close_live(&mut self) {
        self.state.live_question = None;
        self.state.live = None;
        let was_on = self.moving.run.take();
        if was_on.is_some_and(|live| live.awaits.is_some()) {
            self.give_up_photo();
        }
    }

    /// Keeps the frame on screen: somebody begins to work with it.
    pub(in crate::app) fn hold_live(&mut self) {
        if self.state.is_playing() && !self.state.still {
            self.freeze_live(true);
        }
    }

    fn freeze_live(&mut self, is_frozen: bool) {
        if let Some(live) = &mut self.state.live
            && live.is_frozen != is_frozen
        {
            live.is_frozen = is_frozen;
            live.rate.clear();
            if let Some(LiveRun { feed: Feed::Player(player), counted, .. }) = &mut self.moving.run {
                // What passes while the picture stands still is not dropped.
                *counted = player.count();
            }
        }
    }

    fn mirror_live(&mut self, is_mirrored: bool) {
        let Some(shown) = self.state.live.as_mut().filter(|shown| shown.is_mirrored != is_mirrored) else { return };
        shown.is_mirrored = is_mirrored;
        // A frame that stays is looked at again.
        let stays = shown.is_frozen || !shown.is_on();
        if let Some(live) = self.moving.run.as_mut().filter(|_| stays)
            && let Some(shot) = &live.last
        {
            live.awaits = Some(Again::Again);
            self.state.session.first.ask_frame(shot.name.clone(), Arc::clone(&shot.pixels), is_mirrored);
        }
    }
}
