//! "Guess the machine": what will the network answer to photos that nobody here has seen?  First without help, then with a
//! heatmap, then with its strongest channels.

use std::sync::Arc;

use rand::SeedableRng as _;
use rand::rngs::StdRng;
use rand::seq::{IndexedRandom as _, SliceRandom as _};

use crate::album::Album;
use crate::engine::Looked;
use crate::spec::Head;

/// Photos of a game.
pub const PHOTOS: usize = 10;

/// Answers to choose from: the network's, the two that it finds next likely, and any other.
pub(crate) const ANSWERS: usize = 4;

/// A difference that chance makes more often than this is not one.
pub(crate) const CHANCE: f64 = 0.05;

/// What helps to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Help {
    /// Nothing but the photo.
    None,
    /// Where the evidence for the network's answer is; its name is not said.
    Heatmap,
    /// The nine channels of the last module that fire most.
    Channels,
}

impl Help {
    /// In the order in which they come.
    pub const ALL: [Self; 3] = [Self::None, Self::Heatmap, Self::Channels];

    /// The help at a photo of the game, from 0.
    fn at(turn: usize) -> Self {
        match turn {
            0..4 => Self::None,
            4..7 => Self::Heatmap,
            _ => Self::Channels,
        }
    }

    /// Its word in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Heatmap => "heatmap",
            Self::Channels => "channels",
        }
    }
}

/// A photo to guess about.
#[derive(Clone, Debug)]
pub struct Turn {
    /// Position in the album.
    pub photo: usize,
    /// What helps.
    pub help: Help,
    /// Classes to choose from.
    pub answers: Vec<usize>,
    /// What the network answers.
    pub right: usize,
    /// What was chosen.
    pub chosen: Option<usize>,
}

/// A game.
#[derive(Clone, Debug, Default)]
pub struct Guessing {
    /// Which game: it chooses photos and answers.
    pub seed: u64,
    /// The album, by its number, and the weights that it was drawn for.
    pub(crate) of: Option<(u64, String)>,
    /// Its photos.
    pub turns: Vec<Turn>,
    /// The photo on screen; behind the last one the score is shown.
    pub at: usize,
    /// What was found of that photo.
    pub looked: Option<Arc<Looked>>,
    /// The photo that was asked about last.
    pub(crate) asked: Option<u64>,
}

/// What a person can ask of the game.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuessCommand {
    /// Choose an answer, by its place.
    Choose(usize),
    /// The next photo, or the score.
    Next,
    /// Another game.
    Again,
    /// The result as CSV on the clipboard.
    Copy,
}

/// Whether the heatmap helped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Helped {
    /// Chance alone makes such a difference.
    Chance,
    /// More right with it.
    Helped,
    /// Fewer right with it.
    Misled,
}

impl Guessing {
    /// Draws photos of the album that have run; none where fewer than two answers are there.
    pub(crate) fn draw(album: &Album, seed: u64, of: (u64, String)) -> Self {
        let mut random = StdRng::seed_from_u64(seed);
        let ran = |photo: &usize| album.photos[*photo].answer(Head::Main).is_some_and(|answer| answer.top.len() >= 3);
        let mut photos: Vec<usize> = (0..album.photos.len()).filter(ran).collect();
        photos.shuffle(&mut random);
        photos.truncate(PHOTOS);
        let turns = photos.into_iter().enumerate().filter_map(|(place, photo)| {
            let answer = album.photos[photo].answer(Head::Main)?;
            let mut answers: Vec<usize> = answer.top.iter().take(ANSWERS - 1).map(|guess| guess.class).collect();
            let others: Vec<usize> = (0..album.classes.len()).filter(|class| !answers.contains(class)).collect();
            answers.extend(others.choose(&mut random));
            let right = answers[0];
            answers.shuffle(&mut random);
            Some(Turn { photo, help: Help::at(place), answers, right, chosen: None })
        });
        let turns = turns.collect();
        Self { seed, of: Some(of), turns, at: 0, looked: None, asked: None }
    }

    /// The photo on screen; `None` once all were shown.
    pub fn turn(&self) -> Option<&Turn> {
        self.turns.get(self.at)
    }

    /// Whether all photos were guessed about.
    pub fn is_over(&self) -> bool {
        !self.turns.is_empty() && self.at >= self.turns.len()
    }

    /// Guesses with that help, and how many of them were right.
    pub fn score(&self, help: Help) -> [usize; 2] {
        let guessed = self.turns.iter().filter(|turn| turn.help == help && turn.chosen.is_some());
        let right = guessed.clone().filter(|turn| turn.chosen == Some(turn.right));
        [right.count(), guessed.count()]
    }

    /// Whether the heatmap helped, by Fisher's exact test, two-sided.
    pub fn helped(&self) -> Helped {
        let [none, map] = [Help::None, Help::Heatmap].map(|help| self.score(help));
        let share = |[right, of]: [usize; 2]| right as f64 / of.max(1) as f64;
        match fisher([none, map]) < CHANCE {
            false => Helped::Chance,
            true if share(map) > share(none) => Helped::Helped,
            true => Helped::Misled,
        }
    }

    /// A line a kind of help: right, guesses; no names.
    pub fn csv(&self) -> String {
        let line = |help: Help| {
            let [right, of] = self.score(help);
            format!("{},{right},{of}\n", help.key())
        };
        "help,right,guesses\n".to_owned() + &Help::ALL.map(line).concat()
    }
}

/// How often chance makes two groups differ as much or more: both `[right, all]`, Fisher's exact test, two-sided.
pub fn fisher([[a, n], [b, m]]: [[usize; 2]; 2]) -> f64 {
    let (right, all) = (a + b, n + m);
    let choose = |n: usize, k: usize| (0..k).map(|i| (n - i) as f64 / (k - i) as f64).product::<f64>();
    let chance = |a: usize| choose(n, a) * choose(m, right - a) / choose(all, right);
    let observed = chance(a);
    let possible = right.saturating_sub(m)..=right.min(n);
    possible.map(chance).filter(|chance| *chance <= observed * (1.0 + 1e-9)).sum::<f64>().min(1.0)
}
