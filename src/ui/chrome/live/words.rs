//! What is said about a moving source.

use crate::live::Phase;
use crate::locale::errors::live_text;
use crate::locale::format::percent;
use crate::locale::photo_names::photo_text;
use crate::locale::text::{class_text, tr, tr_with};
use crate::state::{Live, State};

/// "cat.gif · 24.1 frames/s · 12 dropped", or why no frames come.
pub fn figures(state: &State, live: &Live) -> String {
    let name = photo_text(&live.source.name());
    let more = match &live.phase {
        Phase::Opening => tr("live-opening"),
        Phase::Waiting(reason) => tr_with("live-waiting", &[("reason", live_text(reason))]),
        Phase::Failed(error) => tr_with("live-failed", &[("reason", live_text(error))]),
        Phase::Ended => tr_with("live-ended", &[("dropped", live.dropped as f64)]),
        Phase::Playing if live.is_frozen => tr_with("live-frozen", &[("dropped", live.dropped as f64)]),
        Phase::Playing if state.rests() => tr("live-rests"),
        Phase::Playing => {
            let dropped = live.dropped.to_string();
            match live.frames_per_second() {
                Some(rate) => {
                    let rate = format!("{rate:.1}");
                    tr_with("live-figures", &[("rate", &*rate), ("dropped", &*dropped)])
                }
                None => tr_with("live-figures-unknown", &[("dropped", &*dropped)]),
            }
        }
    };
    format!("{name} · {more}")
}

/// "cat 89.1%"; nothing before the first answer.
pub fn answer(live: &Live) -> String {
    live.trail.last().map_or_else(String::new, |answer| {
        format!("{} {}", class_text(&answer.label), percent(f64::from(answer.probability)))
    })
}

/// "cat 63, dog 37": how often each answer was given.
pub fn counts(live: &Live, most: usize) -> String {
    let counts = live.trail.counts();
    let named: Vec<String> =
        counts.iter().take(most).map(|(label, count)| format!("{} {count}", class_text(label))).collect();
    let more = if counts.len() > most { ", …" } else { "" };
    format!("{}{more}", named.join(", "))
}
