//! The very text of one job, read anew.

use super::Folder;
use super::content::{Content, Version};
use crate::model::JobId;
use crate::model::rule;
use crate::printable::printable_path;
use crate::store::documents::pieces;
use crate::store::text::text_of;

impl Folder {
    /// The text of one document of a file as it stands there now, comments and all, without the
    /// file's other documents. The byte order mark is left out.
    ///
    /// # Errors
    /// A sentence that says why there is no such text.
    pub fn document(&self, id: &JobId) -> Result<String, String> {
        let gone = || format!("{id} is not there any more; read the folder again");
        let bytes = match self.source.named_content(&id.path, Version::Unknown) {
            Content::New(bytes, _) => bytes,
            Content::Wrong(problem) => {
                return Err(format!("{}: {}", printable_path(&id.path), problem.sentence));
            }
            Content::Gone | Content::Unchanged(_) => return Err(gone()),
        };
        let found = text_of(&bytes);
        if let Some(wrong) = found.problems.iter().find(|p| p.rule == rule::NOT_UTF8) {
            return Err(format!("{}: {}", printable_path(&id.path), wrong.sentence));
        }
        let text = found.text.unwrap_or_default();
        let nth = (id.document as usize).saturating_sub(1);
        pieces(&text).nth(nth).map(|piece| piece.text.to_owned()).ok_or_else(gone)
    }
}
