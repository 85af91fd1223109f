//! An album whose photos run where the engine is: the window's mirror of it says what an album here says.

use inception_lens::album::{Album, Depth, Place};
use inception_lens::engine::Executor;
use inception_lens::state::{
    AlbumCommand, AlbumRun, AlbumTab, Arrangement, Command, LayerPane, Options, Photos, PictureCommand, Placing, View,
};

use super::line::{far_cut_after, far_waking};
use crate::small_album::small_album;
use crate::stage::Stage;

const SIZE: [f32; 2] = [1280.0, 800.0];

fn options() -> Options {
    Options { album: Some(Place::Folder(small_album().to_owned())), ..Options::default() }
}

fn stages() -> [Stage; 2] {
    let far = |executor| Stage::far(options(), SIZE, move |wake| far_waking(executor, wake));
    [Stage::new(options(), SIZE), far(Executor::Inline)]
}

fn told(album: &Album) -> String {
    let photos: Vec<_> = album.photos.iter().map(|photo| format!("{photo:?}")).collect();
    format!("{:?} {:?} {:?}", album.weights_sha256, album.labels, photos)
}

#[test]
fn all_photos_have_the_same_answers_and_pictures() {
    let found = stages().map(|mut stage| {
        stage.apply(Command::Show(View::Album(AlbumTab::Photos)));
        let count = stage.state().album.album.as_ref().map_or(0, |album| album.photos.len());
        stage.apply(Command::Album(AlbumCommand::WantThumbnails((0..count).collect())));
        stage.apply(Command::Album(AlbumCommand::Select(Some(1))));
        let album = &stage.state().album;
        assert!(
            matches!(album.run, AlbumRun::Complete(progress) if progress.done == count && progress.photo_ms.is_some())
        );
        assert_eq!(album.album.as_ref().unwrap().ran().count(), count);
        let thumbnails: Vec<_> = (0..count).map(|photo| album.thumbnails.get(photo).cloned().unwrap()).collect();
        let index = album.index.as_ref().unwrap();
        let strongest = index.examples("inception4d", 12).unwrap();
        (told(album.album.as_ref().unwrap()), thumbnails, album.picture.clone().unwrap(), strongest)
    });
    assert_eq!(found[0].0, found[1].0);
    assert!(found[0].1 == found[1].1 && found[0].2 == found[1].2);
    assert!(!found[0].3.is_empty());
    assert_eq!(found[0].3, found[1].3);
}

#[test]
fn photos_are_placed_and_channels_have_examples() {
    let found = stages().map(|mut stage| {
        stage.apply(Command::Show(View::Album(AlbumTab::Map)));
        let placed = &stage.state().album.placed;
        let layouts: Vec<_> = Depth::ALL
            .into_iter()
            .flat_map(|depth| {
                [Placing::Pca, Placing::Tsne].map(|placing| format!("{:?}", placed.layout(depth, placing)))
            })
            .collect();
        assert!(placed.sheet.is_some() && layouts.iter().all(|layout| layout.starts_with("Some")));
        stage.apply(Command::Show(View::Layer));
        stage.apply(Command::SelectLayer("inception4a".to_owned()));
        stage.apply(Command::SelectChannel(Some(7)));
        let arrangement = Arrangement { pane: LayerPane::LooksFor, ..stage.state().arrangement };
        stage.apply(Command::Arrange(arrangement));
        stage.apply(Command::Picture(PictureCommand::SetPhotos(Photos::Useful)));
        let looks_for = &stage.state().looks_for;
        let examples = looks_for.examples.as_ref().unwrap();
        let shown = |example: &inception_lens::state::Example| {
            (example.photo, example.value.to_bits(), example.label.clone(), example.answer, example.patch.clone())
        };
        let strongest: Vec<_> = examples.strongest.iter().map(shown).collect();
        let useful: Vec<_> = looks_for.useful.as_ref().unwrap().examples.iter().map(shown).collect();
        assert!(strongest.iter().all(|(.., patch)| patch.is_some()));
        (layouts, strongest, useful)
    });
    assert_eq!(found[0].0, found[1].0);
    assert!(found[0].1 == found[1].1 && found[0].2 == found[1].2);
}

#[test]
fn an_engine_lost_on_the_way_leaves_what_has_run() {
    // Weights, the first photo and some of the album arrive; how many messages that takes depends on how busy the machine is.
    let opened = |messages| {
        let mut stage = Stage::far(options(), SIZE, |wake| far_cut_after(messages, wake));
        stage.apply(Command::Show(View::Album(AlbumTab::Photos)));
        stage
    };
    let ran = |stage: &Stage| stage.state().album.album.as_ref().map_or(0, |album| album.ran().count());
    let stage = (10..24).map(opened).find(|stage| ran(stage) > 0).unwrap();
    let album = &stage.state().album;
    assert!(matches!(&album.run, AlbumRun::Failed(error) if error.message.contains("has stopped")));
    let (ran, all) = (ran(&stage), album.album.as_ref().unwrap().photos.len());
    assert!(ran < all, "{ran} of {all}");
    assert!(stage.state().shown().is_some(), "the photo on screen stays");
}
