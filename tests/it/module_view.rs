//! The module view, drawn and used.

mod pictures;
mod use_by_label;

use inception_lens::app::App;
use inception_lens::engine::Executor;
use inception_lens::session::Naive;
use inception_lens::spec::Modules;
use inception_lens::state::{Arrangement, Found, ModuleTool, Options, Settings, State, ThemeChoice, View};

/// What a picture shows.
#[derive(Clone, Copy)]
struct Shot {
    name: &'static str,
    module: usize,
    layer: &'static str,
    modules: Modules,
    theme: ThemeChoice,
    size: [f32; 2],
    scale: f32,
    side_by_side: bool,
    tool: Option<ModuleTool>,
}

const SHOT: Shot = Shot {
    name: "reduced-dark",
    module: 2,
    layer: "inception4a.branch2.0",
    modules: Modules::Reduced,
    theme: ThemeChoice::Dark,
    size: [1440.0, 900.0],
    scale: 1.0,
    side_by_side: false,
    tool: None,
};

/// The app once all is computed that the picture needs: the run of the cat, the naive module, the selected kernels.
fn started(shot: Shot) -> App {
    let options = Options {
        image: Some("assets/samples/cat.png".into()),
        view: View::Module(shot.module),
        layer: Some(shot.layer.to_owned()),
        modules: shot.modules,
        theme: Some(shot.theme),
        still: true,
        ..Default::default()
    };
    let ctx = egui::Context::default();
    let mut app = App::new(&ctx, &options, Settings::default(), Executor::Inline);
    app.settle(0.0);
    app
}

/// A copy of its state, to be changed at will.
fn state_for(shot: Shot) -> State {
    let app = started(shot);
    let from = app.state();
    assert!(matches!(from.session.naive, Naive::Ready(_)), "the naive module has not run");
    State {
        view: from.view,
        arrangement: Arrangement { side_by_side: shot.side_by_side, tool: shot.tool, ..from.arrangement },
        modules: from.modules,
        session: from.session.clone(),
        downloads: from.downloads.clone(),
        found: Found { timings: from.found.timings.clone(), kernels: from.found.kernels.clone(), ..Found::default() },
        gallery: from.gallery.clone(),
        photos_in_gallery: from.photos_in_gallery,
        threads: from.threads,
        still: true,
        ..State::new(from.settings.clone(), &from.selection.layer)
    }
}
