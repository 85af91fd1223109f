//! Downloads.

use crate::locale::text::{tr, tr_with};
use crate::platform::network::FetchError;

/// Why a file could not be fetched; the addresses and commands of the English sentence stay.
pub(super) fn fetch(error: &FetchError) -> String {
    let seconds_text = |seconds: &u64| seconds.to_string();
    match error {
        FetchError::BadAddress { url, cause } => tr_with("error-fetch-address", &[("url", &**url), ("cause", cause)]),
        FetchError::Unreachable { host, url, cause } => {
            tr_with("error-fetch-unreachable", &[("host", &**host), ("url", url), ("cause", cause)])
        }
        FetchError::Silent { host, seconds } => {
            let seconds = seconds_text(seconds);
            tr_with("error-fetch-silent", &[("host", &**host), ("seconds", &seconds)])
        }
        FetchError::Insecure { host, cause } => tr_with("error-fetch-insecure", &[("host", &**host), ("cause", cause)]),
        FetchError::Nonsense { host, url, cause } => {
            tr_with("error-fetch-nonsense", &[("host", &**host), ("url", url), ("cause", cause)])
        }
        FetchError::Redirects { host, url } => tr_with("error-fetch-redirects", &[("host", &**host), ("url", url)]),
        FetchError::Refused { host, url, status, key } => {
            let status = status.to_string();
            let values = [("host", &**host), ("url", url), ("status", &status), ("key", key)];
            tr_with("error-fetch-refused", &values)
        }
        FetchError::WrongSize { host, url, title, found, expected } => tr_with(
            "error-fetch-size",
            &[
                ("host", host.clone()),
                ("url", url.clone()),
                ("title", (*title).to_owned()),
                ("found", found.to_string()),
                ("expected", expected.to_string()),
            ],
        ),
        FetchError::TooLarge { host, url, title, limit } => {
            tr_with("error-fetch-too-large", &[("host", &**host), ("url", url), ("title", title), ("limit", limit)])
        }
        FetchError::WrongHash { host, title, found, expected } => tr_with(
            "error-fetch-hash",
            &[("host", &**host), ("title", title), ("found", found), ("expected", expected)],
        ),
        FetchError::CutOff { host, progress } => {
            tr_with("error-fetch-cut-off", &[("host", &**host), ("progress", progress)])
        }
        FetchError::Stalled { host, seconds, progress } => {
            let seconds = seconds_text(seconds);
            tr_with("error-fetch-stalled", &[("host", &**host), ("seconds", &seconds), ("progress", progress)])
        }
        FetchError::DiskFull { title, megabytes, folder } => {
            let folder = folder.display().to_string();
            tr_with("error-fetch-disk-full", &[("title", *title), ("megabytes", megabytes), ("folder", &folder)])
        }
        FetchError::Unwritable { path, cause, key } => {
            let path = path.display().to_string();
            tr_with("error-fetch-unwritable", &[("path", &*path), ("cause", cause), ("key", key)])
        }
        FetchError::Busy { file_name } => tr_with("error-fetch-busy", &[("name", *file_name)]),
        FetchError::Cancelled => tr("error-fetch-cancelled"),
    }
}
