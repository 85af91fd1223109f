//! Fingers on a screen: there is room around what they mean, and what shows under a pointer shows under a finger too.

use egui::{Context, Event, Plugin, RawInput, TouchPhase};

/// How far beside a control a finger may land, pixels of a style sheet: a line of text then has 32.  Of two the nearer one is meant.
const ROOM: f32 = 10.6;

/// Looks at what comes in before egui does.
#[derive(Default)]
struct Fingers {
    /// Whether there was a finger at all.
    are_there: bool,
}

impl Plugin for Fingers {
    fn debug_name(&self) -> &'static str {
        "fingers"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        let is_touch = |event: &Event| matches!(event, Event::Touch { .. });
        let is_lifted = |event: &Event| matches!(event, Event::Touch { phase: TouchPhase::End, .. });
        self.are_there |= input.events.iter().any(is_touch);
        if input.events.iter().any(is_lifted) {
            // A lifted finger leaves the pointer where it was: what shows on hovering stays until the next tap.
            input.events.retain(|event| *event != Event::PointerGone);
        }
        // The theme's style comes anew now and then.
        let radius = ROOM / ctx.zoom_factor();
        if self.are_there && ctx.global_style().interaction.interact_radius != radius {
            ctx.all_styles_mut(|style| style.interaction.interact_radius = radius);
        }
    }
}

/// From now on fingers are looked after.
pub fn begin(ctx: &Context) {
    ctx.add_plugin(Fingers::default());
}
