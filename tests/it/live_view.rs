//! Moving pictures as a person uses them, by label, in both languages.

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use inception_lens::app::App;
use inception_lens::engine::Executor;
use inception_lens::locale::text::{Language, tr, tr_with};
use inception_lens::platform::abilities::{ABILITIES, Abilities};
use inception_lens::session::{NetworkState, PhotoProgress};
use inception_lens::state::{AlbumTab, Command, LiveCommand, LiveSource, Options, Settings, TeachCommand, View};

use crate::app::{click, drop_file, open, open_sized, sample, settle};
use crate::live::{fixture, gif, plain};

fn window(language: Language) -> Harness<'static, App> {
    open(Options { image: Some(fixture("moving.gif")), language: Some(language), ..Default::default() })
}

fn shown(harness: &Harness<'static, App>) -> u64 {
    harness.state().state().live.as_ref().map_or(0, |live| live.shown)
}

fn says(harness: &Harness<'static, App>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

/// Plays until so many more frames have run.
fn play(harness: &mut Harness<'static, App>, frames: u64) {
    let wanted = shown(harness) + frames;
    for _ in 0..200 {
        if shown(harness) >= wanted {
            return;
        }
        settle(harness);
    }
    panic!("{} of {wanted} frames", shown(harness));
}

#[test]
fn an_animation_plays_freezes_and_goes_on_in_both_languages() {
    for language in [Language::English, Language::Korean] {
        let mut harness = window(language);
        play(&mut harness, 3);
        assert!(says(&harness, "moving.gif · "));
        let report = harness.state().state().report().unwrap().id;
        click(&mut harness, &tr("live-freeze"));
        let frozen = shown(&harness);
        for _ in 0..5 {
            settle(&mut harness);
        }
        assert_eq!(shown(&harness), frozen);
        assert!(says(&harness, tr("live-frozen").split(['{', '·']).next().unwrap().trim()));
        harness.key_press(Key::G);
        settle(&mut harness);
        play(&mut harness, 2);
        assert_ne!(harness.state().state().report().unwrap().id, report);
        let trail = harness.state().state().live.as_ref().unwrap().trail.answers().len();
        assert_eq!(trail as u64, shown(&harness));
        click(&mut harness, &tr("live-close"));
        assert!(harness.state().state().live.is_none());
        assert!(harness.state().state().report().is_some(), "the last frame stays as the photo");
    }
}

/// Whatever is on screen is of the newest frame, and no frame is a step to go back to.
#[test]
fn every_view_follows_and_nothing_of_a_frame_is_kept() {
    let mut harness = window(Language::English);
    for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5] {
        harness.key_press(key);
        settle(&mut harness);
        play(&mut harness, 2);
        let state = harness.state().state();
        assert!(!state.is_stale() && matches!(state.session.first.progress(), PhotoProgress::Done));
        assert!(!state.editing.can_undo());
    }
    harness.key_press_modifiers(egui::Modifiers::ALT, Key::ArrowLeft);
    settle(&mut harness);
    assert!(!matches!(harness.state().state().view, View::Cost(_)), "back to the view before, not the frame before");
    assert_eq!(harness.state().state().settings.recent_photos.len(), 1);
}

#[test]
fn what_is_switched_off_stays_off_in_every_frame() {
    let mut harness = window(Language::English);
    play(&mut harness, 1);
    harness.state_mut().apply(Command::SwitchBranch { module: 2, branch: 1, is_off: true }, 0.0);
    settle(&mut harness);
    play(&mut harness, 3);
    let state = harness.state().state();
    assert_eq!(state.shown().unwrap().off(), state.muted());
    assert!(!state.muted().is_empty() && state.unmuted().is_some());
}

#[test]
fn a_mirror_swaps_left_and_right_for_the_network_too() {
    let mut harness = window(Language::English);
    play(&mut harness, 1);
    click(&mut harness, "Freeze");
    let pixels = |harness: &Harness<'static, App>| harness.state().state().shown().unwrap().photo.display.clone();
    let answers =
        |harness: &Harness<'static, App>| harness.state().state().live.as_ref().unwrap().trail.answers().len();
    let (before, count) = (pixels(&harness), answers(&harness));
    click(&mut harness, "Mirror");
    assert_eq!(*pixels(&harness), image::imageops::flip_horizontal(&*before));
    assert_eq!(answers(&harness), count, "it is the same frame");
    click(&mut harness, "Mirror");
    assert_eq!(*pixels(&harness), *before);
}

#[test]
fn whoever_edits_wants_the_picture_to_stay() {
    let mut harness = window(Language::English);
    play(&mut harness, 1);
    harness.key_press(Key::E);
    settle(&mut harness);
    assert!(harness.state().state().live.as_ref().unwrap().is_frozen);
}

#[test]
fn another_photo_ends_it_and_a_gif_that_is_dropped_plays() {
    let mut harness = open(Options { image: sample("cat.png"), ..Default::default() });
    drop_file(&mut harness, fixture("moving.webp"));
    play(&mut harness, 2);
    drop_file(&mut harness, sample("flower.jpg").unwrap());
    assert!(harness.state().state().live.is_none());
    assert_eq!(harness.state().state().shown().unwrap().photo.name, "flower.jpg");
    // One that does not move is a photo.
    drop_file(&mut harness, fixture("still.gif"));
    assert!(harness.state().state().live.is_none());
    assert_eq!(harness.state().state().shown().unwrap().photo.name, "still.gif");
    assert!(matches!(harness.state().state().session.network, NetworkState::Ready(_)));
}

#[test]
fn an_animation_that_fails_says_why_and_the_photo_before_stays() {
    let folder = tempfile::tempdir().unwrap();
    let moving = std::fs::read(fixture("moving.gif")).unwrap();
    let path = folder.path().join("cut.gif");
    std::fs::write(&path, &moving[..60]).unwrap();
    let mut harness = open(Options { image: sample("cat.png"), ..Default::default() });
    drop_file(&mut harness, path);
    settle(&mut harness);
    assert!(says(&harness, "cut.gif: "));
    assert!(harness.state().state().live.is_none());
    assert_eq!(harness.state().state().shown().unwrap().photo.name, "cat.png");
}

fn open_menu(harness: &mut Harness<'static, App>) {
    click(harness, &tr("live-menu"));
    harness.step();
}

#[test]
fn the_menu_offers_what_there_is_and_a_page_says_what_there_is_not() {
    for language in [Language::English, Language::Korean] {
        let mut harness = open(Options { image: sample("cat.png"), language: Some(language), ..Default::default() });
        open_menu(&mut harness);
        harness.get_by_label(&tr("live-open-file"));
        harness.get_by_label(&tr("live-address"));
        assert!(!harness.get_by_label(&tr("live-open-folder")).accesskit_node().is_disabled());
        assert_eq!(harness.get_by_label(&tr("live-open-camera")).accesskit_node().is_disabled(), !ABILITIES.has_camera);
    }
    let page = Abilities { has_folders: false, has_streams: false, has_camera: true, ..ABILITIES };
    let options = Options { image: sample("cat.png"), ..Default::default() };
    let mut harness =
        Harness::builder().with_size([1440.0, 900.0]).renderer(crate::raster::RasterRenderer::default()).build_eframe(
            move |cc| App::new(&cc.egui_ctx, &options, Settings::default(), Executor::Inline).with_abilities(page),
        );
    settle(&mut harness);
    open_menu(&mut harness);
    assert!(harness.get_by_label("Watch a folder for new photos…").accesskit_node().is_disabled());
    assert!(!harness.get_by_label("Look through the camera").accesskit_node().is_disabled());
    assert!(says(&harness, "A page in a browser watches no folders and asks nothing of other computers."));
}

#[test]
fn a_host_that_is_not_nearby_is_asked_about_by_its_name() {
    for language in [Language::English, Language::Korean] {
        let mut harness = open(Options { image: sample("cat.png"), language: Some(language), ..Default::default() });
        let connect = |harness: &mut Harness<'static, App>, text: &str| {
            harness.state_mut().apply(Command::Live(LiveCommand::Connect(text.to_owned())), 0.0);
            settle(harness);
        };
        connect(&mut harness, "http://camera.invalid:8080/video");
        harness.get_by_label(&tr_with("live-question", &[("host", "camera.invalid:8080")]));
        assert!(harness.state().state().live.is_none());
        harness.key_press(Key::Escape);
        settle(&mut harness);
        assert!(harness.state().state().live_question.is_none() && harness.state().state().live.is_none());
        // Enter alone does not connect.
        connect(&mut harness, "http://camera.invalid:8080/video");
        harness.key_press(Key::Enter);
        settle(&mut harness);
        assert!(harness.state().state().live.is_none());
        connect(&mut harness, "http://camera.invalid:8080/video");
        click(&mut harness, &tr_with("live-question-yes", &[("host", "camera.invalid:8080")]));
        assert!(says(&harness, "camera.invalid:8080"), "it is asked for, and is not there");
        // A password is refused, and not shown.
        connect(&mut harness, "http://me:secret@192.168.0.5/");
        assert!(says(&harness, &tr("error-address-credentials")));
        assert!(!says(&harness, "secret"));
    }
}

/// Everything in the bar has its place, on a desk and before a class, also where the window is small.
#[test]
fn the_bar_is_there_at_every_size() {
    for size in [[1024.0, 768.0], [1440.0, 900.0]] {
        for language in [Language::English, Language::Korean] {
            let options =
                Options { image: Some(fixture("moving.gif")), language: Some(language), ..Default::default() };
            let mut harness = open_sized(options, size);
            play(&mut harness, 2);
            for name in ["live-freeze", "live-mirror", "live-save", "live-close"] {
                let rect = harness.get_by_label(&tr(name)).rect();
                assert!(harness.ctx.content_rect().contains_rect(rect), "{name} {rect:?}");
            }
            harness.key_press(Key::P);
            settle(&mut harness);
            harness.get_by_label(&tr("live-freeze"));
        }
    }
}

/// Frames that nobody had time for are counted.
#[test]
fn a_source_that_is_too_fast_drops_frames_and_says_how_many() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("fast.gif");
    std::fs::write(&path, gif((0..30).map(|number| plain(8 * number)))).unwrap();
    // 20 ms a frame, a look every quarter of a second.
    let mut harness = open(Options { image: Some(path), language: Some(Language::English), ..Default::default() });
    play(&mut harness, 3);
    // None is on its way.
    click(&mut harness, "Freeze");
    let live = harness.state().state().live.as_ref().unwrap();
    assert!(live.dropped > 0 && matches!(live.source, LiveSource::File(_)));
    let last = live.trail.last().unwrap().frame;
    assert_eq!(last, live.shown + live.dropped, "every frame is seen or dropped");
    assert!(says(&harness, &format!("{} dropped", live.dropped)));
}

/// In a window on a small screen nothing of the toolbar lies on anything else, with the button that opens what moves, which still
/// pictures do not show.
#[test]
fn the_toolbar_has_room_for_what_moves() {
    for language in Language::ALL {
        for width in [1024.0, 1100.0, 1180.0, 1366.0, 1440.0] {
            let options = Options { language: Some(language), image: sample("cat.png"), ..Options::default() };
            let harness = open_sized(options, [width, 768.0]);
            let found = crate::accessibility::controls::controls(&harness);
            let bar: Vec<_> = found.iter().filter(|control| control.rect.center().y < 48.0).collect();
            assert!(bar.len() > 10, "{}", bar.len());
            for (place, one) in bar.iter().enumerate() {
                for other in &bar[place + 1..] {
                    let (a, b) = (one.rect.shrink(1.0), other.rect.shrink(1.0));
                    assert!(!a.intersects(b), "{language:?} {width}: {} and {}", one.name, other.name);
                }
            }
        }
    }
}

/// A camera that is held fills a tray while pictures move; a click takes one, and holding takes none where nothing moves.
#[test]
fn a_held_camera_takes_one_photo_after_the_other_while_pictures_move() {
    let view = View::Album(AlbumTab::Teach);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("thirty.gif");
    std::fs::write(&path, gif((0..30).map(|number| plain(8 * number)))).unwrap();
    let mut harness = open(Options { image: Some(path), view, ..Default::default() });
    play(&mut harness, 1);
    harness.state_mut().apply(Command::Teach(TeachCommand::AddTray), 0.0);
    settle(&mut harness);
    let name = harness.state().state().teach.trays.all[0].name.clone();
    let camera = tr_with("teach-tray-add-open", &[("name", &*name)]);
    let photos = |harness: &Harness<'static, App>| harness.state().state().teach.trays.photos();
    // Three seconds: `open` lets a quarter of one pass from frame to frame.
    let hold = |harness: &mut Harness<'static, App>| {
        let place = harness.get_by_label(&camera).rect().center();
        harness.hover_at(place);
        harness.step();
        harness.drag_at(place);
        for _ in 0..12 {
            harness.step();
            harness.state_mut().settle(0.0);
        }
        harness.drop_at(place);
        settle(harness);
    };
    click(&mut harness, &camera);
    assert_eq!(photos(&harness), 1);
    hold(&mut harness);
    let held = photos(&harness);
    assert!((6..=11).contains(&held), "{held} photos after three seconds, of which the first belongs to a click");
    for _ in 0..6 {
        settle(&mut harness);
    }
    assert_eq!(photos(&harness), held, "let go");
    click(&mut harness, &tr("live-freeze"));
    hold(&mut harness);
    assert_eq!(photos(&harness), held, "nothing moves, and a long press is no click");
}
