//! Boxes of the ISO base media file format (ISO/IEC 14496-12), in which AVIF, HEIC and JPEG XL files come: the brand, whether the
//! end is there, and the items of a still picture (ISO/IEC 23008-12).

use std::collections::BTreeMap;

use super::format::Format;

/// Most items, properties and references that are looked at: a photo of 1024 tiles has as many.
const MAX_ENTRIES: usize = 4096;

/// How far into a file of a general brand the kind of its items is looked for, in bytes.
const ITEM_SEARCH_BYTES: usize = 65_536;

/// Brands that name what we do not read.
const UNREAD_BRANDS: [(&[u8; 4], &str); 19] = [
    (b"crx ", "camera raw (CR3)"),
    (b"avci", "HEIF (H.264)"),
    (b"avcs", "HEIF (H.264)"),
    (b"j2ki", "HEIF (JPEG 2000)"),
    (b"vvic", "HEIF (H.266)"),
    (b"jp2 ", "JPEG 2000"),
    (b"M4A ", "audio"),
    (b"M4B ", "audio"),
    (b"isom", "video"),
    (b"iso2", "video"),
    (b"iso4", "video"),
    (b"iso5", "video"),
    (b"iso6", "video"),
    (b"mp41", "video"),
    (b"mp42", "video"),
    (b"M4V ", "video"),
    (b"qt  ", "video"),
    (b"3gp4", "video"),
    (b"dash", "video"),
];

/// What the file type box at the start of `bytes` says: a format we read, or the name of one that we do not; `None` without
/// such a box.
///
/// The main brand may be general (`mif1`: a picture of any coding), so the compatible ones and then the items decide.
pub(super) fn brand(bytes: &[u8]) -> Option<Result<Format, &'static str>> {
    let found = box_at(bytes, 0)?;
    if found.kind != *b"ftyp" {
        return None;
    }
    // The rest of a file that is cut off is said to be missing later.
    let body = bytes.get(found.body..found.end.min(bytes.len()))?;
    let (main, others) = body.split_at_checked(4)?;
    let brands = || std::iter::once(main).chain(others.get(4..).unwrap_or_default().chunks(4));
    if let Some(format) = brands().take(1).find_map(read_brand) {
        return Some(Ok(format));
    }
    let unread = |brand: &[u8]| {
        let mut known = UNREAD_BRANDS.iter();
        known.find_map(|(known, name)| (brand == &known[..]).then_some(*name))
    };
    if let Some(name) = unread(main) {
        return Some(Err(name));
    }
    if let Some(format) = brands().find_map(read_brand) {
        return Some(Ok(format));
    }
    let start = &bytes[..bytes.len().min(ITEM_SEARCH_BYTES)];
    let has = |kind: &[u8; 4]| start.windows(4).any(|window| window == kind);
    Some(match () {
        () if has(b"av01") => Ok(Format::Avif),
        () if has(b"hvc1") => Ok(Format::Heic),
        () => Err(brands().find_map(unread).unwrap_or("ISO media")),
    })
}

fn read_brand(brand: &[u8]) -> Option<Format> {
    match brand {
        b"avif" | b"avis" => Some(Format::Avif),
        b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" => Some(Format::Heic),
        b"jxl " => Some(Format::JpegXl),
        _ => None,
    }
}

/// Whether a box at the outermost level ends beyond the file.
pub(super) fn is_cut_short(bytes: &[u8]) -> bool {
    let mut at = 0;
    while at < bytes.len() {
        match box_at(bytes, at) {
            Some(Extent { end, .. }) if end <= bytes.len() && end > at => at = end,
            _ => return true,
        }
    }
    false
}

struct Extent {
    kind: [u8; 4],
    body: usize,
    end: usize,
}

/// The box that starts at `at`; its end may lie beyond `bytes`.
fn box_at(bytes: &[u8], at: usize) -> Option<Extent> {
    let mut reader = Reader { bytes, at };
    let size = reader.number(4)?;
    let kind = reader.take(4)?.try_into().ok()?;
    let end = match size {
        0 => bytes.len(),
        1 => at.checked_add(reader.number(8)?.try_into().ok()?)?,
        size => at.checked_add(size.try_into().ok()?)?,
    };
    let body = reader.at;
    (end >= body).then_some(Extent { kind, body, end })
}

/// Boxes side by side, each with its body; stops at the first that is not whole.
pub(super) fn boxes(bytes: &[u8]) -> impl Iterator<Item = ([u8; 4], &[u8])> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let found = box_at(bytes, at)?;
        let body = bytes.get(found.body..found.end)?;
        at = found.end;
        Some((found.kind, body))
    })
}

/// Big-endian numbers one after the other.
pub(super) struct Reader<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    pub(super) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let taken = self.bytes.get(self.at..self.at.checked_add(count)?)?;
        self.at += count;
        Some(taken)
    }

    /// A number of 0 to 8 bytes.
    pub(super) fn number(&mut self, bytes: usize) -> Option<u64> {
        let taken = self.take(bytes)?;
        Some(taken.iter().fold(0, |number, byte| (number << 8) | u64::from(*byte)))
    }

    /// A number of 0 to 8 bytes that stands for an identity or a count.
    fn small(&mut self, bytes: usize) -> Option<u32> {
        self.number(bytes)?.try_into().ok()
    }
}

/// A reference from one item to others.
struct Reference {
    kind: [u8; 4],
    from: u32,
    to: Vec<u32>,
}

#[derive(Default)]
struct Item<'a> {
    kind: [u8; 4],
    pieces: Vec<&'a [u8]>,
    properties: Vec<([u8; 4], &'a [u8])>,
}

/// The items of a still picture.
#[derive(Default)]
pub(super) struct Items<'a> {
    /// The item that is the picture.
    pub(super) primary: u32,
    items: BTreeMap<u32, Item<'a>>,
    references: Vec<Reference>,
}

impl<'a> Items<'a> {
    /// The items of a file; `None` where the boxes contradict themselves or an item lies beyond the file.
    pub(super) fn read(file: &'a [u8]) -> Option<Self> {
        let (_, meta) = boxes(file).find(|(kind, _)| kind == b"meta")?;
        // Four bytes of version and flags come first in a "full" box.
        let children = || boxes(meta.get(4..).unwrap_or_default());
        let child = |wanted: &[u8; 4]| children().find_map(|(kind, body)| (kind == *wanted).then_some(body));
        let mut items = Self::default();
        let mut primary = Reader::new(child(b"pitm")?);
        let version = primary.number(4)? >> 24;
        items.primary = primary.small(if version == 0 { 2 } else { 4 })?;
        items.read_kinds(child(b"iinf")?)?;
        items.read_places(child(b"iloc")?, file, child(b"idat").unwrap_or_default())?;
        items.read_properties(child(b"iprp")?)?;
        if let Some(references) = child(b"iref") {
            items.read_references(references)?;
        }
        Some(items)
    }

    /// Four letters that say how an item is coded.
    pub(super) fn kind(&self, item: u32) -> Option<[u8; 4]> {
        Some(self.items.get(&item)?.kind)
    }

    /// The bytes of an item.
    pub(super) fn data(&self, item: u32) -> Option<Vec<u8>> {
        Some(self.items.get(&item)?.pieces.concat())
    }

    /// The properties of an item, in the order in which they apply.
    pub(super) fn properties(&self, item: u32) -> &[([u8; 4], &'a [u8])] {
        self.items.get(&item).map_or(&[], |item| &item.properties)
    }

    /// The body of an item's property.
    pub(super) fn property(&self, item: u32, wanted: &[u8; 4]) -> Option<&'a [u8]> {
        let mut properties = self.properties(item).iter();
        properties.find_map(|(kind, body)| (kind == wanted).then_some(*body))
    }

    /// The items that `from` refers to.
    pub(super) fn referred(&self, kind: &[u8; 4], from: u32) -> &[u32] {
        let mut references = self.references.iter();
        let found = references.find(|reference| reference.kind == *kind && reference.from == from);
        found.map_or(&[], |reference| &reference.to)
    }

    /// The items that refer to `to`.
    pub(super) fn referring(&self, kind: [u8; 4], to: u32) -> impl Iterator<Item = u32> {
        let references = self.references.iter();
        let found = references.filter(move |found| found.kind == kind && found.to.contains(&to));
        found.map(|reference| reference.from)
    }

    fn read_kinds(&mut self, body: &'a [u8]) -> Option<()> {
        let mut reader = Reader::new(body);
        let version = reader.number(4)? >> 24;
        reader.number(if version == 0 { 2 } else { 4 })?;
        for (kind, entry) in boxes(&body[reader.at..]).take(MAX_ENTRIES) {
            let mut entry = Reader::new(entry);
            let version = entry.number(4)? >> 24;
            if kind != *b"infe" || version < 2 {
                continue;
            }
            let item = entry.small(if version == 2 { 2 } else { 4 })?;
            entry.number(2)?;
            self.items.entry(item).or_default().kind = entry.take(4)?.try_into().ok()?;
        }
        Some(())
    }

    fn read_places(&mut self, body: &'a [u8], file: &'a [u8], own: &'a [u8]) -> Option<()> {
        let mut reader = Reader::new(body);
        let version = reader.number(4)? >> 24;
        let sizes = reader.number(2)? as usize;
        let [offset_size, length_size, base_size] = [12, 8, 4].map(|shift| (sizes >> shift) & 15);
        let index_size = if version == 0 { 0 } else { sizes & 15 };
        let wide = if version < 2 { 2 } else { 4 };
        // No more bytes than the file has, however often its pieces are named.
        let (mut bytes_left, mut pieces_left) = (file.len(), MAX_ENTRIES);
        for _ in 0..(reader.number(wide)? as usize).min(MAX_ENTRIES) {
            let item = reader.small(wide)?;
            let method = if version == 0 { 0 } else { reader.number(2)? & 15 };
            reader.number(2)?;
            let base = reader.number(base_size)?;
            let mut pieces = Vec::new();
            for _ in 0..reader.number(2)? {
                reader.number(index_size)?;
                let start = usize::try_from(base.checked_add(reader.number(offset_size)?)?).ok()?;
                let length = usize::try_from(reader.number(length_size)?).ok()?;
                let source = match method {
                    0 => file,
                    1 => own,
                    _ => return None,
                };
                let rest = source.get(start..)?;
                let piece = rest.get(..if length == 0 { rest.len() } else { length })?;
                bytes_left = bytes_left.checked_sub(piece.len())?;
                pieces_left = pieces_left.checked_sub(1)?;
                pieces.push(piece);
            }
            if let Some(item) = self.items.get_mut(&item) {
                item.pieces = pieces;
            }
        }
        Some(())
    }

    fn read_properties(&mut self, body: &'a [u8]) -> Option<()> {
        let mut container = boxes(body);
        let (_, known) = container.find(|(kind, _)| kind == b"ipco")?;
        let known: Vec<_> = boxes(known).take(MAX_ENTRIES).collect();
        for (_, uses) in container.filter(|(kind, _)| kind == b"ipma") {
            let mut reader = Reader::new(uses);
            let flags = reader.number(4)?;
            for _ in 0..(reader.number(4)? as usize).min(MAX_ENTRIES) {
                let item = reader.small(if flags >> 24 == 0 { 2 } else { 4 })?;
                for _ in 0..reader.number(1)? {
                    // The highest bit says that the property must be understood.
                    let index = match flags & 1 {
                        0 => reader.number(1)? & 0x7F,
                        _ => reader.number(2)? & 0x7FFF,
                    };
                    let property = (index as usize).checked_sub(1).and_then(|index| known.get(index));
                    if let (Some(property), Some(item)) = (property, self.items.get_mut(&item)) {
                        item.properties.push(*property);
                    }
                }
            }
        }
        Some(())
    }

    fn read_references(&mut self, body: &'a [u8]) -> Option<()> {
        let wide = if Reader::new(body).number(4)? >> 24 == 0 { 2 } else { 4 };
        for (kind, entry) in boxes(&body[4..]).take(MAX_ENTRIES) {
            let mut reader = Reader::new(entry);
            let from = reader.small(wide)?;
            let count = reader.number(2)?;
            let to: Option<_> = (0..count).map(|_| reader.small(wide)).collect();
            self.references.push(Reference { kind, from, to: to? });
        }
        Some(())
    }
}
