//! The directories of a TIFF file (TIFF 6.0, section 2; BigTIFF), one for each picture in it.

/// Most pictures that are looked at, and most numbers of one entry.
const MAX_DIRECTORIES: usize = 256;
const MAX_NUMBERS: usize = 4096;

/// Tags by their numbers in TIFF 6.0 and TIFF/EP.
pub(super) mod tag {
    pub(in super::super) const WIDTH: u16 = 256;
    pub(in super::super) const HEIGHT: u16 = 257;
    pub(in super::super) const BITS_PER_SAMPLE: u16 = 258;
    pub(in super::super) const COMPRESSION: u16 = 259;
    pub(in super::super) const PHOTOMETRIC: u16 = 262;
    pub(in super::super) const ORIENTATION: u16 = 274;
    pub(in super::super) const SAMPLES_PER_PIXEL: u16 = 277;
    pub(in super::super) const STRIP_BYTES: u16 = 279;
    pub(in super::super) const COLOR_MAP: u16 = 320;
    pub(in super::super) const TILE_BYTES: u16 = 325;
    pub(in super::super) const SUB_DIRECTORIES: u16 = 330;
    pub(in super::super) const EXTRA_SAMPLES: u16 = 338;
    pub(in super::super) const SUBSAMPLING: u16 = 530;
    pub(in super::super) const ICC_PROFILE: u16 = 34675;
}

/// A file whose numbers can be read.
#[derive(Clone, Copy)]
pub(super) struct File<'a> {
    bytes: &'a [u8],
    big_endian: bool,
    /// Offsets of 8 bytes.
    big: bool,
}

/// One picture's entries.
pub(super) struct Directory {
    /// Where it begins.
    pub(super) offset: u64,
    entries: Vec<Entry>,
}

#[derive(Clone, Copy)]
struct Entry {
    tag: u16,
    kind: u16,
    count: u64,
    /// Where its first value is.
    at: usize,
    /// Where the value, or the offset of it, is inside the directory.
    field: usize,
}

impl<'a> File<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, big_endian: bytes.starts_with(b"MM"), big: matches!(bytes.get(..4), Some(b"II+\0" | b"MM\0+")) }
    }

    /// The main directories and those below them, in the order of the file; a loop is left where it closes.
    pub(super) fn directories(&self) -> Vec<Directory> {
        let mut found: Vec<Directory> = Vec::new();
        let mut next = vec![self.number(if self.big { 8 } else { 4 }, self.offset_bytes())];
        while let Some(offset) = next.pop() {
            let Some(offset) = offset.filter(|offset| *offset != 0) else {
                continue;
            };
            let is_known = found.iter().any(|directory| directory.offset == offset);
            if is_known || found.len() == MAX_DIRECTORIES {
                continue;
            }
            if let Some((directory, following)) = self.directory(offset) {
                next.push(following);
                let below = self.numbers(&directory, tag::SUB_DIRECTORIES);
                next.extend(below.into_iter().rev().map(Some));
                found.push(directory);
            }
        }
        found
    }

    /// A directory, and where the next one begins.
    fn directory(&self, offset: u64) -> Option<(Directory, Option<u64>)> {
        let start = usize::try_from(offset).ok()?;
        let count_bytes = if self.big { 8 } else { 2 };
        let entry_bytes = if self.big { 20 } else { 12 };
        let count = usize::try_from(self.number(start, count_bytes)?).ok()?;
        let first = start.checked_add(count_bytes)?;
        let end = first.checked_add(count.checked_mul(entry_bytes)?)?;
        self.bytes.get(first..end)?;
        let entries = (0..count).filter_map(|index| self.entry(first + index * entry_bytes)).collect();
        Some((Directory { offset, entries }, self.number(end, self.offset_bytes())))
    }

    fn entry(&self, at: usize) -> Option<Entry> {
        let (tag, kind) = (self.number(at, 2)? as u16, self.number(at + 2, 2)? as u16);
        let count = self.number(at + 4, self.offset_bytes())?;
        let field = at + 4 + self.offset_bytes();
        let bytes = count.checked_mul(size(kind) as u64)?;
        let at = match bytes <= self.offset_bytes() as u64 {
            true => field,
            false => usize::try_from(self.number(field, self.offset_bytes())?).ok()?,
        };
        Some(Entry { tag, kind, count, at, field })
    }

    /// The numbers of an entry; none where it is missing or of another type.
    pub(super) fn numbers(&self, directory: &Directory, tag: u16) -> Vec<u64> {
        let Some(entry) = directory.find(tag) else {
            return Vec::new();
        };
        // Bytes, shorts, longs, directories and their 64-bit kin.
        if !matches!(entry.kind, 1 | 3 | 4 | 13 | 16 | 18) {
            return Vec::new();
        }
        let count = (entry.count as usize).min(MAX_NUMBERS);
        let step = size(entry.kind);
        let read = |index: usize| self.number(entry.at.checked_add(index * step)?, step);
        (0..count).map_while(read).collect()
    }

    /// The first number of an entry.
    pub(super) fn number_of(&self, directory: &Directory, tag: u16) -> Option<u64> {
        self.numbers(directory, tag).first().copied()
    }

    /// The sum of an entry's numbers, however many there are.
    pub(super) fn sum(&self, directory: &Directory, tag: u16) -> Option<u64> {
        let entry = directory.find(tag)?;
        let step = size(entry.kind);
        let numbers =
            (0..entry.count as usize).map_while(|index| self.number(entry.at.checked_add(index * step)?, step));
        Some(numbers.fold(0, u64::saturating_add))
    }

    /// The bytes of an entry of bytes.
    pub(super) fn bytes_of(&self, directory: &Directory, tag: u16) -> Option<&'a [u8]> {
        let entry = directory.find(tag)?;
        let end = entry.at.checked_add(usize::try_from(entry.count).ok()?)?;
        (size(entry.kind) == 1).then(|| self.bytes.get(entry.at..end))?
    }

    /// The same file with `directory` as its first, and another number in one of its 16-bit entries.
    pub(super) fn rewritten(&self, directory: &Directory, tag: u16, number: u16) -> Vec<u8> {
        let mut bytes = self.bytes.to_vec();
        let mut write = |at: usize, number: u64, count: usize| {
            let Some(place) = bytes.get_mut(at..at + count) else {
                return;
            };
            match self.big_endian {
                true => place.copy_from_slice(&number.to_be_bytes()[8 - count..]),
                false => place.copy_from_slice(&number.to_le_bytes()[..count]),
            }
        };
        write(if self.big { 8 } else { 4 }, directory.offset, self.offset_bytes());
        if let Some(entry) = directory.find(tag) {
            write(entry.field, number.into(), size(entry.kind).min(4));
        }
        bytes
    }

    fn offset_bytes(&self) -> usize {
        if self.big { 8 } else { 4 }
    }

    fn number(&self, at: usize, count: usize) -> Option<u64> {
        let bytes = self.bytes.get(at..at.checked_add(count)?)?;
        let join = |number: u64, byte: &u8| (number << 8) | u64::from(*byte);
        Some(match self.big_endian {
            true => bytes.iter().fold(0, join),
            false => bytes.iter().rev().fold(0, join),
        })
    }
}

impl Directory {
    fn find(&self, tag: u16) -> Option<Entry> {
        self.entries.iter().find(|entry| entry.tag == tag).copied()
    }

    /// Whether there is such an entry.
    pub(super) fn has(&self, tag: u16) -> bool {
        self.find(tag).is_some()
    }
}

/// Bytes of a value of a type.
fn size(kind: u16) -> usize {
    match kind {
        3 | 8 => 2,
        4 | 9 | 11 | 13 => 4,
        5 | 10 | 12 | 16 | 17 | 18 => 8,
        _ => 1,
    }
}
