//! Rows under named columns.

use serde_json::{Value, json};

/// Rows under named columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Names of the columns, units at the end.
    pub columns: &'static [&'static str],
    /// One value a column; `null` where there is none.
    pub rows: Vec<Vec<Value>>,
}

/// Where the numbers come from: keys and values.
pub type Facts = [(&'static str, String)];

impl Table {
    /// Lines of provenance that begin with `#`, a header, rows.
    ///
    /// # Errors
    /// None in practice: it is written to memory.
    pub fn csv(&self, facts: &Facts) -> csv::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        for (key, value) in facts {
            bytes.extend(format!("# {key}: {}\n", value.replace(['\n', '\r'], " ")).bytes());
        }
        let mut writer = csv::Writer::from_writer(bytes);
        writer.write_record(self.columns)?;
        for row in &self.rows {
            writer.write_record(row.iter().map(|value| match value {
                Value::String(text) => text.clone(),
                Value::Null => String::new(),
                other => other.to_string(),
            }))?;
        }
        writer.into_inner().map_err(|error| error.into_error().into())
    }

    /// `{"provenance": {…}, "rows": [{…}, …]}`.
    pub fn json(&self, facts: &Facts) -> Value {
        let provenance: serde_json::Map<String, Value> =
            facts.iter().map(|(key, value)| ((*key).to_owned(), value.as_str().into())).collect();
        let rows: Vec<Value> = self
            .rows
            .iter()
            .map(|row| {
                let pairs = self.columns.iter().zip(row);
                pairs.map(|(column, value)| ((*column).to_owned(), value.clone())).collect()
            })
            .collect();
        json!({ "provenance": provenance, "rows": rows })
    }
}
