//! Rows, columns, channels and filters as people read them: counted from 0, as NumPy, the exported files, the command line
//! and papers on single units do.  (Cards, steps, panels and ranks are counted from 1, where they are said.)

use crate::locale::text::tr_with;

/// What is numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbered {
    /// "Channel 12", a title.
    Channel,
    /// "channel 12", within a line.
    ChannelWithin,
    /// "ch 12", where there is no room.
    ChannelShort,
    /// "Input channel 12".
    InputChannel,
    /// "Filter 12".
    Filter,
    /// "filter 12", within a line.
    FilterWithin,
    /// "Number 12", an entry of a vector.
    Entry,
}

impl Numbered {
    fn key(self) -> &'static str {
        match self {
            Self::Channel => "index-channel",
            Self::ChannelWithin => "index-channel-within",
            Self::ChannelShort => "index-channel-short",
            Self::InputChannel => "index-input-channel",
            Self::Filter => "index-filter",
            Self::FilterWithin => "index-filter-within",
            Self::Entry => "index-entry",
        }
    }

    /// "Channel 12".
    #[must_use]
    pub fn at(self, index: usize) -> String {
        tr_with(self.key(), &[("index", index.to_string())])
    }

    /// "Channel 12 of 192 (0–191)": which of how many, and how they are counted.
    #[must_use]
    pub fn of(self, index: usize, count: usize) -> String {
        let values =
            [("which", self.at(index)), ("count", count.to_string()), ("last", count.saturating_sub(1).to_string())];
        tr_with("index-of", &values)
    }
}

/// "row 3, column 5".
#[must_use]
pub fn cell((row, column): (usize, usize)) -> String {
    let values = [("row", row.to_string()), ("column", column.to_string())];
    tr_with("index-cell", &values)
}
