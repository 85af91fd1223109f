//! The lesson plays by itself, until somebody touches a key or clicks (`--demo`).

use egui::{Context, Event};

use super::app::App;
use super::looks_for::Making;
use super::messages::{MessageKind, MessageText};
use super::tour::{Card, Tour};
use crate::locale::text::{Language, language, tr};

/// Where the lesson that plays by itself is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Demo {
    /// Card and step on screen, and since when, seconds.
    shown: Option<((usize, usize), f64)>,
}

/// Letters read in a second by somebody who reads slowly; a syllable of Hangul is one letter.
fn letters_a_second(language: Language) -> f64 {
    match language {
        Language::English => 14.0,
        Language::Korean => 7.0,
    }
}

/// Time to look at the picture, seconds.
const LOOKING_SECONDS: f64 = 4.0;

/// How long a step stays: as long as it takes to read what is new on its card, and to look.
fn seconds_of(tour: Tour) -> f64 {
    let number = Card::at(tour.card).number();
    let new: &[&str] = match tour.is_revealed() {
        false => &["title", "body", "question"],
        true => &["answer"],
    };
    let letters = |part: &&str| tr(&format!("lesson-{number}-{part}")).chars().count();
    let letters: usize = new.iter().map(letters).sum();
    LOOKING_SECONDS + letters as f64 / letters_a_second(language())
}

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
