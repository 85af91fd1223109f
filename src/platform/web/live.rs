//! A page watches no folders and asks nothing of other hosts.

use std::path::PathBuf;

use crate::live::Open;
use crate::platform::live::{Address, AddressError, Calm, Patience};
use crate::platform::not_here::NotHere;

/// Never one.
pub fn address(_text: &str) -> Result<Address, AddressError> {
    Err(AddressError::NotHere)
}

/// Never.
pub fn folder(_path: PathBuf, _calm: Calm) -> Result<Open, NotHere> {
    Err(NotHere)
}

/// Never.
pub fn stream(_address: Address, _patience: Patience) -> Result<Open, NotHere> {
    Err(NotHere)
}

/// There is none.
pub fn standard_input() -> Result<Open, NotHere> {
    Err(NotHere)
}
