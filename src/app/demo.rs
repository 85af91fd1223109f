//! The lesson goes on by itself, until somebody touches a key or clicks (`--demo`).

use egui::{Context, Event};

use super::app::App;
use crate::state::demo::seconds_of;
use crate::state::{Demo, Making, MessageKind, MessageText, Tour};

impl App {
    /// Begins at a step.
    pub(super) fn start_demo(&mut self, first: Tour) {
        self.give_tour(first);
        self.state.demo = Some(Demo { shown: None });
    }

    /// Goes on when a step was there long enough, from the last card to the first; whoever touches anything leads from there.
    pub(super) fn play_demo(&mut self, ctx: &Context) {
        let Some(demo) = self.state.demo else { return };
        let (is_touched, now) = ctx.input(|input| {
            let touched = input.events.iter().any(|event| {
                matches!(
                    event,
                    Event::Key { pressed: true, .. }
                        | Event::PointerButton { pressed: true, .. }
                        | Event::MouseWheel { .. }
                )
            });
            (touched || !input.raw.dropped_files.is_empty(), input.time)
        });
        if is_touched {
            self.state.demo = None;
            self.say(MessageKind::Note, MessageText::plain("demo-ends"), now);
            return;
        }
        let Some(tour) = self.state.tour else {
            return self.start_demo(Tour::at(0));
        };
        let place = (tour.card, tour.step);
        let is_busy = self.state.session.first.is_running()
            || self.state.album.is_running() && self.staging.awaits_channel
            || matches!(self.state.looks_for.picture.making, Making::Running)
            || self.state.dreams.is_running()
            || self.state.found.occlusion.as_deref().is_some_and(|occlusion| occlusion.is_running);
        let since = match demo.shown {
            // What is still being computed has not been seen yet.
            Some((shown, since)) if shown == place && !is_busy => since,
            _ => now,
        };
        self.state.demo = Some(Demo { shown: Some((place, since)) });
        let left = since + seconds_of(tour) - now;
        if left > 0.0 {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(left));
        } else if tour.next().is_some() {
            self.tour_next();
        } else {
            self.start_demo(Tour::at(0));
        }
    }
}
