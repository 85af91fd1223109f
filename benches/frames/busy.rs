//! Frames while the engine's threads have all cores busy: the window must stay free.

use std::time::{Duration, Instant};

use inception_lens::app::App;
use inception_lens::engine::{Executor, TESTED};
use inception_lens::session::Source;
use inception_lens::state::{
    AlbumCommand, AlbumTab, Arrangement, ClassifiersTab, Command, Detail, Making, Options, OtherWeights, Settings,
    StudyEntry, View,
};

/// A frame of 60 a second.
const FRAME: Duration = Duration::from_micros(16_667);
/// How long each work is watched at most.
const LONGEST: Duration = Duration::from_secs(600);

/// What the engine does meanwhile.
struct Work {
    name: &'static str,
    /// What is on screen before.
    before: Vec<Command>,
    /// What a person does to have it.
    commands: Vec<Command>,
    /// Whether there is something to be seen of it.
    has_begun: fn(&App) -> bool,
    /// Whether what is looked at is done.
    is_done: fn(&App) -> bool,
}

/// Prints the median and the worst frame of each work, how long its first result took from the click, and all of it.
pub fn all() {
    println!();
    println!("while the engine works, 60 frames a second: our code and tessellation, without the graphics driver");
    println!("{:28} {:>7} {:>10} {:>10} {:>13} {:>10}", "work", "frames", "median", "worst", "first result", "done");
    works().iter().for_each(watch);
    // Minutes: only where it is asked for, `cargo bench --bench frames -- atlas`.
    if std::env::args().any(|argument| argument == "atlas") {
        let all = |app: &App| {
            let [done, total] = app.state().looks_for.atlas.progress();
            total > 0 && done == total
        };
        watch(&Work { name: "atlas of 4d, 528 channels", is_done: all, ..looks_for() });
    }
}

fn looks_for() -> Work {
    Work {
        name: "picture, 256 steps, then atlas",
        before: Vec::new(),
        commands: layer("inception4d", Detail::LooksFor),
        has_begun: |app| app.state().looks_for.picture.painted.as_ref().is_some_and(|painted| painted.steps > 0),
        is_done: |app| matches!(app.state().looks_for.picture.making, Making::Done),
    }
}

fn layer(name: &str, detail: Detail) -> Vec<Command> {
    vec![
        Command::Show(View::Layer),
        Command::SelectLayer(name.to_owned()),
        Command::SelectChannel(Some(40)),
        Command::Arrange(Arrangement::of(detail)),
    ]
}

/// Another class than the photo's answer.
const OTHER_CLASS: usize = 3;

fn works() -> [Work; 8] {
    [
        Work {
            name: "album of 522 photos",
            before: Vec::new(),
            commands: vec![Command::Show(View::Album(AlbumTab::Photos)), Command::Album(AlbumCommand::OpenBuiltIn)],
            has_begun: |app| app.state().album.progress().is_some_and(|progress| progress.done > 0),
            is_done: |app| app.state().album.progress().is_some_and(|progress| progress.done == progress.total),
        },
        looks_for(),
        Work {
            name: "dream at 4c",
            before: Vec::new(),
            commands: layer("inception4c", Detail::Dream),
            has_begun: |app| app.state().dreams.shown().is_some_and(|dream| dream.made.is_some()),
            is_done: |app| app.state().dreams.shown().is_some_and(|dream| matches!(dream.making, Making::Done)),
        },
        Work {
            name: "eight heatmaps",
            before: Vec::new(),
            commands: vec![Command::Show(View::Classifiers(ClassifiersTab::HEATMAPS))],
            has_begun: |app| {
                let table = study(app).and_then(|study| study.table.as_ref());
                table.is_some_and(|table| table.rows.iter().any(|row| row.map.is_some()))
            },
            is_done: |app| study(app).is_some_and(|study| matches!(study.making, Making::Done)),
        },
        Work {
            name: "contribution to another class",
            before: vec![Command::Arrange(Arrangement::of(Detail::Contribution))],
            commands: vec![Command::ExplainClass(Some(OTHER_CLASS))],
            has_begun: |app| {
                let known = app.state().contributed();
                known.is_some_and(|known| known.contributions.question.class == OTHER_CLASS)
            },
            // The layer is the first convolution, which has no branches.
            is_done: |app| app.state().dropped().is_some_and(|dropped| dropped.drops.len() == TESTED),
        },
        Work {
            name: "fooled in ten steps",
            before: Vec::new(),
            commands: vec![Command::Show(View::Classifiers(ClassifiersTab::FOOL))],
            has_begun: |app| app.state().fooled().is_some(),
            is_done: |app| app.state().fooled().is_some(),
        },
        Work {
            name: "rebuilt from 3a, 256 steps",
            before: Vec::new(),
            commands: layer("inception3a", Detail::Rebuild),
            has_begun: |app| app.state().rebuilds.shown().is_some_and(|entry| entry.made.is_some()),
            is_done: |app| app.state().rebuilds.shown().is_some_and(|entry| matches!(entry.making, Making::Done)),
        },
        Work {
            name: "beside a random network",
            before: Vec::new(),
            commands: vec![Command::CompareWith(OtherWeights::Random)],
            has_begun: |app| app.state().second().is_some(),
            is_done: |app| app.state().depths().is_some(),
        },
    ]
}

fn study(app: &App) -> Option<&StudyEntry> {
    app.state().heatmaps.of(&app.state().study_asked(Source::A)?)
}

fn watch(work: &Work) {
    let ctx = egui::Context::default();
    let options = Options { image: Some("assets/samples/cat.png".into()), ..Default::default() };
    let mut app = App::new(&ctx, &options, Settings::default(), Executor::Thread);
    // The photo's own run comes first, as a person has it before the click.
    for command in &work.before {
        app.apply(command.clone(), 0.0);
    }
    let start = Instant::now();
    while app.state().report().is_none() || start.elapsed() < Duration::from_secs(2) {
        frame(&ctx, &mut app, 0);
    }
    let click = Instant::now();
    for command in &work.commands {
        app.apply(command.clone(), 0.0);
    }
    let (mut frames_ms, mut first, mut done) = (Vec::new(), None, None);
    // The frame with the click makes the view's textures: it belongs to the worst.
    while click.elapsed() < LONGEST && done.is_none() {
        frames_ms.push(frame(&ctx, &mut app, frames_ms.len()));
        first = first.or_else(|| (work.has_begun)(&app).then(|| click.elapsed()));
        done = (work.is_done)(&app).then(|| click.elapsed());
    }
    let worst = frames_ms.iter().copied().fold(0.0, f64::max);
    let seconds =
        |time: Option<Duration>| time.map_or_else(|| "never".to_owned(), |time| format!("{:.2} s", time.as_secs_f64()));
    let frames = frames_ms.len();
    let median = super::median(&mut frames_ms);
    println!("{:28} {frames:7} {median:7.2} ms {worst:7.2} ms {:>13} {:>10}", work.name, seconds(first), seconds(done));
}

/// Draws one frame and waits for the next; returns milliseconds of the window's thread.
fn frame(ctx: &egui::Context, app: &mut App, number: usize) -> f64 {
    let start = Instant::now();
    let output = ctx.run_ui(super::input(number), |ui| {
        app.logic(ui.ctx());
        app.draw(ui);
    });
    drop(ctx.tessellate(output.shapes, output.pixels_per_point));
    let took = start.elapsed();
    std::thread::sleep(FRAME.saturating_sub(took));
    took.as_secs_f64() * 1e3
}
