//! The lesson on paper: a handout, a worksheet with blanks, and its answer key, each one HTML file that needs no other.
//!
//! | file | its job |
//! |---|---|
//! | `sheet` | what the three have in common: head, style, pictures |
//! | `text` | a card's text with its computed numbers marked |
//! | `handout` | everything, the answers too |
//! | `worksheet` | the same texts with blanks in place of the numbers, empty or filled |
//! | `style.css` | for the screen and for A4 |
//!
//! The pages are `maud` templates: whatever is filled in is escaped, whatever a file or a photo is called.

mod handout;
pub(super) mod sheet;
mod text;
mod worksheet;

pub use handout::{PAGE_MM, handout};
pub use text::{Span, Text, Value};
pub use worksheet::{Kind, worksheet};

/// A lesson on one photo, all words in one language.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// Code of the language: "en".
    pub language: &'static str,
    /// What the pages say themselves.
    pub words: Words,
    /// The photo.
    pub photo: Picture,
    /// Said below the photo, where it is none: that it was generated.
    pub synthetic: Option<String>,
    /// What the heads answered about the photo.
    pub heads: Vec<HeadAnswer>,
    /// The cards, in order.
    pub cards: Vec<Card>,
    /// The terms of the lesson.
    pub glossary: Vec<Term>,
    /// Where the pages come from: names and values.
    pub facts: Vec<(String, String)>,
}

/// A picture inside the page.
#[derive(Clone, Debug)]
pub struct Picture {
    /// A PNG file.
    pub png: Vec<u8>,
    /// What is on it, for those who cannot see it; the photo's name for the photo.
    pub alt: String,
    /// How wide it is printed, mm; `None`: as wide as its place.
    pub width_mm: Option<f32>,
}

/// What one head answered.
#[derive(Clone, Debug)]
pub struct HeadAnswer {
    /// The head's name.
    pub name: String,
    /// What must be known about it, if anything.
    pub note: Option<String>,
    /// Class and probability, the most probable first.
    pub classes: Vec<(String, String)>,
}

/// One card of the lesson.
#[derive(Clone, Debug)]
pub struct Card {
    /// Its title.
    pub title: Text,
    /// What it tells.
    pub body: Text,
    /// What these weights make different, if anything.
    pub variant: Option<String>,
    /// What it asks.
    pub question: Text,
    /// What can be chosen as an answer; none where it is answered in one's own words.
    pub choices: Vec<String>,
    /// The answer.
    pub answer: Text,
    /// The teacher's footnote.
    pub note: Text,
    /// What the window shows, each figure once, with all that is told of it; none where only a worksheet is wanted.
    pub figures: Vec<Picture>,
    /// What pupils look at or point at on the worksheet.
    pub task: Option<Task>,
}

/// What a question on the worksheet is about.
#[derive(Clone, Debug)]
pub enum Task {
    /// A grid of so many cells a side to point into, over a picture where there is one.
    Grid(usize, Option<Picture>),
    /// Pictures to look at.
    Look(Vec<Picture>),
}

/// A term of the glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// In English.
    pub english: String,
    /// In Korean.
    pub korean: String,
    /// What it means, or how it stands in a sentence, in the language of the page.
    pub meaning: String,
}

/// What the pages say themselves.
#[derive(Clone, Debug)]
pub struct Words {
    /// Title of the handout, with the photo's name.
    pub handout: String,
    /// Title of the worksheet.
    pub worksheet: String,
    /// Title of the answer key.
    pub answers: String,
    /// Line for a name.
    pub name: String,
    /// Line for a class.
    pub class: String,
    /// Line for a date.
    pub date: String,
    /// How to fill in the blanks.
    pub instruction: String,
    /// Above what the heads answered.
    pub answered: String,
    /// Before a question.
    pub question: String,
    /// Before an answer.
    pub answer: String,
    /// Before a footnote.
    pub note: String,
    /// Above the glossary.
    pub glossary: String,
    /// Names of the glossary's columns: English, Korean, meaning.
    pub columns: [String; 3],
    /// Above the facts.
    pub facts: String,
    /// In place of a number that these weights cannot give.
    pub unknown: String,
}
