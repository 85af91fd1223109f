//! What lies behind an `Arc` crosses once.  For `#[serde(with = "crate::wire::once")]`; [`in_message`]: once in every message that
//! speaks of it, for what no later message speaks of.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use serde::de::{Deserializer, EnumAccess, Error as _, VariantAccess, Visitor};
use serde::ser::{Error as _, Serializer};
use serde::{Deserialize, Serialize};

use super::{Known, SCOPE, Scope};

const NAMES: &[&str] = &["Known", "New"];

/// Which of the tables.
type Table = fn(&mut Scope) -> &mut Known;

fn of_both(scope: &mut Scope) -> &mut Known {
    &mut scope.known
}

fn of_message(scope: &mut Scope) -> &mut Known {
    &mut scope.message
}

/// Writes the number, and with it what it stands for unless the other side knows that.
///
/// # Errors
/// The serializer's; outside a message.
pub fn serialize<T, S>(thing: &Arc<T>, serializer: S) -> Result<S::Ok, S::Error>
where
    T: Content + ?Sized,
    S: Serializer,
{
    write(thing, serializer, of_both)
}

/// Reads what was written.
///
/// # Errors
/// The deserializer's; a number that stands for nothing here.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<Arc<T>, D::Error>
where
    T: Content + ?Sized,
    D: Deserializer<'de>,
{
    read(deserializer, of_both)
}

/// What can be shared: its content as it is written and read.
pub trait Content: Send + Sync + 'static {
    /// Writes the content.
    ///
    /// # Errors
    /// The serializer's.
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;

    /// Reads it.
    ///
    /// # Errors
    /// The deserializer's.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<Self>, D::Error>;
}

/// The content of these types is written and read as serde does it.
macro_rules! contents {
    ($($type:ty),+) => {$(
        impl $crate::wire::once::Content for $type {
            fn write<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(self, serializer)
            }

            fn read<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<std::sync::Arc<Self>, D::Error> {
                <Self as serde::Deserialize>::deserialize(deserializer).map(std::sync::Arc::new)
            }
        }
    )+};
}
pub(crate) use contents;

impl Content for image::RgbImage {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        super::picture::serialize(self, serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<Self>, D::Error> {
        super::picture::deserialize(deserializer)
    }
}

impl Content for [f32] {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        super::floats::serialize(&self, serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<Self>, D::Error> {
        super::floats::deserialize(deserializer)
    }
}

impl Content for [String] {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<Self>, D::Error> {
        Vec::<String>::deserialize(deserializer).map(Into::into)
    }
}

impl Content for [u8] {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        super::bytes::serialize(&self, serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<Self>, D::Error> {
        super::bytes::deserialize(deserializer)
    }
}

/// A thing as it stands inside a number's first mention.
struct Inside<'a, T: ?Sized>(&'a T);

impl<T: Content + ?Sized> Serialize for Inside<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

struct Taken<T: ?Sized>(Arc<T>);

impl<'de, T: Content + ?Sized> Deserialize<'de> for Taken<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(Self)
    }
}

fn write<T: Content + ?Sized, S: Serializer>(thing: &Arc<T>, serializer: S, table: Table) -> Result<S::Ok, S::Error> {
    // The table is not borrowed while the content is written: it may speak of other things.
    let named = SCOPE.with_borrow_mut(|scope| {
        let known = table(scope.as_mut()?);
        Some(known.number(thing).map_or_else(|| (known.name(thing), true), |number| (number, false)))
    });
    match named {
        None => Err(S::Error::custom("shared data crosses in messages only")),
        Some((number, false)) => serializer.serialize_newtype_variant("Once", 0, NAMES[0], &number),
        Some((number, true)) => serializer.serialize_newtype_variant("Once", 1, NAMES[1], &(number, Inside(&**thing))),
    }
}

fn read<'de, T: Content + ?Sized, D: Deserializer<'de>>(deserializer: D, table: Table) -> Result<Arc<T>, D::Error> {
    deserializer.deserialize_enum("Once", NAMES, Mention { table, of: PhantomData })
}

struct Mention<T: ?Sized> {
    table: Table,
    of: PhantomData<fn() -> Box<T>>,
}

impl<'de, T: Content + ?Sized> Visitor<'de> for Mention<T> {
    type Value = Arc<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a number, with what it stands for or without")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Arc<T>, A::Error> {
        let within = |work: &mut dyn FnMut(&mut Known)| {
            SCOPE.with_borrow_mut(|scope| scope.as_mut().map(|scope| work((self.table)(scope))))
        };
        let (is_new, content) = data.variant::<u32>()?;
        if is_new == 0 {
            let number: u64 = content.newtype_variant()?;
            let mut found = None;
            within(&mut |known| found = known.get(number));
            return found.ok_or_else(|| A::Error::custom(format!("nothing is known under the number {number}")));
        }
        let (number, Taken(thing)): (u64, Taken<T>) = content.newtype_variant()?;
        within(&mut |known| known.insert(number, &thing));
        Ok(thing)
    }
}

/// An `Arc` as it stands among others.
struct Part<'a, T: ?Sized>(&'a Arc<T>, Table);

impl<T: Content + ?Sized> Serialize for Part<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write(self.0, serializer, self.1)
    }
}

struct Read<T: ?Sized>(Arc<T>);

impl<'de, T: Content + ?Sized> Deserialize<'de> for Read<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer, of_both).map(Self)
    }
}

/// Several.
pub mod list {
    use super::{Arc, Content, Deserialize, Deserializer, Part, Read, Serializer, of_both};

    /// Writes them.
    ///
    /// # Errors
    /// The serializer's.
    pub fn serialize<T: Content, S: Serializer>(things: &[Arc<T>], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(things.iter().map(|thing| Part(thing, of_both)))
    }

    /// Reads them.
    ///
    /// # Errors
    /// The deserializer's.
    pub fn deserialize<'de, T: Content, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Arc<T>>, D::Error> {
        Ok(Vec::<Read<T>>::deserialize(deserializer)?.into_iter().map(|thing| thing.0).collect())
    }
}

/// Perhaps none.
pub mod optional {
    use super::{Arc, Content, Deserialize, Deserializer, Part, Read, Serialize, Serializer, of_both};

    /// Writes it.
    ///
    /// # Errors
    /// The serializer's.
    pub fn serialize<T: Content, S: Serializer>(thing: &Option<Arc<T>>, serializer: S) -> Result<S::Ok, S::Error> {
        thing.as_ref().map(|thing| Part(thing, of_both)).serialize(serializer)
    }

    /// Reads it.
    ///
    /// # Errors
    /// The deserializer's.
    pub fn deserialize<'de, T: Content, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Arc<T>>, D::Error> {
        Ok(Option::<Read<T>>::deserialize(deserializer)?.map(|thing| thing.0))
    }
}

/// Perhaps none, with something beside it.
pub mod beside {
    use super::{Arc, Content, Deserialize, Deserializer, Part, Read, Serialize, Serializer, of_both};

    /// Writes both.
    ///
    /// # Errors
    /// The serializer's.
    pub fn serialize<B: Serialize, T: Content, S: Serializer>(
        both: &Option<(B, Arc<T>)>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        both.as_ref().map(|(beside, thing)| (beside, Part(thing, of_both))).serialize(serializer)
    }

    /// Reads both.
    ///
    /// # Errors
    /// The deserializer's.
    pub fn deserialize<'de, B: Deserialize<'de>, T: Content, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<(B, Arc<T>)>, D::Error> {
        let both = Option::<(B, Read<T>)>::deserialize(deserializer)?;
        Ok(both.map(|(beside, thing)| (beside, thing.0)))
    }
}

/// By name.
pub mod map {
    use std::collections::{BTreeMap, HashMap};

    use super::{Arc, Content, Deserialize, Deserializer, Part, Read, Serialize, Serializer, of_both};

    /// Writes them in the order of their names, so that equal maps give equal bytes.
    ///
    /// # Errors
    /// The serializer's.
    pub fn serialize<T: Content, S: Serializer>(
        things: &HashMap<String, Arc<T>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let parts = things.iter().map(|(name, thing)| (name, Part(thing, of_both)));
        parts.collect::<BTreeMap<_, _>>().serialize(serializer)
    }

    /// Reads them.
    ///
    /// # Errors
    /// The deserializer's.
    pub fn deserialize<'de, T: Content, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<HashMap<String, Arc<T>>, D::Error> {
        let things = HashMap::<String, Read<T>>::deserialize(deserializer)?;
        Ok(things.into_iter().map(|(name, thing)| (name, thing.0)).collect())
    }
}

/// Several, each once in every message that speaks of it.
pub mod in_message {
    use super::{Arc, Content, Deserialize, Deserializer, Part, Serializer, of_message, read};

    struct Read<T: ?Sized>(Arc<T>);

    impl<'de, T: Content + ?Sized> Deserialize<'de> for Read<T> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            read(deserializer, of_message).map(Self)
        }
    }

    /// Writes them.
    ///
    /// # Errors
    /// The serializer's.
    pub fn serialize<T: Content, S: Serializer>(things: &[Arc<T>], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(things.iter().map(|thing| Part(thing, of_message)))
    }

    /// Reads them.
    ///
    /// # Errors
    /// The deserializer's.
    pub fn deserialize<'de, T: Content, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Arc<T>>, D::Error> {
        Ok(Vec::<Read<T>>::deserialize(deserializer)?.into_iter().map(|thing| thing.0).collect())
    }
}
