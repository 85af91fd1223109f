//! A zip archive whose entries are stored as they are, which is how torch.save writes one.
//!
//! Not the `zip` crate: it reserves memory for as many entries as the directory claims to have.

use std::collections::HashMap;
use std::ops::Range;

use crate::weights::WeightsError;
use crate::weights::file::{MAX_TENSORS, damaged};

/// Longest comment behind the end of an archive, bytes.
const MAX_COMMENT: usize = 0xFFFF;
/// Most entries: a storage a tensor, and a few files beside them.
const MAX_ENTRIES: usize = MAX_TENSORS + 1000;
/// Stands for a number that is in the 64-bit extension.
const IN_EXTENSION: usize = 0xFFFF_FFFF;

/// Entries by name.
pub(super) struct Archive<'a> {
    bytes: &'a [u8],
    entries: HashMap<&'a str, Entry>,
}

/// What the directory says of an entry.
#[derive(Clone, Copy)]
struct Entry {
    method: usize,
    checksum: u32,
    length: usize,
    header: usize,
}

impl<'a> Archive<'a> {
    /// Reads the directory.
    pub fn open(bytes: &'a [u8]) -> Result<Self, WeightsError> {
        let end = find_end(bytes).ok_or_else(|| damaged("the end of its zip archive is missing"))?;
        let wrong = || damaged("the directory of its zip archive is wrong");
        let (count, mut at) = directory(bytes, end).ok_or_else(wrong)?;
        if count > MAX_ENTRIES {
            return Err(damaged(&format!("its zip archive claims {count} entries")));
        }
        let mut entries = HashMap::new();
        for _ in 0..count {
            let (name, entry, next) = directory_entry(bytes, at).ok_or_else(wrong)?;
            entries.insert(name, entry);
            at = next;
        }
        Ok(Self { bytes, entries })
    }

    /// The folder in which everything is: that of `data.pkl`.
    pub fn root(&self) -> Option<&'a str> {
        let mut names = self.entries.keys();
        names.find_map(|name| name.strip_suffix("/data.pkl").filter(|root| !root.contains('/')))
    }

    /// The bytes of an entry; `None` if there is none of that name.
    pub fn entry(&self, name: &str) -> Result<Option<&'a [u8]>, WeightsError> {
        let Some(entry) = self.entries.get(name) else {
            return Ok(None);
        };
        if entry.method != 0 {
            return Err(WeightsError::Unsupported {
                cause: format!("{name} in this zip archive is compressed, as torch.save never does"),
                remedy: "use the file as torch.save wrote it, or zip its folder without compression (zip -0)"
                    .to_owned(),
            });
        }
        let data = self.data(entry);
        let data = data.ok_or_else(|| damaged(&format!("{name} is cut off")))?;
        // torch can be told to leave checksums out.
        if entry.checksum != 0 && crc32fast::hash(data) != entry.checksum {
            return Err(damaged(&format!("{name} does not match its checksum")));
        }
        Ok(Some(data))
    }

    fn data(&self, entry: &Entry) -> Option<&'a [u8]> {
        let header = self.bytes.get(entry.header..)?;
        if !header.starts_with(b"PK\x03\x04") {
            return None;
        }
        let start = 30 + number(header, 26..28)? + number(header, 28..30)?;
        header.get(start..)?.get(..entry.length)
    }
}

/// Little-endian number at that place, as long as the range; `None` beyond the end or memory.
fn number(bytes: &[u8], range: Range<usize>) -> Option<usize> {
    let joined = bytes.get(range)?.iter().rev();
    let joined = joined.fold(0_u64, |number, &byte| (number << 8) | u64::from(byte));
    usize::try_from(joined).ok()
}

/// Where the end record begins: the last one whose comment reaches to the end of the file.
fn find_end(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(22)?;
    let first = last.saturating_sub(MAX_COMMENT);
    (first..=last)
        .rev()
        .find(|&at| bytes[at..].starts_with(b"PK\x05\x06") && number(bytes, at + 20..at + 22) == Some(last - at))
}

/// Number of entries, and where the first is; from the 64-bit end record if there is one.
fn directory(bytes: &[u8], end: usize) -> Option<(usize, usize)> {
    let locator = end.checked_sub(20).and_then(|at| bytes.get(at..end));
    let wide = locator.filter(|locator| locator.starts_with(b"PK\x06\x07"));
    match wide {
        Some(locator) => {
            let record = bytes.get(number(locator, 8..16)?..)?;
            let is_record = record.starts_with(b"PK\x06\x06");
            is_record.then_some(record).and_then(|record| Some((number(record, 32..40)?, number(record, 48..56)?)))
        }
        None => {
            let record = &bytes[end..];
            Some((number(record, 10..12)?, number(record, 16..20)?))
        }
    }
}

/// An entry of the directory, its name, and where the next one is.
fn directory_entry(bytes: &[u8], at: usize) -> Option<(&str, Entry, usize)> {
    let record = bytes.get(at..)?;
    if !record.starts_with(b"PK\x01\x02") {
        return None;
    }
    let name_end = 46 + number(record, 28..30)?;
    let extension_end = name_end + number(record, 30..32)?;
    let record_end = extension_end + number(record, 32..34)?;
    let name = std::str::from_utf8(record.get(46..name_end)?).ok()?;
    let mut wide = wide_numbers(record.get(name_end..extension_end)?);
    // In the extension stand, in this order, only those that do not fit.
    let mut widen = |narrow: usize| {
        if narrow == IN_EXTENSION { wide.next() } else { Some(narrow) }
    };
    let length = widen(number(record, 24..28)?)?;
    let compressed_length = widen(number(record, 20..24)?)?;
    let entry = Entry {
        method: number(record, 10..12)?,
        checksum: number(record, 16..20)? as u32,
        length,
        header: widen(number(record, 42..46)?)?,
    };
    // Stored as it is: both lengths are the same.
    let consistent = entry.method != 0 || length == compressed_length;
    consistent.then_some((name, entry, at + record_end))
}

/// The numbers of the 64-bit extension (field 1).
fn wide_numbers(mut fields: &[u8]) -> impl Iterator<Item = usize> {
    let mut found: &[u8] = &[];
    while let (Some(id), Some(length)) = (number(fields, 0..2), number(fields, 2..4)) {
        let field = fields.get(4..4 + length).unwrap_or_default();
        if id == 1 {
            found = field;
            break;
        }
        fields = fields.get(4 + length..).unwrap_or_default();
    }
    (0..found.len() / 8).filter_map(move |place| number(found, place * 8..place * 8 + 8))
}
