//! Classes of one's own taught where the engine is: the same head, the same table, the same file as here.

use inception_lens::engine::Executor;
use inception_lens::state::{AlbumTab, Command, Options, TeachCommand, View};
use inception_lens::teach::TaughtDepth;

use super::line::far_waking;
use crate::app::sample;
use crate::small_album::small_album;
use crate::stage::Stage;

const SIZE: [f32; 2] = [1280.0, 800.0];

#[test]
fn trays_are_taught_there_as_here() {
    let options = || Options {
        image: sample("cat.png"),
        view: View::Album(AlbumTab::Teach),
        teach: Some(small_album().to_owned()),
        ..Options::default()
    };
    let far = Stage::far(options(), SIZE, move |wake| far_waking(Executor::Inline, wake));
    let found = [Stage::new(options(), SIZE), far].map(|mut stage| {
        stage.apply(Command::Teach(TeachCommand::SetDepth(TaughtDepth::Module4d)));
        let teach = &stage.state().teach;
        let names: Vec<String> = teach.trays.all.iter().map(|tray| tray.name.clone()).collect();
        assert_eq!(names, ["apple", "cup", "dog", "pyramid"]);
        let head = teach.current().unwrap().head.clone();
        let table = teach.table().unwrap().as_ref().clone();
        assert_eq!((table.total(), table.done(TaughtDepth::Module3b)), (10, 10));
        let said = stage.state().taught_answer().unwrap().clone();
        let stuck = teach.shortcut.stuck.as_ref().map(|(_, stuck)| (stuck.with.clone(), stuck.seen.clone()));
        stage.apply(Command::Teach(TeachCommand::Use));
        let report = stage.state().report().unwrap();
        assert_eq!(&*report.labels, ["apple", "cup", "dog", "pyramid"]);
        (head, table, said.logits, stuck.unwrap(), report.main().logits.clone())
    });
    assert!(found[0] == found[1]);
}
