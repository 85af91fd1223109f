//! The game: what will the network answer?

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::album::Place;
use inception_lens::app::App;
use inception_lens::locale::text::class_text;
use inception_lens::spec::Head;
use inception_lens::state::{AlbumTab, Help, Options, Pace, View, fisher};

use crate::app::{open, settle};
use crate::small_album::small_album;

fn window() -> Harness<'static, App> {
    let album = Some(Place::Folder(small_album().to_path_buf()));
    let view = View::Album(AlbumTab::Guess);
    open(Options { album, view, pace: Pace::short(1), ..Default::default() })
}

/// scipy.stats.fisher_exact, two-sided, of the tables [[right, wrong], [right, wrong]].
#[test]
fn chance_is_judged_by_fishers_exact_test() {
    for (table, expected) in [
        ([[1, 4], [2, 3]], 0.485_714_285_714_285_7),
        ([[0, 8], [7, 8]], 0.001_398_601_398_601_398_6),
        ([[5, 5], [5, 5]], 1.0),
        ([[3, 10], [9, 10]], 0.019_766_611_097_880_443),
    ] {
        assert!((fisher(table) - expected).abs() < 1e-9, "{table:?}: {}", fisher(table));
    }
}

#[test]
fn a_game_is_played_to_its_score() {
    let mut harness = window();
    let mut turns = 0;
    loop {
        let guessing = harness.state().state().album.guessing.clone();
        let Some(turn) = guessing.turn().cloned() else { break };
        turns += 1;
        // What is to be guessed is what the album says the network answers, and one of four answers that all differ.
        let album = harness.state().state().album.album.clone().unwrap();
        let answer = album.photos[turn.photo].answer(Head::Main).unwrap().best().class;
        assert_eq!(turn.right, answer);
        assert_eq!(guessing.looked.as_ref().unwrap().scores.best(), answer);
        let mut answers = turn.answers.clone();
        answers.sort_unstable();
        answers.dedup();
        assert_eq!(answers.len(), 4);
        let label = |class: usize| class_text(&album.classes[class]).to_owned();
        // Before the guess nothing on screen says the answer's share.
        assert!(harness.query_by_label_contains("The network says").is_none());
        // Rightly without help, wrongly with.
        let wrong = *turn.answers.iter().find(|class| **class != answer).unwrap();
        let chosen = if turn.help == Help::None { answer } else { wrong };
        harness.get_by_label(&label(chosen)).click();
        settle(&mut harness);
        let said = if chosen == answer { "Right: the network says" } else { "The network says" };
        harness.get_by_label_contains(&format!("{said} {}", label(answer)));
        let next = if guessing.at + 1 == guessing.turns.len() { "Score" } else { "Next photo" };
        harness.get_by_label(next).click();
        settle(&mut harness);
    }
    let guessing = harness.state().state().album.guessing.clone();
    assert!(guessing.is_over() && turns == guessing.turns.len());
    let [right, of] = guessing.score(Help::None);
    assert_eq!(right, of);
    harness.get_by_label_contains(&format!("Without help: {right} of {of} right"));
    assert!(guessing.csv().starts_with(&format!("help,right,guesses\nnone,{right},{of}\nheatmap,0,")));
    harness.get_by_label("Another game").click();
    settle(&mut harness);
    assert_eq!(harness.state().state().album.guessing.seed, guessing.seed + 1);
}

/// Not a comparison: pictures to look at, in `target/snapshots`.
#[test]
fn the_game_is_drawn() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/snapshots");
    std::fs::create_dir_all(&folder).unwrap();
    let mut harness = window();
    for place in 0..8 {
        if [0, 4, 7].contains(&place) {
            harness.render().unwrap().save(folder.join(format!("guess-{place}.png"))).unwrap();
        }
        let guessing = harness.state().state().album.guessing.clone();
        let Some(turn) = guessing.turn() else { break };
        let class = harness.state().state().album.album.as_ref().unwrap().classes[turn.answers[0]].clone();
        harness.get_by_label(class_text(&class)).click();
        settle(&mut harness);
        let next = if guessing.at + 1 == guessing.turns.len() { "Score" } else { "Next photo" };
        harness.get_by_label(next).click();
        settle(&mut harness);
    }
    harness.render().unwrap().save(folder.join("guess-end.png")).unwrap();
}
