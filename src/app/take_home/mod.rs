//! What a person takes home: a picture of the view, numbers of a layer, the lesson on paper.
//!
//! ```text
//! menu -> Command::TakeHome -> parcel (what is on screen now) -> dialog -> thread: make, write -> message
//! ```
//!
//! | file | its job |
//! |---|---|
//! | `send` | asks where to put a file, has it made, and says what became of it |
//! | `names` | names proposed for files |
//! | `export_job` | what is needed to make a file, held until its name is chosen |
//! | `parcel` | what is on screen, put aside for a file |
//! | `facts` | what a file says about where it comes from |
//! | `picture` | a view as it was drawn, painted when it is wanted |
//! | `layout` | the view is laid out beside the window, or its figure alone |
//! | `made` | pictures that were made, and dreams |
//! | `numbers` | the selected layer as CSV or for NumPy |
//! | `lesson_input` | what the lesson on paper is about |
//! | `lesson` | all cards of the lesson, then the page |
//! | `lesson_renderer` | goes through the cards with an app of its own, which no window shows |
//! | `cards` | what the heads answered, and the cards' texts |
//! | `glossary`, `words` | terms of the lesson, and what the pages say themselves |
//! | `export_worker` | the thread that makes and writes |
//! | `order` | what is to be made where the engine is, in a page |
//! | `elsewhere` | how that is made |

mod cards;
pub(super) mod elsewhere;
pub(super) mod export_job;
pub(super) mod export_worker;
mod facts;
mod glossary;
mod layout;
pub(super) mod lesson;
pub(super) mod lesson_input;
mod lesson_renderer;
mod made;
mod names;
mod numbers;
pub(super) mod order;
mod parcel;
pub(super) mod picture;
mod send;
mod words;
