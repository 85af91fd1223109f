//! What a file of taught weights says of itself (model cards: Mitchell et al. 2019).

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::features::TaughtDepth;
use super::left_out::LeftOut;
use super::regression::PENALTY;
use crate::engine::LoadedNetwork;

/// A class on a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardClass {
    /// Its name.
    pub name: String,
    /// Photos it was taught.
    pub photos: usize,
    /// Of those, photos that were left out once and called right; `None` where they were not tested: one photo alone.
    pub right: Option<usize>,
}

/// A model card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// In the order of the logits.
    pub classes: Vec<CardClass>,
    /// The weights whose first layers these are.
    pub base: String,
    /// SHA-256 of their file.
    pub base_sha256: String,
}

impl Card {
    /// Of a lesson that was taught; `names` are those of its classes.
    pub fn new(network: &LoadedNetwork, names: &[String], left_out: &LeftOut) -> Self {
        let class = |(class, name): (usize, &String)| {
            let photos = left_out.classes.iter().filter(|of| **of == class).count();
            let right = left_out.count(TaughtDepth::Module5b, class, class);
            let is_tested = photos > 1 && left_out.done(TaughtDepth::Module5b) == left_out.total();
            CardClass { name: name.clone(), photos, right: is_tested.then_some(right) }
        };
        let classes = names.iter().enumerate().map(class).collect();
        Self { classes, base: network.name.clone(), base_sha256: network.sha256.clone() }
    }

    /// Photos called right of those left out once, over all classes; `None` where none was tested.
    pub fn left_out(&self) -> Option<[usize; 2]> {
        let tested = self.classes.iter().filter_map(|class| Some([class.right?, class.photos]));
        tested.reduce(|[a, b], [c, d]| [a + c, b + d])
    }

    /// The card as Markdown.
    pub fn markdown(&self) -> String {
        let photos: usize = self.classes.iter().map(|class| class.photos).sum();
        let mut text = format!(
            "# Taught: {}\n\nThe last layer of GoogLeNet, taught {} classes on {photos} photos with Inception Lens.  Everything before it is that of \
             {} (SHA-256 {}).\n\n| class | photos | right, left out once |\n|---|---|---|\n",
            self.classes.iter().map(|class| plain(&class.name)).collect::<Vec<_>>().join(", "),
            self.classes.len(),
            plain(&self.base),
            self.base_sha256,
        );
        for class in &self.classes {
            let right = class.right.map_or_else(|| "not tested".to_owned(), |right| right.to_string());
            // A text never fails to grow.
            let _ = writeln!(text, "| {} | {} | {right} |", plain(&class.name), class.photos);
        }
        let tested = match self.left_out() {
            Some([right, of]) => format!("{right} of {of} photos were called right by a head taught on all others."),
            None => "No photo was left out and tested.".to_owned(),
        };
        let _ = write!(
            text,
            "\n{tested}\n\n\
             - How: averages of 1,024 maps of each photo, its mirror and its four corners; standardised; multinomial logistic regression, \
             mean log-loss + {PENALTY}/2 |W|^2, bias free, by L-BFGS; standardisation folded back, so the layer is linear.\n\
             - It knows these classes and no other: whatever it is shown, it answers one of them.\n\
             - So few photos teach whatever tells them apart, which may be a background, a light or a sticker.  Look at the evidence.\n\
             - Photos left out once are like those it was taught; photos of another place or camera will be called right less often.\n\
             - Not for decisions about people.  The photos are not in this file.\n"
        );
        text
    }
}

/// A name that leaves the table as it is.
fn plain(name: &str) -> String {
    name.chars().map(|letter| if letter.is_control() || letter == '|' { ' ' } else { letter }).collect()
}
