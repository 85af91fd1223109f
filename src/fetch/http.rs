//! One request for a file, from its beginning or from where an earlier one ended.

use std::io::Read;
use std::time::Duration;

use ureq::http::{Response, StatusCode, Uri, header};
use ureq::{Agent, Body, Error, Timeout};

use super::FetchError;
use super::error::{megabytes, progress, words};
use super::request::Fetch;
use crate::weights::public::Size;

/// Redirects that are followed.
const MAX_REDIRECTS: u32 = 5;

/// What a server says to a request that makes sense.
pub enum Answer {
    /// Bytes from `start` on.
    Body {
        /// Position of the first byte.
        start: u64,
        /// Bytes of the whole file, if the server says so.
        total: Option<u64>,
        /// The bytes.
        body: Box<dyn Read>,
    },
    /// The file has no bytes beyond those that are there.
    Nothing,
}

/// A server and the address of a file there.
pub struct Client<'a> {
    fetch: &'a Fetch<'a>,
    url: &'a str,
    /// The server's name, for sentences.
    pub host: String,
    agent: Agent,
}

/// Asks servers, follows so many redirects, and gives up where nobody answers within `connect` or says anything for `silence`.  Past
/// proxies where it is `is_near`.
pub fn agent(max_redirects: u32, is_near: bool, connect: Duration, silence: Duration) -> Agent {
    let mut config = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(max_redirects)
        .accept_encoding("identity")
        .user_agent(concat!("inception-lens/", env!("CARGO_PKG_VERSION")))
        .timeout_resolve(Some(connect))
        .timeout_connect(Some(connect))
        .timeout_per_read(Some(silence))
        .timeout_per_write(Some(silence));
    if is_near {
        config = config.proxy(None);
    }
    config.build().new_agent()
}

impl<'a> Client<'a> {
    /// Nothing is sent yet.
    ///
    /// # Errors
    /// The address is none.
    pub fn new(fetch: &'a Fetch<'a>, url: &'a str) -> Result<Self, FetchError> {
        let bad = |cause: &str| FetchError::BadAddress { url: url.to_owned(), cause: cause.to_owned() };
        let uri: Uri = url.parse().map_err(|error: ureq::http::uri::InvalidUri| bad(&error.to_string()))?;
        if !matches!(uri.scheme_str(), Some("http" | "https")) {
            return Err(bad("it is neither http nor https"));
        }
        let host = uri.host().ok_or_else(|| bad("it names no server"))?;
        let patience = fetch.patience;
        let agent = agent(MAX_REDIRECTS, is_this_computer(host), patience.connect, patience.silence);
        fetch.cancel.watch(&agent);
        Ok(Self { fetch, url, host: host.to_owned(), agent })
    }

    /// Asks for the bytes from `start` on; the answer may begin at 0 all the same.
    ///
    /// # Errors
    /// There is no answer, a refusal, or a file of another size.
    pub fn get(&self, start: u64) -> Result<Answer, FetchError> {
        let response = self.send(start)?;
        let range = content_range(&response);
        match response.status() {
            StatusCode::OK => self.body(0, response),
            StatusCode::PARTIAL_CONTENT if start > 0 && range.start == Some(start) => self.body(start, response),
            StatusCode::RANGE_NOT_SATISFIABLE if start > 0 && range.total == Some(start) => Ok(Answer::Nothing),
            // What is there does not fit what the server has.
            StatusCode::PARTIAL_CONTENT | StatusCode::RANGE_NOT_SATISFIABLE if start > 0 => self.get(0),
            status => Err(FetchError::Refused {
                host: self.host.clone(),
                url: self.url.to_owned(),
                status: status.as_u16(),
                key: self.fetch.file.key,
            }),
        }
    }

    fn send(&self, start: u64) -> Result<Response<Body>, FetchError> {
        let mut request = self.agent.get(self.url);
        if start > 0 {
            request = request.header(header::RANGE, format!("bytes={start}-"));
        }
        request.call().map_err(|error| self.explain(&error))
    }

    fn body(&self, start: u64, response: Response<Body>) -> Result<Answer, FetchError> {
        let length = response.body().content_length();
        let total = content_range(&response).total.or(length.map(|length| start.saturating_add(length)));
        if let Some(found) = total.filter(|&total| !self.fetch.file.size.allows(total)) {
            return Err(self.wrong_size(found));
        }
        Ok(Answer::Body { start, total, body: Box::new(response.into_body().into_reader()) })
    }

    fn wrong_size(&self, found: u64) -> FetchError {
        match self.fetch.file.size {
            Size::Exactly(expected) => FetchError::WrongSize {
                host: self.host.clone(),
                url: self.url.to_owned(),
                title: self.fetch.file.title,
                found,
                expected,
            },
            Size::About { .. } => self.too_large(),
        }
    }

    /// More bytes than the file can have.
    pub fn too_large(&self) -> FetchError {
        FetchError::TooLarge {
            host: self.host.clone(),
            url: self.url.to_owned(),
            title: self.fetch.file.title,
            limit: megabytes(self.fetch.file.size.limit()),
        }
    }

    /// Fewer bytes than the file has.
    pub fn cut_off(&self, done_bytes: u64, total_bytes: u64) -> FetchError {
        FetchError::CutOff { host: self.host.clone(), progress: progress(done_bytes, total_bytes) }
    }

    /// Why no more bytes came.
    pub fn broken(&self, error: std::io::Error, done_bytes: u64, total_bytes: u64) -> FetchError {
        if self.fetch.cancel.is_cancelled() {
            return FetchError::Cancelled;
        }
        match Error::from(error) {
            Error::Timeout(_) => FetchError::Stalled {
                host: self.host.clone(),
                seconds: self.fetch.patience.silence.as_secs(),
                progress: progress(done_bytes, total_bytes),
            },
            _ => self.cut_off(done_bytes, total_bytes),
        }
    }

    fn explain(&self, error: &Error) -> FetchError {
        let (host, url) = (self.host.clone(), self.url.to_owned());
        let unreachable =
            |cause: String| FetchError::Unreachable { host: self.host.clone(), url: self.url.to_owned(), cause };
        let patience = self.fetch.patience;
        match error {
            _ if self.fetch.cancel.is_cancelled() => FetchError::Cancelled,
            Error::Timeout(Timeout::Resolve | Timeout::Connect) => {
                FetchError::Silent { host, seconds: patience.connect.as_secs() }
            }
            Error::Timeout(_) => FetchError::Silent { host, seconds: patience.silence.as_secs() },
            // rustls hides in an input/output error of this kind.
            Error::Io(error) if error.kind() == std::io::ErrorKind::InvalidData => {
                let cause = words(error);
                FetchError::Insecure { host, cause }
            }
            Error::Tls(_) | Error::Rustls(_) => FetchError::Insecure { host, cause: error.to_string() },
            Error::Io(error) => unreachable(words(error)),
            Error::HostNotFound => unreachable("its name is unknown".to_owned()),
            Error::ConnectionFailed | Error::ConnectProxyFailed(_) | Error::InvalidProxyUrl => {
                unreachable(error.to_string())
            }
            Error::TooManyRedirects | Error::RedirectFailed => FetchError::Redirects { host, url },
            Error::BadUri(_) | Error::Http(_) => FetchError::BadAddress { url, cause: error.to_string() },
            // The client's errors are an open list; what is left is about the answer.
            _ => FetchError::Nonsense { host, url, cause: error.to_string() },
        }
    }
}

/// Reached without a proxy, as browsers do.
fn is_this_computer(host: &str) -> bool {
    let address = host.trim_matches(['[', ']']).parse::<std::net::IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

/// The header `Content-Range: bytes 100-199/200`, or `bytes */200`.
#[derive(Clone, Copy, Debug, Default)]
struct ContentRange {
    start: Option<u64>,
    total: Option<u64>,
}

fn content_range(response: &Response<Body>) -> ContentRange {
    let text = response.headers().get(header::CONTENT_RANGE);
    let text = text.and_then(|value| value.to_str().ok());
    let Some((range, total)) = text.and_then(|text| text.strip_prefix("bytes ")).and_then(|text| text.split_once('/'))
    else {
        return ContentRange::default();
    };
    ContentRange {
        start: range.split_once('-').and_then(|(start, _)| start.trim().parse().ok()),
        total: total.trim().parse().ok(),
    }
}
