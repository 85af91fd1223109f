//! Photos sorted into classes, as plain data.

use std::sync::Arc;

use super::features::Features;
use super::lesson::{Lesson, Pupil};
use super::limits::{MOST_CLASSES, MOST_PHOTOS};
use super::photo::TrayPhoto;

/// Fewer classes teach nothing.
pub const LEAST_CLASSES: usize = 2;

/// Most letters of a name.
const MOST_LETTERS: usize = 40;

/// The photos of a class.
#[derive(Clone, Debug)]
pub struct Tray {
    /// Unlike that of any tray before.
    pub number: u64,
    /// Name of the class.
    pub name: String,
    /// Its photos, in the order in which they came.
    pub photos: Vec<Arc<TrayPhoto>>,
}

/// All classes.
#[derive(Clone, Debug, Default)]
pub struct Trays {
    /// From left to right, then down.
    pub all: Vec<Tray>,
    next: u64,
}

/// What came of a photo that was to be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is there.
    Here,
    /// It was in that tray already.
    Already,
    /// It is there, and in another tray of that name as well.
    AlsoIn(String),
    /// There are as many photos as there may be, or the tray is gone.
    Full,
}

impl Trays {
    /// A new class, if there may be one more; its number.
    pub fn add_tray(&mut self, name: &str) -> Option<u64> {
        if self.all.len() >= MOST_CLASSES {
            return None;
        }
        let number = self.next;
        self.next += 1;
        self.all.push(Tray { number, name: shortened(name), photos: Vec::new() });
        Some(number)
    }

    /// A tray of that name, which is there or is made.
    pub fn tray_named(&mut self, name: &str) -> Option<u64> {
        let name = shortened(name);
        match self.all.iter().find(|tray| tray.name == name) {
            Some(tray) => Some(tray.number),
            None => self.add_tray(&name),
        }
    }

    /// The tray of a number.
    pub fn get(&self, number: u64) -> Option<&Tray> {
        self.all.iter().find(|tray| tray.number == number)
    }

    fn get_mut(&mut self, number: u64) -> Option<&mut Tray> {
        self.all.iter_mut().find(|tray| tray.number == number)
    }

    /// Takes a class away.
    pub fn remove_tray(&mut self, number: u64) {
        self.all.retain(|tray| tray.number != number);
    }

    /// Gives a class another name.
    pub fn rename(&mut self, number: u64, name: &str) {
        let name = shortened(name);
        if let Some(tray) = self.get_mut(number) {
            tray.name = name;
        }
    }

    /// Puts a photo into a tray.
    pub fn add(&mut self, number: u64, photo: TrayPhoto) -> Added {
        if self.photos() >= MOST_PHOTOS {
            return Added::Full;
        }
        let id = photo.id.clone();
        let also = self.all.iter().find(|tray| tray.number != number && tray.has(&id)).map(|tray| tray.name.clone());
        let Some(tray) = self.get_mut(number) else { return Added::Full };
        if tray.has(&id) {
            return Added::Already;
        }
        tray.photos.push(Arc::new(photo));
        also.map_or(Added::Here, Added::AlsoIn)
    }

    /// Takes a photo out of a tray.
    pub fn remove(&mut self, number: u64, id: &str) {
        if let Some(tray) = self.get_mut(number) {
            tray.photos.retain(|photo| photo.id != id);
        }
    }

    /// Moves a photo from one tray to another.
    pub fn move_photo(&mut self, from: u64, id: &str, to: u64) {
        let photo = self.get(from).and_then(|tray| tray.photos.iter().find(|photo| photo.id == id).cloned());
        if let Some(photo) = photo.filter(|_| from != to && self.get(to).is_some()) {
            self.remove(from, id);
            self.add(to, TrayPhoto::clone(&photo));
        }
    }

    /// Photos of all trays.
    pub fn photos(&self) -> usize {
        self.all.iter().map(|tray| tray.photos.len()).sum()
    }

    /// The other trays that have the same photo.
    pub fn others_with<'a>(&'a self, number: u64, id: &'a str) -> impl Iterator<Item = &'a Tray> {
        self.all.iter().filter(move |tray| tray.number != number && tray.has(id))
    }

    /// What a photo is to a head, for every tray that has it.
    pub fn learn(&mut self, id: &str, weights: &str, features: &Arc<Features>) {
        let photos = self.all.iter_mut().flat_map(|tray| &mut tray.photos);
        for photo in photos.filter(|photo| photo.id == id) {
            *photo = Arc::new(TrayPhoto::clone(photo).known(weights, Arc::clone(features)));
        }
    }

    /// Photos that have not run on that network, each once.
    pub fn unknown(&self, weights: &str) -> Vec<Arc<TrayPhoto>> {
        let mut found: Vec<Arc<TrayPhoto>> = Vec::new();
        for photo in self.all.iter().flat_map(|tray| &tray.photos) {
            if photo.features_by(weights).is_none() && found.iter().all(|other| other.id != photo.id) {
                found.push(Arc::clone(photo));
            }
        }
        found
    }

    /// The photos of all trays that have some, as numbers; `None` while some have not run on that network.
    pub fn lesson(&self, weights: &str) -> Option<Lesson> {
        let taught: Vec<&Tray> = self.taught().collect();
        let pupil = |(class, photo): (usize, &Arc<TrayPhoto>)| {
            Some(Pupil { class, features: Arc::clone(photo.features_by(weights)?) })
        };
        let photos =
            taught.iter().enumerate().flat_map(|(class, tray)| tray.photos.iter().map(move |photo| (class, photo)));
        let pupils = photos.map(pupil).collect::<Option<Vec<_>>>()?;
        Some(Lesson { labels: taught.iter().map(|tray| tray.name.clone()).collect(), pupils })
    }

    /// Trays with photos: the classes that are taught, in order.
    pub fn taught(&self) -> impl Iterator<Item = &Tray> {
        self.all.iter().filter(|tray| !tray.photos.is_empty())
    }
}

impl Tray {
    /// Whether a photo is in it.
    pub fn has(&self, id: &str) -> bool {
        self.photos.iter().any(|photo| photo.id == id)
    }
}

/// A name on one line, not longer than a tray can show.
fn shortened(name: &str) -> String {
    let line: String = name.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    line.trim().chars().take(MOST_LETTERS).collect()
}
