//! The layer view in every state, drawn to `target/snapshots` to be looked at beside the mock-up.

use egui::Key;
use inception_lens::state::{Command, Sort, ThemeChoice};

use super::stage::{Stage, WINDOW};

#[test]
fn every_state_is_drawn_to_be_looked_at() {
    let mut stage = Stage::new("inception3b.branch2.1").select(79, Some((10, 7)));
    stage.save("dark", WINDOW, 1.0);
    stage.save("1366", [1366.0, 768.0], 1.0);
    stage.save("1100", [1100.0, 720.0], 1.0);
    stage.save("wide", [1720.0, 900.0], 1.0);
    stage.save("scale2", [1280.0, 760.0], 2.0);
    stage.state.settings.theme = ThemeChoice::Light;
    stage.save("light", WINDOW, 1.0);
    stage.state.settings.theme = ThemeChoice::Dark;
    stage.carry_out(Command::Mute { layer: "inception3b.branch2.1".to_owned(), channel: 79, muted: true });
    stage.contribute(100);
    stage.save("muted", WINDOW, 1.0);
    for (layer, channel, cell) in [
        ("input", 0, (100, 30)),
        ("conv1", 12, (2, 50)),
        ("maxpool1", 12, (20, 20)),
        ("inception4a.branch2.0", 5, (7, 7)),
        ("inception5b", 700, (3, 3)),
        ("avgpool", 700, (0, 0)),
        ("fc", 3, (0, 0)),
        ("aux1.pool", 3, (1, 2)),
    ] {
        stage.carry_out(Command::ClearMuted);
        stage.carry_out(Command::SetSort(Sort::Mean));
        stage.carry_out(Command::SelectLayer(layer.to_owned()));
        stage = stage.select(channel, Some(cell));
        stage.save(&layer.replace('.', "-"), WINDOW, 1.0);
    }
    for layer in ["conv1", "conv3", "inception4a.branch2.0", "inception4a.branch3.1", "fc", "aux1.fc1"] {
        stage.carry_out(Command::SelectLayer(layer.to_owned()));
        stage = stage.select(5, None);
        stage.typed = vec![Key::K];
        stage.save(&format!("kernels-{}", layer.replace('.', "-")), WINDOW, 1.0);
        stage.typed = vec![Key::K];
        stage.save("off", WINDOW, 1.0);
    }
}

#[test]
fn the_app_itself_draws_the_view() {
    use inception_lens::app::launch::picture;
    use inception_lens::state::{Options, View};
    for (name, theme) in [("app-dark", ThemeChoice::Dark), ("app-light", ThemeChoice::Light)] {
        let options = Options {
            image: Some("assets/samples/cat.png".into()),
            view: View::Layer,
            layer: Some("inception3b.branch2.1".to_owned()),
            theme: Some(theme),
            ..Options::default()
        };
        let image = picture(&options, WINDOW, 1.0).unwrap();
        image.save(format!("{}/layer-{name}.png", super::super::widgets::folder())).unwrap();
    }
}
