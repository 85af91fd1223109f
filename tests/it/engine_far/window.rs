//! The app itself with its engine elsewhere.

use inception_lens::engine::Executor;
use inception_lens::state::{Command, LayerPane, MessageKind, Options, View};

use super::line::far_waking;
use crate::stage::Stage;

const SIZE: [f32; 2] = [1280.0, 800.0];

fn stages() -> [Stage; 2] {
    let near = Stage::new(Options::default(), SIZE);
    [near, Stage::far(Options::default(), SIZE, |wake| far_waking(Executor::Inline, wake))]
}

/// What is on screen: the answers, and all maps.
fn shown(stage: &Stage) -> String {
    super::told::report(&stage.state().shown().unwrap().report)
}

#[test]
fn a_photo_is_opened_a_channel_muted_and_a_cell_explained() {
    let mut stages = stages();
    let shown = stages.each_mut().map(|stage| {
        assert!(stage.state().messages.is_empty());
        let opened = shown(stage);
        stage.apply(Command::Show(View::Layer));
        stage.apply(Command::SelectLayer("inception3a".to_owned()));
        stage.apply(Command::SelectChannel(Some(3)));
        stage.apply(Command::Mute { layer: "inception3a.branch1".to_owned(), channel: 3, muted: true });
        let muted = shown(stage);
        stage.apply(Command::SelectLayer("inception3b.branch2.1".to_owned()));
        stage.apply(Command::SelectChannel(Some(5)));
        stage.apply(Command::SelectCell(Some((2, 3))));
        let explanation = stage.state().found.explanation.clone().unwrap();
        let explained = format!("{:?} {:?}", explanation.cell, explanation.arithmetic);
        stage.apply(Command::ClearMuted);
        [opened, muted, explained, shown(stage)]
    });
    assert_eq!(shown[0], shown[1]);
    let [opened, muted, _, again] = &shown[1];
    assert!(opened != muted && opened == again);
}

#[test]
fn what_a_view_asks_for_arrives() {
    let mut stages = stages();
    let found = stages.each_mut().map(|stage| {
        stage.apply(Command::Show(View::Module(2)));
        stage.apply(Command::SwitchBranch { module: 2, branch: 1, is_off: true });
        let branches = stage.state().found.branches.clone().unwrap();
        stage.apply(Command::ClearMuted);
        stage.apply(Command::Show(View::Layer));
        stage.apply(Command::SelectLayer("conv2".to_owned()));
        stage.apply(Command::SelectChannel(Some(3)));
        let panes = [LayerPane::LooksFor, LayerPane::Dream];
        for pane in panes {
            let arrangement = inception_lens::state::Arrangement { pane, ..stage.state().arrangement };
            stage.apply(Command::Arrange(arrangement));
        }
        let painted = stage.state().looks_for.picture.painted.clone().unwrap();
        let dreamt = stage.state().dreams.drawn().cloned().unwrap();
        let thumbnails = stage.state().gallery.iter().filter(|sample| sample.thumbnail.is_some()).count();
        assert!(stage.state().messages.is_empty());
        (branches.without.clone(), painted.pictures.clone(), dreamt.picture.clone(), thumbnails)
    });
    assert!(found[0] == found[1]);
    assert!(found[1].3 > 0);
}

#[test]
fn two_networks_are_compared() {
    let album = Some(inception_lens::album::Place::Folder(crate::small_album::small_album().to_owned()));
    let with = Some(inception_lens::state::OtherWeights::Random);
    let (image, pace) = (crate::app::sample("cat.png"), inception_lens::state::Pace::short(2));
    let options = Options { image, with, album, pace, ..Options::default() };
    let near = Stage::new(options.clone(), SIZE);
    let far = Stage::far(options, SIZE, |wake| far_waking(Executor::Inline, wake));
    let found = [near, far].map(|stage| {
        let is_error = |message: &inception_lens::state::Message| message.kind == MessageKind::Error;
        assert!(!stage.state().messages.iter().any(is_error));
        // Each window counts its albums anew.
        let depths = inception_lens::engine::Depths::clone(stage.state().depths().unwrap());
        let depths = inception_lens::engine::Depths { album: 0, ..depths };
        assert!(depths.is_finished);
        (super::told::report(&stage.state().second().unwrap().report), format!("{depths:?}"))
    });
    assert!(found[0] == found[1]);
}
