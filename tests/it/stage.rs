//! A window of the real app whose frames, size, time and shapes a test has in its hands.

use std::sync::Arc;

use egui::epaint::{ClippedShape, TextShape};
use egui::{Context, Event, FullOutput, Key, Modifiers, Pos2, RawInput, Rect, Shape, Vec2};
use inception_lens::app::App;
use inception_lens::engine::{Engine, Executor};
use inception_lens::render::raster::Raster;
use inception_lens::state::{Command, Options, Pace, Settings, State};

use crate::app::sample;

/// A window of the app without a test harness between, so that zooming changes the number of its points as on a screen.
pub struct Stage {
    pub ctx: Context,
    app: App,
    size: Vec2,
    raster: Raster,
    pub seconds: f64,
}

/// At rest; pictures and dreams of one step, where nobody asks for more.
fn quick(options: Options) -> Options {
    let pace = if options.pace == Pace::default() { Pace::short(1) } else { options.pace };
    Options { still: true, pace, ..options }
}

impl Stage {
    /// With a cat.
    pub fn new(options: Options, size: [f32; 2]) -> Self {
        Self::of(Options { image: sample("cat.png"), ..options }, size)
    }

    /// With whatever photo was asked for, or none.
    pub fn of(options: Options, size: [f32; 2]) -> Self {
        let ctx = Context::default();
        let app = App::new(&ctx, &quick(options), Settings::default(), Executor::Inline);
        Self::showing(ctx, app, size)
    }

    /// The same with an engine elsewhere.
    pub fn far(options: Options, size: [f32; 2], engine: impl FnOnce(Arc<dyn Fn() + Send + Sync>) -> Engine) -> Self {
        let ctx = Context::default();
        let options = quick(Options { image: sample("cat.png"), ..options });
        let app = App::with_engine(&ctx, &options, Settings::default(), Executor::Inline, engine);
        Self::showing(ctx, app, size)
    }

    fn showing(ctx: Context, mut app: App, size: [f32; 2]) -> Self {
        app.settle(0.0);
        let mut stage = Self { ctx, app, size: size.into(), raster: Raster::new(), seconds: 0.0 };
        for _ in 0..4 {
            stage.frame(Vec::new());
        }
        stage
    }

    /// The window so many points wide and high, as it settles there.
    pub fn resize(&mut self, size: [f32; 2]) {
        self.size = size.into();
        for _ in 0..4 {
            self.frame(Vec::new());
        }
    }

    pub fn frame(&mut self, events: Vec<Event>) -> FullOutput {
        self.seconds += 1.0 / 60.0;
        let size = self.size / self.ctx.zoom_factor();
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)),
            max_texture_side: Some(8192),
            time: Some(self.seconds),
            events,
            ..Default::default()
        };
        let app = &mut self.app;
        let mut output = self.ctx.run_ui(input, |ui| {
            app.logic(ui.ctx());
            app.draw(ui);
        });
        self.raster.apply(&mut output.textures_delta);
        output
    }

    pub fn press(&mut self, key: Key, modifiers: Modifiers) -> FullOutput {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        self.frame(vec![event(true)]);
        self.frame(vec![event(false)]);
        self.frame(Vec::new())
    }

    /// Clicks where those words are written, if they are.
    pub fn click_words(&mut self, words: &str) -> bool {
        let output = self.frame(Vec::new());
        let texts = texts(&output.shapes);
        let found = texts
            .iter()
            .find(|(clip, text)| text.galley.text() == words && clip.contains(text.visual_bounding_rect().center()));
        let Some(pos) = found.map(|(_, text)| text.visual_bounding_rect().center()) else { return false };
        let modifiers = Modifiers::NONE;
        let button = |pressed| Event::PointerButton { pos, button: egui::PointerButton::Primary, pressed, modifiers };
        self.frame(vec![Event::PointerMoved(pos)]);
        self.frame(vec![button(true)]);
        self.frame(vec![button(false)]);
        self.frame(vec![Event::PointerGone]);
        // What a click asked for settles.
        for _ in 0..3 {
            self.frame(Vec::new());
        }
        true
    }

    /// The pixels of a frame.
    pub fn paint(&mut self, events: Vec<Event>) -> image::RgbaImage {
        let output = self.frame(events);
        let scale = self.ctx.pixels_per_point();
        let primitives = self.ctx.tessellate(output.shapes, scale);
        let size = [self.size.x as usize, self.size.y as usize];
        self.raster.paint(&primitives, scale, size, egui::Color32::BLACK)
    }

    /// Carries out a command, and what follows from it.
    pub fn apply(&mut self, command: Command) {
        self.app.apply(command, self.seconds);
        self.frame(Vec::new());
        self.app.settle(self.seconds);
    }

    pub fn state(&self) -> &State {
        self.app.state()
    }
}

/// All texts that are painted, each with what it is clipped to.
pub fn texts(shapes: &[ClippedShape]) -> Vec<(Rect, TextShape)> {
    fn collect(clip: Rect, shape: &Shape, found: &mut Vec<(Rect, TextShape)>) {
        match shape {
            Shape::Text(text) => found.push((clip, text.clone())),
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(clip, shape, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for clipped in shapes {
        collect(clipped.clip_rect, &clipped.shape, &mut found);
    }
    found
}
