//! What a picture says about itself in its file: keys and values for [`crate::export::png::encode`]'s tEXt and iTXt chunks.

use super::painting::Painting;
use super::recipe::{Sign, Start, Target};
use super::subject::Subject;

/// `of`, `steps`, `size`, `seed`, `weights_sha256` and, where they are not the usual ones, `sign`, `start`, `weights`.
/// `of` is what the command line calls it: `inception4d:40`, `inception4a.branch3`, `main:cat` (the class by its label).
pub fn of_painting(painting: &Painting, labels: &[String]) -> Vec<(&'static str, String)> {
    let recipe = painting.recipe();
    let mut facts = vec![
        ("of", recipe.target.words(labels)),
        ("steps", painting.steps().to_string()),
        ("size", format!("{0}x{0}", recipe.size)),
        ("seed", recipe.seed.to_string()),
    ];
    facts.extend(of_subject(painting.subject()));
    match recipe.sign {
        Sign::Maximise => {}
        Sign::Minimise => facts.push(("sign", "minimised".to_owned())),
    }
    match recipe.start {
        Start::Noise => {}
        Start::Photo(_) => facts.push(("start", "a photo".to_owned())),
    }
    facts
}

/// The weights, by their hash, and whether fresh ones stood in for them.
pub(super) fn of_subject(subject: &Subject) -> Vec<(&'static str, String)> {
    let mut facts = vec![("weights_sha256", subject.weights_sha256.clone())];
    if subject.random_weights {
        facts.push(("weights", "random weights in place of these".to_owned()));
    }
    facts
}

impl Target {
    /// What the command line calls it; a class by its label where there is one.
    pub fn words(&self, labels: &[String]) -> String {
        match self {
            Self::Channel { layer, channel } => format!("{layer}:{channel}"),
            Self::Cell { layer, channel } => format!("{layer}:{channel}, the cell in the middle"),
            Self::Layer { layer } => layer.clone(),
            Self::Logit { head, class } => match labels.get(*class) {
                Some(label) => format!("{}:{label}", head.key()),
                None => format!("{}:{class}", head.key()),
            },
        }
    }
}
