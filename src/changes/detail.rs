//! One thing that has changed, in words; what tells of pay says less where pay is hidden.

/// The longest text that is told as it was and as it is.
const SHORT: usize = 40;

/// What is said of pay where it is hidden.
pub(super) const PAY_CHANGED: &str = "pay changed";

/// One thing that has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    text: String,
    /// The same in fewer words, for one line about everything.
    brief: Option<String>,
    /// What is said instead where pay is hidden.
    discreet: Option<String>,
}

impl Detail {
    /// Something that everybody may see.
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), brief: None, discreet: None }
    }

    /// Something about pay, in full and in brief.
    pub(super) fn of_pay(text: impl Into<String>, brief: Option<String>) -> Self {
        Self { brief, ..Self::or_discreet(text, Some(PAY_CHANGED.to_owned())) }
    }

    /// Something for which other words stand where pay is hidden.
    pub(super) fn or_discreet(text: impl Into<String>, discreet: Option<String>) -> Self {
        Self { text: text.into(), brief: None, discreet }
    }

    /// The words for it, with pay figures only where `pay` allows them.
    #[must_use]
    pub fn told(&self, pay: bool) -> &str {
        if pay { &self.text } else { self.discreet.as_deref().unwrap_or(&self.text) }
    }

    /// The same in as few words as there are.
    #[must_use]
    pub fn brief(&self, pay: bool) -> &str {
        if pay { self.brief.as_deref().unwrap_or(&self.text) } else { self.told(pay) }
    }
}

/// What has changed about a text of that name: `level P02 → P03`, `summary reworded`.
pub(super) fn text(name: &str, old: Option<&str>, new: Option<&str>) -> Option<Detail> {
    let is_short = |text: &str| text.chars().nth(SHORT).is_none() && !text.contains('\n');
    let words = match (old, new) {
        (Some(old), Some(new)) if old == new => return None,
        (None, None) => return None,
        (Some(old), Some(new)) if is_short(old) && is_short(new) => {
            format!("{name} {old} → {new}")
        }
        (Some(_), Some(_)) => format!("{name} reworded"),
        (None, Some(new)) if is_short(new) => format!("{name} {new} added"),
        (None, Some(_)) => format!("{name} added"),
        (Some(old), None) if is_short(old) => format!("{name} {old} removed"),
        (Some(_), None) => format!("{name} removed"),
    };
    Some(Detail::new(words))
}

/// A number of things: `1 duty`, `2 duties`.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", crate::model::thousands(number), if number == 1 { one } else { many })
}
