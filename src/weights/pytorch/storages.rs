//! Raw storages of a file.

use std::collections::HashMap;

/// Raw storages by their keys.
pub(super) type Storages<'a> = HashMap<&'a str, &'a [u8]>;
