//! Which addresses are asked for without a question.

use inception_lens::platform::live::{AddressError, address};

/// RFC 1918, 1122, 3927; RFC 4193 and 4291.
#[test]
fn this_computer_and_the_local_network_need_no_question() {
    for text in [
        "http://127.0.0.1:8080/video",
        "http://127.9.8.7/",
        "http://localhost:81/",
        "http://LOCALHOST/",
        "http://10.0.0.1/",
        "http://172.16.0.1/",
        "http://172.31.255.254/",
        "http://192.168.178.20:4747/mjpegfeed?640x480",
        "http://169.254.3.4/",
        "http://[::1]:8080/",
        "http://[fd12:3456::1]/",
        "http://[fe80::1]/",
        "http://[::ffff:192.168.0.5]/",
        // 127.0.0.1 in the ways that the URL standard knows.
        "http://2130706433/",
        "http://0x7f.1/",
        "  http://192.168.0.5/  ",
    ] {
        assert!(address(text).unwrap().is_local, "{text}");
    }
}

#[test]
fn everything_else_is_asked_about_by_its_host() {
    for (text, host) in [
        ("http://example.com/video", "example.com"),
        ("https://example.com:8443/video", "example.com:8443"),
        ("http://8.8.8.8/", "8.8.8.8"),
        ("http://172.32.0.1/", "172.32.0.1"),
        ("http://172.15.0.1/", "172.15.0.1"),
        ("http://192.169.0.1/", "192.169.0.1"),
        ("http://0.0.0.0/", "0.0.0.0"),
        ("http://100.64.0.1/", "100.64.0.1"),
        ("http://[2001:db8::1]/", "[2001:db8::1]"),
        ("http://[::ffff:8.8.8.8]/", "[::ffff:808:808]"),
        // Names may lead anywhere.
        ("http://localhost.example.com/", "localhost.example.com"),
        ("http://127.0.0.1.example.com/", "127.0.0.1.example.com"),
        ("http://phone.local/", "phone.local"),
        ("http://example.com#@127.0.0.1/", "example.com"),
    ] {
        let found = address(text).unwrap();
        assert!(!found.is_local, "{text}");
        assert_eq!(found.host, host);
    }
}

#[test]
fn names_and_passwords_are_refused_and_never_said_again() {
    for text in ["http://me:secret@192.168.0.5/", "http://me@127.0.0.1/", "me:secret@192.168.0.5:8080/video"] {
        let error = address(text).unwrap_err();
        assert!(!error.to_string().contains("secret"), "{error}");
        assert!(matches!(error, AddressError::Credentials), "{text}: {error:?}");
    }
    for text in ["ftp://me:secret@192.168.0.5/", "http://me:secret@", "http://me:secret@ bad/"] {
        let error = address(text).unwrap_err();
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}

#[test]
fn an_address_may_be_typed_without_its_scheme_and_must_be_one() {
    assert_eq!(address("192.168.0.5:8080/video").unwrap().url, "http://192.168.0.5:8080/video");
    assert_eq!(address("localhost:8080").unwrap().host, "localhost:8080");
    assert!(matches!(address("file:///etc/passwd"), Err(AddressError::Scheme { .. })));
    assert!(matches!(address("rtsp://192.168.0.5/"), Err(AddressError::Scheme { .. })));
    for text in ["", "http://", "http://192.168.0.5:99999/", "http://[::1/"] {
        assert!(matches!(address(text), Err(AddressError::Malformed { .. })), "{text:?} {:?}", address(text));
    }
}
