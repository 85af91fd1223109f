//! Moving pictures at the Network view: how many frames a second run, and whether memory grows.
//!
//! Run with `cargo bench --bench live`; `cargo bench --bench live -- 10000` for so many frames.  The window's own code and the layout of
//! its triangles are included; what a graphics driver does with them is not, nor is drawing by software.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use egui::{Pos2, RawInput, Rect, Vec2, ViewportId};
use image::codecs::gif::{GifEncoder, Repeat};
use image::{Delay, Frame, RgbaImage};
use inception_lens::app::App;
use inception_lens::engine::Executor;
use inception_lens::state::{LiveSource, Options, Settings, View};

const SIZE: [f32; 2] = [1440.0, 900.0];
/// A frame of 60 a second.
const FRAME: Duration = Duration::from_micros(16_667);
/// Side lengths of the frames, as a phone's camera program sends them by default, pixels.
const PICTURE: [u32; 2] = [640, 480];

fn main() {
    let frames: u64 = std::env::args().filter_map(|argument| argument.parse().ok()).next().unwrap_or(300);
    let folder = tempfile::tempdir().expect("a folder for the pictures");
    let path = folder.path().join("moving.gif");
    std::fs::write(&path, moving()).expect("room for the pictures");
    let options = Options { live: Some(LiveSource::File(path)), view: View::Network, ..Default::default() };
    let ctx = egui::Context::default();
    ctx.set_request_repaint_callback(ask);
    ctx.request_repaint();
    let mut app = App::new(&ctx, &options, Settings::default(), Executor::Thread);
    let shown = |app: &App| app.state().live.as_ref().map_or(0, |live| live.shown);
    // The weights and the first textures.
    while shown(&app) < 20 {
        frame(&ctx, &mut app);
    }
    let (begin, before, memory) = (Instant::now(), shown(&app), resident_megabytes());
    let mut window_ms = Vec::new();
    while shown(&app) < before + frames {
        window_ms.push(frame(&ctx, &mut app));
    }
    let seconds = begin.elapsed().as_secs_f64();
    let live = app.state().live.as_ref().expect("it plays without end");
    window_ms.sort_by(f64::total_cmp);
    println!("{} x {} at the Network view, source at 50 frames a second", PICTURE[0], PICTURE[1]);
    println!("{frames} frames in {seconds:.1} s: {:.1} a second; {} dropped", frames as f64 / seconds, live.dropped);
    println!("window's thread, median of a frame: {:.1} ms", window_ms[window_ms.len() / 2]);
    if let (Some(before), Some(after)) = (memory, resident_megabytes()) {
        println!("resident memory: {before:.0} MB before, {after:.0} MB after");
    }
}

/// Twenty frames by formula, 20 ms each.
fn moving() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new_with_speed(&mut bytes, 30);
    encoder.set_repeat(Repeat::Infinite).expect("memory");
    for number in 0..20 {
        let picture = RgbaImage::from_fn(PICTURE[0], PICTURE[1], |x, y| {
            let wave = ((x + 16 * number) / 32 + y / 32) % 2 * 160;
            image::Rgba([wave as u8, (y / 2) as u8, (x / 4) as u8, 255])
        });
        let frame = Frame::from_parts(picture, 0, 0, Delay::from_numer_denom_ms(20, 1));
        encoder.encode_frame(frame).expect("memory");
    }
    drop(encoder);
    bytes
}

/// When the window asked to be drawn again.
static DUE: Mutex<Option<Instant>> = Mutex::new(None);

/// Keeps the earliest moment that was asked for, as the window's loop does.
fn ask(info: egui::RequestRepaintInfo) {
    let at = Instant::now().checked_add(info.delay);
    let mut due = DUE.lock().expect("nobody panics with it");
    *due = [*due, at].into_iter().flatten().min();
}

/// Waits until the window is to be drawn again, then draws one frame and waits for the screen's next; milliseconds of the window's thread.
fn frame(ctx: &egui::Context, app: &mut App) -> f64 {
    let due = || DUE.lock().expect("nobody panics with it");
    while due().is_none_or(|due| due > Instant::now()) {
        std::thread::sleep(Duration::from_millis(1));
    }
    *due() = None;
    let start = Instant::now();
    let mut input =
        RawInput { screen_rect: Some(Rect::from_min_size(Pos2::ZERO, Vec2::from(SIZE))), ..Default::default() };
    input.max_texture_side = Some(8192);
    input.time = Some(clock());
    input.viewports.entry(ViewportId::ROOT).or_default().native_pixels_per_point = Some(1.0);
    let output = ctx.run_ui(input, |ui| {
        app.logic(ui.ctx());
        app.draw(ui);
    });
    drop(ctx.tessellate(output.shapes, output.pixels_per_point));
    let took = start.elapsed();
    std::thread::sleep(FRAME.saturating_sub(took));
    took.as_secs_f64() * 1e3
}

/// Seconds since the first call.
fn clock() -> f64 {
    static BEGIN: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    BEGIN.get_or_init(Instant::now).elapsed().as_secs_f64()
}

/// As Linux counts it; `None` elsewhere.
fn resident_megabytes() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok()? / 1e3)
}
