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
        self.seen.sort_by(f64::total_cmp);
        let middle = self.seen.get(self.seen.len() / 2).copied().unwrap_or_default();
        let most = self.seen.last().copied().unwrap_or_default();
        self.minutes.push(middle);
        self.seen.clear();
        format!("{middle:.0} MB, {most:.0} MB at most")
    }

    /// Of that minute, from 1.
    pub fn of_minute(&self, minute: u64) -> Option<f64> {
        self.minutes.get(minute.checked_sub(1)? as usize).copied()
    }

    /// The highest of the minutes after that one; 0 if there are none.
    pub fn highest_after(&self, minute: u64) -> f64 {
        self.minutes.iter().skip(minute as usize).copied().fold(0.0, f64::max)
    }
}

/// `VmRSS` of Linux.
fn resident_mb(process: u32) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib * 1024.0 / 1e6)
}
