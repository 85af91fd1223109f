//! What is worked out of an album once a snapshot: counts, labels, the order of the photos.

use std::cell::RefCell;
use std::rc::Rc;

use crate::album::statistics::{HeadShares, head_shares};
use crate::album::{Album, Photo, Truth};
use crate::locale::text::class_text;
use crate::spec::Head;
use crate::state::{AlbumChoices, Filter, PhotoOrder, Row};

/// A row of the card of labels.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LabelRow {
    /// What its photos are said to show.
    pub row: Row,
    /// In the language of the interface.
    pub name: String,
    /// Its photos.
    pub count: usize,
    /// Of these, answered.
    pub ran: usize,
    /// Of these, rightly: where the weights know it.
    pub right: Option<usize>,
    /// The most frequent answer.
    pub frequent: Option<usize>,
    /// The folders behind a class, where there are several.
    pub folders: Vec<LabelRow>,
}

/// Photos in the order in which they are shown, and of what choices.
struct Shown {
    of: (Filter, Option<Row>, PhotoOrder),
    photos: Rc<[usize]>,
}

/// Numbers of a snapshot.
pub(super) struct Facts {
    /// The snapshot.
    pub id: u64,
    /// Photos that pass each filter, in the order of [`Filter::ALL`].
    pub counts: [usize; Filter::ALL.len()],
    /// How often each head is right.
    pub heads: Vec<HeadShares>,
    /// Classes that the weights know, most photos first.
    pub known: Vec<LabelRow>,
    /// Folders that they do not know, in the order of their names.
    pub unknown: Vec<LabelRow>,
    shown: RefCell<Option<Shown>>,
}

impl Facts {
    pub(super) fn new(album: &Album) -> Self {
        let mut counts = [0; Filter::ALL.len()];
        for photo in album.photos.iter().filter(|photo| photo.is_readable()) {
            for (count, filter) in counts.iter_mut().zip(Filter::ALL) {
                *count += usize::from(filter.passes(photo));
            }
        }
        let (known, unknown) = labels(album);
        Self { id: album.id, counts, heads: head_shares(album), known, unknown, shown: RefCell::default() }
    }

    /// How often the main head is right.
    pub(super) fn main(&self) -> Option<HeadShares> {
        self.heads.iter().find(|shares| shares.head == Head::Main).copied()
    }

    /// How many known photos there are.
    pub(super) fn known_photos(&self) -> usize {
        self.main().map_or(0, |shares| shares.known)
    }

    /// Positions of the photos that are chosen, in the chosen order.
    pub(super) fn shown(&self, album: &Album, choices: &AlbumChoices) -> Rc<[usize]> {
        let of = (choices.filter, choices.label, choices.order);
        let mut kept = self.shown.borrow_mut();
        let shown = match kept.take() {
            Some(shown) if shown.of == of => shown,
            _ => Shown { of, photos: ordered(album, of).into() },
        };
        let photos = Rc::clone(&shown.photos);
        *kept = Some(shown);
        photos
    }

    /// The rows of the card.
    pub(super) fn rows(&self) -> impl Iterator<Item = &LabelRow> {
        self.known.iter().chain(&self.unknown)
    }

    /// The name of a row.
    pub(super) fn name_of(&self, row: Row) -> Option<&str> {
        let with_folders = self.rows().flat_map(|found| std::iter::once(found).chain(&found.folders));
        with_folders.into_iter().find(|found| found.row == row).map(|found| found.name.as_str())
    }
}

/// Photos that are chosen, in order.
fn ordered(album: &Album, (filter, label, order): (Filter, Option<Row>, PhotoOrder)) -> Vec<usize> {
    let passes = |photo: &Photo| filter.passes(photo) && label.is_none_or(|row| row.holds(photo));
    let photos = album.photos.iter().enumerate().filter(|(_, photo)| passes(photo));
    let mut photos: Vec<usize> = photos.map(|(position, _)| position).collect();
    let certainty =
        |position: usize| album.photos[position].answer(Head::Main).map_or(-1.0, |answer| answer.best().probability);
    let most_certain = |one: &usize, other: &usize| certainty(*other).total_cmp(&certainty(*one));
    let has_no_answer = |position: &usize| certainty(*position) < 0.0;
    match order {
        PhotoOrder::Folder => {}
        PhotoOrder::MostCertain => photos.sort_by(most_certain),
        // What has no answer yet comes last in any order.
        PhotoOrder::LeastCertain => photos.sort_by(|one, other| {
            let last = has_no_answer(one).cmp(&has_no_answer(other));
            last.then_with(|| most_certain(other, one))
        }),
        PhotoOrder::WrongFirst => {
            let is_wrong = |position: &usize| album.photos[*position].is_right() == Some(false);
            let (mut wrong, rest): (Vec<usize>, Vec<usize>) = photos.into_iter().partition(is_wrong);
            wrong.sort_by(most_certain);
            wrong.extend(rest);
            return wrong;
        }
    }
    photos
}

/// Known classes, most photos first, and folders that are not known, by name.
fn labels(album: &Album) -> (Vec<LabelRow>, Vec<LabelRow>) {
    let (mut known, mut unknown): (Vec<LabelRow>, Vec<LabelRow>) = Default::default();
    let mut of_label: Vec<Vec<&Photo>> = vec![Vec::new(); album.labels.len()];
    for photo in album.photos.iter().filter(|photo| photo.is_readable()) {
        if let Some(photos) = photo.label.and_then(|label| of_label.get_mut(label)) {
            photos.push(photo);
        }
    }
    for (label, photos) in of_label.iter().enumerate() {
        let Some(first) = photos.first() else { continue };
        let name = folder_text(&album.labels[label]);
        let folder = label_row(Row::Folder(label), name, photos);
        match first.truth {
            Truth::Known(class) => match known.iter_mut().find(|row| row.row == Row::Class(class)) {
                Some(row) => row.folders.push(folder),
                None => {
                    let name = class_text(&album.classes[class]).to_owned();
                    known.push(LabelRow { folders: vec![folder], ..label_row(Row::Class(class), name, &[]) });
                }
            },
            Truth::Unknown | Truth::None => unknown.push(folder),
        }
    }
    for row in &mut known {
        let photos: Vec<&Photo> =
            album.photos.iter().map(|photo| &**photo).filter(|photo| row.row.holds(photo)).collect();
        let folders = std::mem::take(&mut row.folders);
        *row = label_row(row.row, std::mem::take(&mut row.name), &photos);
        row.folders = if folders.len() > 1 { folders } else { Vec::new() };
    }
    known.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.name.cmp(&other.name)));
    (known, unknown)
}

fn label_row(row: Row, name: String, photos: &[&Photo]) -> LabelRow {
    let answers: Vec<usize> = photos.iter().filter_map(|photo| Some(photo.answer(Head::Main)?.best().class)).collect();
    let frequency = |class: &usize| answers.iter().filter(|answer| *answer == class).count();
    let is_known = photos.iter().any(|photo| photo.known().is_some());
    let right = photos.iter().filter(|photo| photo.is_right() == Some(true)).count();
    LabelRow {
        row,
        name,
        count: photos.len(),
        ran: answers.len(),
        right: is_known.then_some(right),
        // The first of equals in the order of the classes.
        frequent: answers.iter().copied().max_by_key(|class| (frequency(class), std::cmp::Reverse(*class))),
        folders: Vec::new(),
    }
}

/// The name of a folder in the language of the interface, where it is a word of ours.
pub(super) fn folder_text(folder: &str) -> String {
    class_text(folder).to_owned()
}
