//! An engine in another instance of the program: two engines in one process, joined by nothing but bytes.  What the far one tells is
//! what the near one tells, bit for bit.

mod album;
mod ends;
mod line;
mod sizes;
mod teach;
mod told;
mod window;

use std::collections::BTreeSet;
use std::sync::Arc;

use inception_lens::analysis::Cell;
use inception_lens::analysis::gradients::Spread;
use inception_lens::analysis::heatmaps::{Effort, Method, Question, Settings};
use inception_lens::engine::{
    AtlasOrder, CascadeOrder, DreamOrder, Engine, Event, Executor, FoolOrder, ForwardRun, FrameOrder, LoadedNetwork,
    Muted, Origin, PaintOrder, PhotoEvent, PhotoSource, Priority, Side, Studio, StudyOrder, Wanted, WeightsSource,
};
use inception_lens::imaging::edit::Edits;
use inception_lens::spec::Head;
use inception_lens::visualize::dream::DreamRecipe;
use inception_lens::visualize::fool::{FoolRecipe, Goal};
use inception_lens::visualize::{Recipe, Target};

use crate::app::sample;
use line::far;
use told::{events, first, told};

/// A photo of the gallery.
pub fn photo(name: &str) -> PhotoSource {
    let bytes = std::fs::read(sample(name).unwrap()).unwrap();
    PhotoSource::Ready { name: name.to_owned(), origin: Origin::Encoded(bytes.into()) }
}

/// The default weights.
pub fn network(engine: &Engine) -> Arc<LoadedNetwork> {
    engine.load_weights(WeightsSource::Default);
    let network = |event| match event {
        Event::Network(network) => Some(network),
        _ => None,
    };
    events(engine).into_iter().find_map(network).unwrap()
}

/// A photo that has run.
pub fn run(engine: &Engine, network: &Arc<LoadedNetwork>, name: &str) -> Arc<ForwardRun> {
    engine.open(Side::First, network.clone(), photo(name), None);
    events(engine).into_iter().find_map(ran).unwrap()
}

fn ran(event: Event) -> Option<Arc<ForwardRun>> {
    match event {
        Event::Photo(_, PhotoEvent::Ran(run)) => Some(run),
        _ => None,
    }
}

pub fn muted() -> Muted {
    Muted::from([("inception3a.branch1".to_owned(), BTreeSet::from([1, 5])), ("conv2".to_owned(), BTreeSet::from([7]))])
}

/// Does the same with an engine here and with one elsewhere, whose work is done between messages.
fn both(play: impl Fn(&Engine) -> Vec<String>) {
    compare(&[Executor::Inline], play);
}

fn compare(executors: &[Executor], play: impl Fn(&Engine) -> Vec<String>) {
    let near = play(&Engine::new(Executor::Inline, Arc::new(|| {})));
    assert!(!near.is_empty());
    for executor in executors {
        let elsewhere = play(&far(*executor));
        for (near, far) in near.iter().zip(&elsewhere) {
            assert_eq!(near, far);
        }
        assert_eq!(near.len(), elsewhere.len());
    }
}

#[test]
fn weights_a_photo_and_mutes() {
    compare(&[Executor::Inline, Executor::Thread], |engine| {
        engine.load_weights(WeightsSource::Default);
        let mut all = told(engine);
        let network = network(engine);
        engine.open(Side::First, network.clone(), photo("cat.png"), None);
        let events = events(engine);
        all.extend(events.iter().map(told::event));
        let run = events.into_iter().find_map(ran).unwrap();
        engine.mute(run, muted());
        all.extend(told(engine));
        all
    });
}

#[test]
fn frames_of_a_moving_source() {
    both(|engine| {
        let network = network(engine);
        let pixels = image::RgbImage::from_fn(64, 48, |x, y| image::Rgb([4 * x as u8, 5 * y as u8, 90]));
        let pixels = Arc::new(pixels);
        let mut all = Vec::new();
        for (is_mirrored, muted) in [(false, Muted::new()), (true, muted())] {
            let (network, pixels, name) = (network.clone(), pixels.clone(), "moving.gif".to_owned());
            engine.open_frame(FrameOrder { network, name, pixels, is_mirrored, fit: None, muted });
            all.extend(told(engine));
        }
        all
    });
}

#[test]
fn a_run_that_has_crossed_holds_its_numbers_once() {
    let engine = far(Executor::Inline);
    let network = network(&engine);
    let run = run(&engine, &network, "cat.png");
    for traced in run.trace.activations() {
        assert!(run.report.activation(&traced.name).unwrap().holds(&traced.values), "{}", traced.name);
    }
    engine.mute(run.clone(), muted());
    let ran = events(&engine).into_iter().find_map(|event| match event {
        Event::Muted(ran) => Some(ran),
        _ => None,
    });
    let ran = ran.unwrap();
    assert!(Arc::ptr_eq(&ran.run, &run), "what is known comes back as it is");
    assert!(Arc::ptr_eq(&run.network, &network));
    for name in ["input", "conv1", "maxpool1"] {
        assert!(Arc::ptr_eq(ran.report.activation(name).unwrap(), run.report.activation(name).unwrap()), "{name}");
    }
}

#[test]
fn what_is_asked_about_a_run() {
    both(|engine| {
        let network = network(engine);
        let run = run(engine, &network, "cat.png");
        let class = run.report.main().best();
        let question = Question { head: Head::Main, class, minus: Some((class + 1) % 10) };
        let mut all = Vec::new();
        for layer in ["conv1", "maxpool1", "inception3a.branch2.1", "inception4d", "avgpool", "fc"] {
            let cell = Cell { layer: layer.to_owned(), channel: 2, row: 0, column: 0 };
            engine.explain(run.clone(), run.report.clone(), cell);
            engine.kernels(network.clone(), layer.to_owned());
            all.extend(told(engine));
        }
        engine.naive(run.clone(), run.report.clone(), 2, Priority::Interactive);
        all.extend(told(engine));
        engine.branches(run.clone(), 3);
        all.extend(told(engine));
        engine.contributions(run.clone(), "inception3a.branch3.0".to_owned(), class);
        all.extend(told(engine));
        engine.attribute(run.clone(), (run.report.clone(), muted()), "inception4c", class, None);
        all.extend(told(engine));
        engine.contribute(run.clone(), (run.report.id, Muted::new()), question);
        let contributed = first(engine, &mut all, |event| match event {
            Event::Contributed(contributed) => Some(contributed.clone()),
            _ => None,
        });
        engine.drops(run.clone(), Muted::new(), contributed, "inception5a".to_owned());
        all.extend(told(engine));
        engine.colour(run.clone(), "conv2".to_owned());
        all.extend(told(engine));
        engine.gaussian_gradients(run.clone(), muted(), class, 3, Spread::USUAL);
        all.extend(told(engine));
        engine.gradients(run, Muted::new(), class, 3);
        all.extend(told(engine));
        all
    });
}

#[test]
fn a_patch_slides_over_the_photo() {
    both(|engine| {
        let network = network(engine);
        let run = run(engine, &network, "cat.png");
        engine.occlusion(run.clone(), muted(), run.report.main().best(), 32);
        told(engine)
    });
}

#[test]
fn two_photos_edits_and_photos_beside_them() {
    both(|engine| {
        let network = network(engine);
        let a = run(engine, &network, "cat.png");
        engine.open(Side::Second, network.clone(), photo("astronaut.png"), None);
        let mut all = Vec::new();
        let b = first(engine, &mut all, |event| match event {
            Event::Photo(Side::Second, PhotoEvent::Ran(run)) => Some(run.clone()),
            _ => None,
        });
        engine.compare(a.report.clone(), b.report.clone());
        all.extend(told(engine));
        engine.edit(a.clone(), Edits { brightness: 0.2, ..Edits::default() }, muted());
        all.extend(told(engine));
        engine.look(network.clone(), photo("astronaut.png"), 7);
        all.extend(told(engine));
        engine.branches_in_album(network.clone(), 1, 5, vec![photo("cat.png"), photo("astronaut.png")]);
        all.extend(told(engine));
        let pixels = Origin::Pixels(b.photo.display.clone());
        engine.thumbnails(vec![a.photo.origin(), pixels], 32);
        all.extend(told(engine));
        all
    });
}

#[test]
fn what_is_measured() {
    both(|engine| {
        let network = network(engine);
        let run = run(engine, &network, "cat.png");
        engine.measure(network.clone(), run.photo.clone());
        let mut all = told(engine);
        engine.module_times(run.clone(), run.report.clone());
        all.extend(told(engine));
        engine.measure_peak();
        all.extend(told(engine));
        all
    });
}

#[test]
fn heatmaps_and_a_cascade_and_they_go_on() {
    both(|engine| {
        let network = network(engine);
        let run = run(engine, &network, "cat.png");
        let question = Question { head: Head::Main, class: run.report.main().best(), minus: None };
        let effort = Effort {
            patch_step_px: 112,
            smoothgrad_samples: 1,
            integration_steps: 1,
            networks: 1,
            orders: 1,
            cells_at_once: 100,
        };
        let settings = Settings { effort, ..Settings::default() };
        let study = StudyOrder { run, muted: muted(), question, settings, seed: 1, studio: Studio::empty() };
        let mut all = Vec::new();
        engine.study(study.clone(), true);
        let (studio, table) = first(engine, &mut all, |event| match event {
            Event::Studied(studio, studied) => Some((studio.clone(), studied.table.clone()?)),
            _ => None,
        });
        assert!(studio.is_same(&study.studio));
        engine.study(study.clone(), false);
        all.extend(told(engine));
        let trained = table.rows.iter().find_map(|row| row.map.clone()).unwrap();
        let cascade =
            CascadeOrder { of: study, method: Method::Gradient, trained: trained.map.clone(), studio: Studio::empty() };
        engine.cascade(cascade);
        all.extend(told(engine));
        all
    });
}

#[test]
fn pictures_tiles_and_dreams_and_they_go_on() {
    both(|engine| {
        let network = network(engine);
        let run = run(engine, &network, "cat.png");
        let of = |channel| Recipe::of(Target::Channel { layer: "conv2".to_owned(), channel });
        let paint = PaintOrder {
            network: network.clone(),
            is_random: false,
            recipe: of(3),
            steps: 2,
            store: None,
            studio: Studio::empty(),
        };
        engine.paint(paint.clone());
        let mut all = told(engine);
        engine.paint(PaintOrder { steps: 4, ..paint });
        all.extend(told(engine));
        let wanted = Wanted::default();
        engine.want(&wanted, vec![(1, of(1)), (0, of(0))]);
        let atlas = AtlasOrder { network: network.clone(), wanted: wanted.clone(), steps: 2, store: None };
        engine.atlas(atlas.clone());
        all.extend(told(engine));
        engine.want(&wanted, vec![(2, of(2))]);
        engine.atlas(atlas);
        all.extend(told(engine));
        let dream = |strength| DreamOrder {
            network: network.clone(),
            muted: muted(),
            photo: run.photo.display.clone(),
            recipe: DreamRecipe { octaves: 2, steps: 1, strength, ..DreamRecipe::of("inception4c", None) },
            studio: Studio::empty(),
        };
        engine.dream(dream(1.0));
        all.extend(told(engine));
        engine.dreams(vec![dream(0.5), dream(2.0)]);
        all.extend(told(engine));
        let recipe = FoolRecipe { goal: Goal::AnyOther, epsilon: 2, steps: 2, start: None };
        let (answer, report) = (run.report.main().best(), run.report.id);
        engine.fool(FoolOrder { run, report, muted: muted(), answer, recipes: vec![recipe] });
        all.extend(told(engine));
        all
    });
}
