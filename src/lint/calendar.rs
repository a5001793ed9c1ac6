//! Dates as they are typed: a year, a month or a day.

use super::Date;

/// The first and the last day of a year as in `2026`, a month as in `2026-05`, or a day as in
/// `2026-05-02`; `None` for any other text and for what no calendar has.
pub(super) fn days(text: &str) -> Option<(Date, Date)> {
    let mut parts = text.split('-');
    let mut next = |digits: usize| match parts.next() {
        None => Ok(None),
        Some(part) if part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()) => {
            part.parse::<i16>().map(Some).map_err(drop)
        }
        Some(_) => Err(()),
    };
    let (year, month, day) = (next(4).ok()??, next(2).ok()?, next(2).ok()?);
    let date = |month: i16, day: i16| {
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    };
    let both = match (month, day) {
        (None, _) => (date(1, 1)?, date(12, 31)?),
        (Some(month), None) => (date(month, 1)?, date(month, 1)?.last_of_month()),
        (Some(month), Some(day)) => (date(month, day)?, date(month, day)?),
    };
    parts.next().is_none().then_some(both)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_months_and_days_are_read_and_nothing_else() {
        let read = |text| days(text).map(|(first, last)| format!("{first} {last}"));
        assert_eq!(read("2026").as_deref(), Some("2026-01-01 2026-12-31"));
        assert_eq!(read("2024-02").as_deref(), Some("2024-02-01 2024-02-29"));
        assert_eq!(read("2026-05-02").as_deref(), Some("2026-05-02 2026-05-02"));
        let wrong = ["", "spring", "26", "2026-5", "2026-13", "2026-02-30", "2026-05-02-1"];
        for wrong in wrong.into_iter().chain(["2026-05-02T08:00", "31.7.2026", "2026/05", "-2026"])
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
