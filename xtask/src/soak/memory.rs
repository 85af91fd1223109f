//! What a program takes of memory: resident, megabytes of 1,000,000 bytes.

/// By minutes: the median of what was seen in each.
#[derive(Default)]
pub struct Memory {
    seen: Vec<f64>,
    minutes: Vec<f64>,
}

impl Memory {
    /// Looks at a process; one that has just ended tells nothing.
    pub fn look(&mut self, process: u32) {
        self.seen.extend(resident_mb(process));
    }

    /// Ends a minute, and says what was seen in it.
    pub fn ends_minute(&mut self) -> String {
        let middle = median(&mut self.seen);
        let most = self.seen.last().copied().unwrap_or_default();
        self.minutes.push(middle);
        self.seen.clear();
        format!("{middle:.0} MB, {most:.0} MB at most")
    }

    /// The level of each span of so many minutes, the first span first: the median of its minutes.  A minute alone is no level: what a
    /// person has open in it, two networks or a moving picture, counts for more than an hour does.  The last span may be shorter, but
    /// not by half.
    pub fn levels(&self, minutes: usize) -> Vec<f64> {
        let spans = self.minutes.chunks(minutes).filter(|span| 2 * span.len() > minutes);
        spans.map(|span| median(&mut span.to_vec())).collect()
    }
}

/// The one in the middle; 0 where there is none.
fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

/// `VmRSS` of Linux.
fn resident_mb(process: u32) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib * 1024.0 / 1e6)
}
