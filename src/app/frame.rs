//! From frame to frame: what has happened is taken in, the screen is drawn, wishes are carried out.

use super::app::{App, SETTINGS_KEY};
use super::gallery;
use super::take_home::picture::Purpose;
use crate::locale::text::set_language;
use crate::ui::chrome::projector;
use crate::ui::style;
use crate::{platform, ui};

impl App {
    /// Runs everything that was asked for and takes in its results.
    pub fn settle(&mut self, now_seconds: f64) {
        loop {
            self.engine.run_until_idle();
            let any = self.take_events(now_seconds);
            self.follow();
            // Photos of an album run when nobody waits for anything else.
            if !any && self.engine.is_idle() {
                self.album.jobs.run_until_idle();
                self.example_jobs.run_until_idle();
                self.teach.jobs.run_until_idle();
            }
            let any = self.take_album_events(now_seconds) || any;
            let any = self.take_examples(now_seconds) || any;
            let any = any || self.state.still && self.engine.is_idle() && self.step_live();
            let any = self.take_teach_events(now_seconds) || any;
            self.follow();
            let are_idle = self.album.jobs.is_idle() && self.example_jobs.is_idle() && self.teach.jobs.is_idle();
            if !any && self.engine.is_idle() && are_idle {
                return;
            }
        }
    }

    /// Takes in what has happened outside the window since the last frame.
    pub fn logic(&mut self, ctx: &egui::Context) {
        let now_seconds = ctx.input(|input| input.time);
        self.apply_language();
        self.use_clipboard_keys(ctx);
        self.take_dropped_and_pasted(ctx);
        self.take_picked(now_seconds);
        self.take_default_weights();
        self.draw_gallery();
        self.take_download(now_seconds);
        self.take_porter(now_seconds);
        self.take_copy(ctx, now_seconds);
        self.look_through_camera(now_seconds);
        self.take_events(now_seconds);
        if !self.state.still {
            self.take_live(now_seconds);
        }
        if let Some(due) = self.live_due_seconds() {
            ctx.request_repaint_after_secs((due - now_seconds).max(0.0) as f32);
        }
        self.take_album_events(now_seconds);
        self.take_examples(now_seconds);
        self.take_teach_events(now_seconds);
        self.play_demo(ctx);
        self.follow();
        self.forget_messages(ctx, now_seconds);
    }

    /// Draws a frame and carries out what was asked for.
    pub fn draw(&mut self, ui: &mut egui::Ui) {
        self.apply_language();
        self.restyle(ui.ctx());
        let mut commands = Vec::new();
        ui::draw(ui, &self.state, &mut self.scene, &mut commands);
        let now_seconds = ui.input(|input| input.time);
        let steps = self.history.steps();
        for command in commands {
            self.apply(command, now_seconds);
        }
        self.history.join_since(steps);
        self.go_on_with_layout(ui.ctx());
        if let Some(take) = self.exports.takes.take() {
            self.take_home(take, ui.ctx());
        }
        // While another picture is laid out it waits.
        if self.exports.layout.is_none() && std::mem::take(&mut self.exports.copies) {
            self.begin_layout(Purpose::Copy, ui.ctx());
        }
        self.follow();
        // A still picture is finished: what a view asked for while it was drawn is there in the next frame.
        if self.state.still {
            self.settle(now_seconds);
        }
        if let Some(text) = self.window.copied.take() {
            ui.ctx().copy_text(text);
        }
    }

    /// Makes the gallery's small pictures, once its photos are here.
    pub(super) fn draw_gallery(&mut self) {
        if self.awaits_gallery && gallery::is_here() {
            self.awaits_gallery = false;
            self.engine.thumbnails(gallery::origins(), gallery::THUMBNAIL_SIDE);
        }
    }

    /// Everything is said in the language of the settings from now on.
    pub(super) fn apply_language(&self) {
        set_language(self.state.settings.language);
    }

    /// Theme, zoom and sizes as they are wanted now, and the window as large.
    pub(super) fn restyle(&mut self, ctx: &egui::Context) {
        let (zoom, legibility) = projector::fit(projector::window_size(ctx), &self.state);
        style::set_legibility(legibility);
        let is_projected = self.state.projector.is_on;
        let look = (self.state.settings.theme, zoom, legibility);
        if self.window.styled.is_none_or(|styled| styled != look) {
            if self.window.styled.is_some_and(|styled| styled.2 != legibility) {
                self.scene.forget_words();
            }
            self.window.styled = Some(look);
            style::apply(ctx, &ui::theme_of(&self.state));
            ctx.set_zoom_factor(zoom);
        }
        if self.window.fills_screen != is_projected {
            self.window.fills_screen = is_projected;
            platform::fill_screen(ctx, is_projected);
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        Self::logic(self, ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.draw(ui);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        if !self.state.still {
            self.remember_tour();
            eframe::set_value(storage, SETTINGS_KEY, &self.state.settings);
        }
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }

    #[cfg(target_arch = "wasm32")]
    fn as_any_mut(&mut self) -> Option<&mut dyn std::any::Any> {
        Some(self)
    }
}
