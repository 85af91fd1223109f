//! While weights are read.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::engine::Executor;
use inception_lens::state::{Options, Settings};

use super::controls;
use crate::app::sample;
use crate::raster::RasterRenderer;
use crate::widgets::folder;

/// The app with a result on screen; nothing takes in what the engine has to tell, so that reading goes on.
fn window() -> Harness<'static, Option<App>> {
    let mut harness = Harness::builder().with_size([1440.0, 900.0]).renderer(RasterRenderer::default()).build_ui_state(
        |ui, app: &mut Option<App>| {
            let options = Options { image: sample("cat.png"), ..Default::default() };
            let start = || App::new(ui.ctx(), &options, Settings::default(), Executor::Inline);
            app.get_or_insert_with(start).draw(ui);
        },
        None,
    );
    harness.state_mut().as_mut().unwrap().settle(0.0);
    harness.run_steps(2);
    harness
}

/// Red of the lightest pixel of the predicted class, written in the left column.
fn brightest(harness: &mut Harness<'static, Option<App>>) -> u8 {
    let place =
        harness.get_all_by_label_contains(&format!("cat, {}", crate::defaults::answer("cat").1)).next().unwrap().rect();
    let picture = harness.render().unwrap();
    let [x, y, width] = [place.left(), place.top(), place.width()].map(|edge| edge as u32);
    let class = image::imageops::crop_imm(&picture, x, y, width, 30).to_image();
    class.pixels().map(|pixel| pixel.0[0]).max().unwrap()
}

#[test]
fn only_photos_can_be_opened_while_weights_are_read_and_the_result_stays_pale() {
    let mut harness = window();
    assert!(brightest(&mut harness) > 220);
    harness.get_by_label(&format!("{} · GoogLeNet + BN", crate::defaults::name())).click();
    harness.run_steps(3);
    harness.get_by_label("Use the default weights").click();
    harness.run_steps(3);
    let app = |harness: &Harness<'static, Option<App>>| {
        let state = harness.state().as_ref().unwrap().state();
        (state.is_reading_weights(), state.shown().is_some())
    };
    assert_eq!(app(&harness), (true, true));
    let enabled = |harness: &Harness<'static, Option<App>>| -> Vec<String> {
        let found = controls(harness).into_iter();
        let enabled = found.filter(|control| control.is_enabled);
        enabled.map(|control| control.name).collect()
    };
    assert_eq!(enabled(&harness), ["Open image…", "Live pictures", "Samples"]);
    let pale = brightest(&mut harness);
    assert!((60..200).contains(&pale), "{pale}");
    let picture = harness.render().unwrap();
    picture.save(format!("{}/reading-weights.png", folder())).unwrap();
    harness.state_mut().as_mut().unwrap().settle(0.0);
    harness.run_steps(2);
    assert_eq!(app(&harness), (false, true));
    assert!(enabled(&harness).len() > 20);
}
