//! Addresses of files, as file managers and browsers hand them over, become paths of the system that runs.

use std::ffi::OsString;
use std::path::PathBuf;

use inception_lens::app::files::{pasted_path, path};

/// The same address on Windows, where a drive begins it, and elsewhere, where everything is below the root.
fn here(windows: &str, elsewhere: &str) -> PathBuf {
    PathBuf::from(if cfg!(windows) { windows } else { elsewhere })
}

/// RFC 8089, appendix B and E.2: `file:///`, `file:/`, a host that is this machine, escapes.
#[test]
fn an_address_becomes_a_path() {
    let photo = here(r"C:\Users\x\a b.jpg", "/C:/Users/x/a b.jpg");
    for address in [
        "file:///C:/Users/x/a%20b.jpg",
        "file:/C:/Users/x/a%20b.jpg",
        "FILE:///C:/Users/x/a%20b.jpg",
        "file://localhost/C:/Users/x/a%20b.jpg",
        "file:///C:/Users/y/../x/a%20b.jpg",
        "file:///C:/Users/x/a b.jpg",
    ] {
        assert_eq!(path(OsString::from(address)), photo, "{address} as an argument");
        assert_eq!(pasted_path(address), Some(photo.clone()), "{address} pasted");
        // Whatever the system, the name is that of the file, and the path begins at a root.
        assert_eq!(photo.file_name().unwrap(), "a b.jpg");
        assert!(photo.is_absolute());
    }
    let escaped = here(r"D:\사진\50% #1?.jpg", "/D:/사진/50% #1?.jpg");
    let address = "file:///D:/%EC%82%AC%EC%A7%84/50%25%20%231%3F.jpg";
    assert_eq!(path(OsString::from(address)), escaped);
    assert_eq!(pasted_path(&format!("# copied\r\n{address}\r\n")), Some(escaped));
}

/// Explorer's "Copy as path" has quotes around it.
#[test]
fn what_is_no_address_is_a_path_as_it_is() {
    for text in [r"C:\Users\x\a%20b.jpg", "/home/x/a%20b.jpg", "file.jpg", "filed:/a.jpg", "http://x/a.jpg"] {
        assert_eq!(path(OsString::from(text)), PathBuf::from(text));
        assert_eq!(pasted_path(&format!("\"{text}\"\r\n")), Some(PathBuf::from(text)));
    }
    assert_eq!(pasted_path(" \r\n\n"), None);
}

/// `file://server/…` is a share on Windows; elsewhere it is no file of this machine, and is said as it was given.
#[test]
fn another_machine_is_a_share_or_nothing() {
    let address = "file://server/photos/a%20b.jpg";
    assert_eq!(path(OsString::from(address)), here(r"\\server\photos\a b.jpg", address));
}
