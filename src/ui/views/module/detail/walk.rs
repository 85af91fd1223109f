//! Where the walk is: a position, a filter, and how much of its sum is done.

use egui::Ui;

use super::super::facts::Facts;
use crate::analysis::Activation;
use crate::locale::text::tr;
use crate::ui::kit::{Button, Icon, Segmented};
use crate::ui::style::Theme;

/// Seconds a filter takes at the slowest speed.
const SECONDS_A_FILTER: f32 = 2.5;
/// The share of that time in which the sum grows; for the rest of it the result stands still.
const SUM_SHARE: f32 = 0.75;
/// Where a sum is opened: some products are in it, the result is still to be guessed.
const HALF_WAY: f32 = SUM_SHARE / 2.0;

/// The state of the walk; its position is the cell the other tools look at too.
pub(in super::super) struct Walk {
    module: Option<usize>,
    side: usize,
    position: usize,
    filter: usize,
    /// The layer whose walk has begun.
    layer: Option<String>,
    /// How far the current filter is, 0 to 1.
    progress: f32,
    is_playing: bool,
    speed: f32,
}

impl Default for Walk {
    fn default() -> Self {
        Self {
            module: None,
            side: 1,
            position: 0,
            filter: 0,
            layer: None,
            progress: HALF_WAY,
            is_playing: false,
            speed: 1.0,
        }
    }
}

impl Walk {
    /// Begins in the middle of the map when the module is another one.
    pub fn enter(&mut self, facts: &Facts) {
        if self.module != Some(facts.module) || self.side != facts.side {
            self.module = Some(facts.module);
            self.side = facts.side.max(1);
            self.layer = None;
            let middle = self.side / 2;
            self.go_to(middle, middle);
        }
    }

    /// The walk of another layer begins where its first filter that fires at all is strongest, half-way through the sum.
    pub fn begin(&mut self, layer: &str, output: &Activation) {
        if self.layer.as_deref() == Some(layer) {
            return;
        }
        self.layer = Some(layer.to_owned());
        let strongest = |filter: usize| {
            let values = output.channel(filter);
            let cells = values.iter().enumerate().filter(|(_, value)| **value > 0.0);
            Some((filter, cells.max_by(|a, b| a.1.total_cmp(b.1))?.0))
        };
        if let Some((filter, position)) = (0..output.shape.channels()).find_map(strongest) {
            (self.filter, self.position) = (filter, position);
        }
        self.progress = HALF_WAY;
    }

    /// Looks at another cell, from its first filter on.
    pub fn go_to(&mut self, row: usize, column: usize) {
        self.position = row * self.side + column;
        self.filter = 0;
        self.progress = if self.is_playing { 0.0 } else { HALF_WAY };
    }

    /// Row and column.
    pub fn cell(&self) -> (usize, usize) {
        (self.position / self.side, self.position % self.side)
    }

    /// Index of the cell in a map.
    pub fn position(&self) -> usize {
        self.position
    }

    /// The filter that is being worked out, of so many.
    pub fn filter(&self, filters: usize) -> usize {
        self.filter.min(filters.saturating_sub(1))
    }

    /// How many of the products are in the sum.
    pub fn terms(&self, inputs: usize) -> usize {
        let share = (self.progress / SUM_SHARE).min(1.0);
        (share * inputs as f32).round() as usize
    }

    /// Puts so many of the products into the sum, and stops there.
    pub fn set_terms(&mut self, terms: usize, inputs: usize) {
        self.is_playing = false;
        self.progress = SUM_SHARE * terms.min(inputs) as f32 / inputs.max(1) as f32;
    }

    /// Whether all products are in the sum and its result is shown.
    fn is_done(&self) -> bool {
        self.progress >= SUM_SHARE
    }

    /// Lets time pass.  With less motion wanted the sum appears as a whole.
    pub fn advance(&mut self, ui: &Ui, is_still: bool, filters: usize) {
        if !self.is_playing {
            return;
        }
        let elapsed = ui.input(|input| input.stable_dt).min(0.1);
        self.progress += elapsed * self.speed / SECONDS_A_FILTER;
        while self.progress >= 1.0 {
            self.progress -= 1.0;
            self.next_filter(filters);
        }
        if is_still {
            self.progress = self.progress.max(SUM_SHARE);
        }
        ui.ctx().request_repaint();
    }

    /// Adds the next channel's product; after the last one the next filter's sum begins.
    fn step(&mut self, inputs: usize, filters: usize) {
        let terms = match self.is_done() {
            false => self.terms(inputs),
            true => {
                self.next_filter(filters);
                0
            }
        };
        self.set_terms(terms + 1, inputs);
    }

    /// The result of this filter; where it is there, that of the next.
    fn finish(&mut self, filters: usize) {
        self.is_playing = false;
        if self.is_done() {
            self.next_filter(filters);
        }
        self.progress = SUM_SHARE;
    }

    /// The next filter; after the last one the first at the next position.
    fn next_filter(&mut self, filters: usize) {
        self.filter += 1;
        if self.filter >= filters {
            self.next_position();
        }
    }

    fn next_position(&mut self) {
        self.position = (self.position + 1) % (self.side * self.side);
        self.filter = 0;
    }

    /// Play, pause, one channel, one filter, next position and speed, from right to left.
    pub fn controls(&mut self, ui: &mut Ui, theme: &Theme, [inputs, filters]: [usize; 2]) {
        let speeds = [(1.0, "1×"), (8.0, "8×"), (64.0, "64×")];
        let chosen = Segmented::new(&tr("module-walk-speed"), &speeds, self.speed).padding(8.0).show(ui, theme);
        self.speed = chosen.inner.unwrap_or(self.speed);
        if ui.add(Button::plain(theme, &tr("module-walk-position"))).clicked() {
            self.next_position();
            self.progress = if self.is_playing { 0.0 } else { HALF_WAY };
        }
        let key = if self.is_done() { "module-walk-next-filter" } else { "module-walk-finish" };
        if ui.add(Button::plain(theme, &tr(key))).clicked() {
            self.finish(filters);
        }
        if ui.add(Button::plain(theme, &tr("module-walk-step"))).clicked() {
            self.step(inputs, filters);
        }
        let (word, icon) = match self.is_playing {
            true => (tr("module-walk-pause"), Icon::Minus),
            false => (tr("module-walk-play"), Icon::Play),
        };
        let button =
            if self.is_playing { Button::plain(theme, &word) } else { Button::primary(theme, &word).with_icon(icon) };
        if ui.add(button).clicked() {
            self.is_playing = !self.is_playing;
        }
    }
}
