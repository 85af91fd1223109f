//! What both sides know by number.

use std::any::Any;
use std::collections::HashMap;
use std::sync::Arc;

/// Who holds a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Who asks.  It says what may be let go of: what nobody on its side holds any more.
    Asking,
    /// Who answers.  It keeps what was spoken of until the asking side says that it has let go.
    Answering,
}

/// Numbers and what they stand for, as one side has it.
///
/// Letting go takes a message there and one back: what the asking side lets go of ([`Self::sweep`]) it does not speak of by
/// number any more; the answering side forgets it ([`Self::forget`]) and says so; only then does the asking side drop it
/// ([`Self::drop_forgotten`]), for until then an answer may be under way that speaks of it.
pub struct Known {
    side: Side,
    last: u64,
    things: HashMap<u64, Thing>,
    /// Numbers by address: a thing in the table keeps its place.
    numbers: HashMap<usize, u64>,
    leaving: HashMap<u64, Thing>,
}

struct Thing {
    address: usize,
    /// An `Arc<T>`.
    held: Box<dyn Any + Send + Sync>,
    holders: fn(&(dyn Any + Send + Sync)) -> usize,
}

impl Known {
    /// Nothing is known yet.
    pub fn new(side: Side) -> Self {
        Self { side, last: 0, things: HashMap::new(), numbers: HashMap::new(), leaving: HashMap::new() }
    }

    /// Whose it is.
    pub fn side(&self) -> Side {
        self.side
    }

    /// How many things are held.
    pub fn len(&self) -> usize {
        self.things.len() + self.leaving.len()
    }

    /// Whether nothing is.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the other side knows a thing.
    pub fn knows<T: ?Sized>(&self, thing: &Arc<T>) -> bool {
        self.number(thing).is_some()
    }

    /// The number of a thing, if it has one.
    pub(super) fn number<T: ?Sized>(&self, thing: &Arc<T>) -> Option<u64> {
        self.numbers.get(&address(thing)).copied()
    }

    /// A number for a thing that has none.  Both sides count on their own: one takes even numbers, the other odd ones.
    pub(super) fn name<T: ?Sized + Send + Sync + 'static>(&mut self, thing: &Arc<T>) -> u64 {
        self.last += 1;
        let number = self.own(self.last);
        self.insert(number, thing);
        number
    }

    /// How many numbers were given here.
    pub(super) fn named(&self) -> u64 {
        self.last
    }

    /// Takes back the numbers that were given since there were so many.
    pub(super) fn forget_since(&mut self, named: u64) {
        let numbers: Vec<u64> = (named + 1..=self.last).map(|count| self.own(count)).collect();
        self.forget(&numbers);
    }

    fn own(&self, count: u64) -> u64 {
        match self.side {
            Side::Asking => 2 * count,
            Side::Answering => 2 * count + 1,
        }
    }

    /// Notes a thing under the number that the other side has for it.
    pub(super) fn insert<T: ?Sized + Send + Sync + 'static>(&mut self, number: u64, thing: &Arc<T>) {
        let holders = |held: &(dyn Any + Send + Sync)| held.downcast_ref::<Arc<T>>().map_or(0, Arc::strong_count);
        self.numbers.insert(address(thing), number);
        self.things.insert(number, Thing { address: address(thing), held: Box::new(Arc::clone(thing)), holders });
    }

    /// What a number stands for; `None` for one that is unknown, or something else.
    pub(super) fn get<T: ?Sized + 'static>(&self, number: u64) -> Option<Arc<T>> {
        let thing = self.things.get(&number).or_else(|| self.leaving.get(&number))?;
        thing.held.downcast_ref::<Arc<T>>().cloned()
    }

    /// The asking side lets go of what nobody else holds: its numbers, for the answering side.
    pub fn sweep(&mut self) -> Vec<u64> {
        let is_held = |thing: &Thing| (thing.holders)(&*thing.held) > 1;
        let leaving = self.things.extract_if(|_, thing| !is_held(thing)).collect::<Vec<_>>();
        let mut numbers = Vec::with_capacity(leaving.len());
        for (number, thing) in leaving {
            self.numbers.remove(&thing.address);
            self.leaving.insert(number, thing);
            numbers.push(number);
        }
        numbers.sort_unstable();
        numbers
    }

    /// The asking side: the other has forgotten these.
    pub fn drop_forgotten(&mut self, numbers: &[u64]) {
        numbers.iter().for_each(|number| drop(self.leaving.remove(number)));
    }

    /// These are not spoken of any more.
    pub fn forget(&mut self, numbers: &[u64]) {
        for number in numbers {
            if let Some(thing) = self.things.remove(number) {
                self.numbers.remove(&thing.address);
            }
        }
    }
}

fn address<T: ?Sized>(thing: &Arc<T>) -> usize {
    Arc::as_ptr(thing).cast::<()>().addr()
}
