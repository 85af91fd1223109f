//! Whose the photos inside the program are (`assets/album/SOURCES.csv`).

use std::sync::LazyLock;

use crate::platform;

/// Where a photo inside the program comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Its path in the album.
    pub path: String,
    /// Collection and author.
    pub source: String,
    /// Its licence.
    pub licence: String,
}

static SOURCES: LazyLock<Vec<Attribution>> = LazyLock::new(|| {
    let text = platform::text("album/SOURCES.csv");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let records = reader.records().filter_map(Result::ok);
    let of = |record: csv::StringRecord| {
        let field = |place: usize| record.get(place).unwrap_or_default().to_owned();
        Attribution { path: field(0), source: field(2), licence: field(3) }
    };
    records.map(of).collect()
});

/// All photos inside the program, in order.
pub fn attributions() -> &'static [Attribution] {
    &SOURCES
}
