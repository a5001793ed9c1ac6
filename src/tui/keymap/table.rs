//! The table itself. Within a place, rows stand in the order in which help shows them.

use super::{Action, Binding, Place, Step};
use crate::tui::app::Command as C;
use crate::tui::pane::detail::DetailAction as D;
use crate::tui::pane::list::ListAction as L;
use crate::tui::pane::tree::TreeAction as T;
use crate::tui::view::compare::CompareAction as V;
use crate::tui::view::gap::GapAction as G;
use crate::tui::view::near::NearAction as N;
use crate::tui::view::route::RouteAction as R;
use crate::tui::widget::input::Edit as E;

const fn bind(
    place: Place,
    keys: &'static [&'static str],
    action: Action,
    sentence: &'static str,
) -> Binding {
    Binding { place, keys, action, sentence, hint: None }
}

impl Binding {
    /// Shows it in the footer: the smaller the number, the sooner.
    const fn hint(mut self, rank: u8, word: &'static str) -> Self {
        self.hint = Some((rank, word));
        self
    }
}

use Action::{App, Compare, Detail, Edit, Gap, List, Move, Near, Route, Tree};
use Place as P;

/// Every key that does something, where, and what.
pub const TABLE: &[Binding] = &[
    bind(P::Everywhere, &["j", "<down>"], Move(Step::Down), "one row down"),
    bind(P::Everywhere, &["k", "<up>"], Move(Step::Up), "one row up"),
    bind(P::Everywhere, &["<c-d>"], Move(Step::HalfDown), "half a screen down"),
    bind(P::Everywhere, &["<c-u>"], Move(Step::HalfUp), "half a screen up"),
    bind(P::Everywhere, &["<pgdn>", "<c-f>"], Move(Step::PageDown), "a screen down"),
    bind(P::Everywhere, &["<pgup>", "<c-b>"], Move(Step::PageUp), "a screen up"),
    bind(P::Everywhere, &["gg", "<home>"], Move(Step::Top), "to the first row"),
    bind(P::Everywhere, &["G", "<end>"], Move(Step::Bottom), "to the last row"),
    bind(P::Everywhere, &["<tab>"], App(C::NextPane), "to the next pane").hint(40, "next pane"),
    bind(P::Everywhere, &["<s-tab>"], App(C::PreviousPane), "to the pane before"),
    bind(P::Everywhere, &["<esc>"], App(C::StepBack), "one step back").hint(5, "back"),
    bind(P::Everywhere, &["f"], App(C::Filter), "filter the jobs, from any pane"),
    bind(P::Everywhere, &["/"], App(C::Find), "find text"),
    bind(P::Everywhere, &["n"], App(C::FindNext), "to the next place where the text was found")
        .hint(4, "next found"),
    bind(
        P::Everywhere,
        &["N"],
        App(C::FindPrevious),
        "to the place before where the text was found",
    ),
    bind(P::Everywhere, &["?", "<f1>", ":"], App(C::Palette), "all keys and commands")
        .hint(90, "all keys"),
    bind(P::Everywhere, &["<space>"], App(C::Mark), "mark the job that is shown, or unmark it")
        .hint(20, "mark"),
    bind(P::Everywhere, &["U"], App(C::Unmark), "unmark all jobs; again marks them as before"),
    bind(P::Everywhere, &["c"], App(C::Compare), "compare the marked jobs, side by side")
        .hint(28, "compare"),
    bind(P::Everywhere, &["r"], App(C::Near), "the jobs that are most like this one")
        .hint(29, "near jobs"),
    bind(
        P::Everywhere,
        &["t"],
        App(C::Route),
        "the way from this job to the marked one, by small moves",
    )
    .hint(27, "way to the marked job"),
    bind(P::Everywhere, &["[", "<a-left>"], App(C::Back), "back to the job before the link")
        .hint(30, "go back"),
    bind(P::Everywhere, &["]", "<a-right>"], App(C::Forward), "forward again"),
    bind(P::Everywhere, &["$"], App(C::Pay), "show or hide every pay figure")
        .hint(60, "pay on or off"),
    bind(P::Everywhere, &["yy"], App(C::CopyRow), "copy the row under the cursor"),
    bind(P::Everywhere, &["yt"], App(C::CopyTitle), "copy the job's title"),
    bind(P::Everywhere, &["yc"], App(C::CopyCode), "copy the job's code"),
    bind(P::Everywhere, &["yp"], App(C::CopyPath), "copy the path of the job's file"),
    bind(P::Everywhere, &["ym"], App(C::CopyMarkdown), "copy the whole job as Markdown"),
    bind(P::Everywhere, &["e"], App(C::Edit), "edit here: your editor, at this line")
        .hint(8, "edit"),
    bind(
        P::Everywhere,
        &["E"],
        App(C::EditOther),
        "edit the other file: the shared competency, or the job",
    )
    .hint(21, "edit other file"),
    bind(P::Everywhere, &["S"], App(C::Save), "save what is shown as a document").hint(62, "save"),
    bind(
        P::Everywhere,
        &["i"],
        App(C::Interview),
        "save an interview kit for this job, without pay",
    )
    .hint(63, "interview"),
    bind(P::Everywhere, &["z"], App(C::Zoom), "this pane alone, or all again").hint(70, "zoom"),
    bind(P::Everywhere, &["<lt>"], App(C::Narrower), "make the list narrower"),
    bind(P::Everywhere, &[">"], App(C::Wider), "make the list wider"),
    bind(P::Everywhere, &["R", "<f5>"], App(C::Reload), "read the folder again")
        .hint(65, "read again"),
    bind(P::Everywhere, &["!"], App(C::Problems), "everything that is wrong in the folder")
        .hint(55, "problems"),
    bind(P::Everywhere, &["L"], App(C::Changes), "what changed since the start")
        .hint(57, "changes"),
    bind(P::Everywhere, &["m"], App(C::Mouse), "mouse on, or off so that text can be selected"),
    bind(P::Everywhere, &["q"], App(C::Close), "close what is open; quit at the top")
        .hint(80, "quit"),
    bind(P::Everywhere, &["<c-c>"], App(C::Quit), "quit at once"),
    bind(P::Everywhere, &["<c-z>"], App(C::Suspend), "suspend; fg brings it back"),
    bind(P::List, &["<enter>", "l", "<right>"], List(L::Open), "open the job").hint(0, "open"),
    bind(P::List, &["/"], App(C::Filter), "filter the jobs").hint(10, "filter"),
    bind(P::List, &["s"], List(L::Sort), "sort by title, level, family, code, pay or file")
        .hint(50, "sort"),
    bind(P::List, &["J", "<s-down>"], List(L::ScrollDetailDown), "scroll the detail down"),
    bind(P::List, &["K", "<s-up>"], List(L::ScrollDetailUp), "scroll the detail up"),
    bind(P::Filter, &["<enter>"], List(L::KeepFilter), "keep the filter; a single hit opens")
        .hint(0, "keep filter"),
    bind(P::Filter, &["<esc>"], App(C::StepBack), "back to the filter before")
        .hint(10, "undo filter"),
    bind(P::Filter, &["<tab>"], List(L::MarkAndStep), "mark and step down").hint(20, "mark"),
    bind(P::Filter, &["<down>", "<c-n>", "<c-j>"], Move(Step::Down), "one hit down")
        .hint(30, "next hit"),
    bind(P::Filter, &["<up>", "<c-p>", "<c-k>"], Move(Step::Up), "one hit up"),
    bind(P::Filter, &["<pgdn>"], Move(Step::PageDown), "a screen of hits down"),
    bind(P::Filter, &["<pgup>"], Move(Step::PageUp), "a screen of hits up"),
    bind(P::Detail, &["<enter>"], Detail(D::Follow), "follow the link").hint(0, "follow link"),
    bind(P::Detail, &["l", "<right>"], Detail(D::ToTree), "to the competencies")
        .hint(10, "competencies"),
    bind(P::Detail, &["h", "<left>"], Detail(D::ToList), "to the list").hint(15, "list"),
    bind(P::Detail, &["}", "<s-down>"], Detail(D::NextSection), "to the next section")
        .hint(25, "next section"),
    bind(P::Detail, &["{", "<s-up>"], Detail(D::PreviousSection), "to the section before"),
    bind(P::Detail, &["/"], App(C::Find), "find text").hint(35, "find"),
    bind(P::Tree, &["<enter>"], Tree(T::Toggle), "open or close the row").hint(0, "open or close"),
    bind(P::Tree, &["l", "<right>"], Tree(T::Expand), "open, or to the first row inside"),
    bind(
        P::Tree,
        &["h", "<left>"],
        Tree(T::Collapse),
        "close, or to the row above, or to the pane before",
    )
    .hint(23, "close or back"),
    bind(P::Tree, &["="], Tree(T::ExpandAll), "open everything").hint(12, "open all"),
    bind(P::Tree, &["-"], Tree(T::CollapseAll), "close everything"),
    bind(
        P::Tree,
        &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
        Tree(T::OpenAt),
        "every competency open at that level alone; again as before",
    )
    .hint(18, "open at level"),
    bind(P::Tree, &["."], Tree(T::RequiredOnly), "required levels only, or all")
        .hint(22, "required only"),
    bind(P::Tree, &["s"], Tree(T::Sort), "sort: file, level, importance, unusual").hint(24, "sort"),
    bind(P::Tree, &["w"], Tree(T::WhoElse), "who else asks for this competency")
        .hint(13, "who else"),
    bind(P::Tree, &["J", "<s-down>"], Tree(T::NextSibling), "to the next row of this depth"),
    bind(P::Tree, &["K", "<s-up>"], Tree(T::PreviousSibling), "to the row of this depth before"),
    bind(P::Tree, &["/"], App(C::Find), "find text, in closed rows too").hint(35, "find"),
    bind(
        P::Compare,
        &["<enter>"],
        Compare(V::Toggle),
        "open or close the behaviours of this row; from other rows to the competencies",
    )
    .hint(0, "behaviours"),
    bind(P::Compare, &["h", "<left>"], Compare(V::Left), "to the column before"),
    bind(P::Compare, &["l", "<right>"], Compare(V::Right), "to the next column")
        .hint(20, "next column"),
    bind(P::Compare, &["<tab>"], Compare(V::Gap), "the gap from the baseline to this column")
        .hint(2, "gap"),
    bind(P::Compare, &["}", "<s-down>"], Compare(V::NextDifference), "to the next difference")
        .hint(7, "next one"),
    bind(P::Compare, &["{", "<s-up>"], Compare(V::PreviousDifference), "to the difference before"),
    bind(P::Compare, &["="], Compare(V::Show), "all rows, only differences, or only gaps")
        .hint(4, "differences"),
    bind(P::Compare, &["s"], Compare(V::Sort), "sort: by group, by spread, by name")
        .hint(24, "sort"),
    bind(
        P::Compare,
        &["D"],
        Compare(V::Step),
        "levels differ from half a level, one level, or any step on",
    ),
    bind(P::Compare, &["p"], Compare(V::Pin), "make this column the baseline").hint(22, "baseline"),
    bind(P::Compare, &["x"], Compare(V::Exchange), "exchange this column with the baseline"),
    bind(P::Compare, &["d"], Compare(V::Drop), "leave the job of this column out")
        .hint(26, "leave out"),
    bind(P::Gap, &["<enter>"], Gap(G::Toggle), "open or close the competency")
        .hint(0, "open or close"),
    bind(P::Gap, &["="], Gap(G::OpenAll), "open everything").hint(12, "open all"),
    bind(P::Gap, &["-"], Gap(G::CloseAll), "close everything").hint(14, "close all"),
    bind(
        P::Gap,
        &["D"],
        Gap(G::Step),
        "levels differ from half a level, one level, or any step on",
    ),
    bind(P::Gap, &["x"], Gap(G::Turn), "turn round: from the second job to the first")
        .hint(10, "turn round"),
    bind(P::Gap, &["<tab>"], App(C::Close), "back to what was there"),
    bind(P::Near, &["<enter>", "l", "<right>"], Near(N::Go), "to this job")
        .hint(0, "go to the job"),
    bind(P::Near, &["c"], Near(N::Compare), "compare this job with the one that it is near to")
        .hint(10, "compare"),
    bind(P::Near, &["h", "<left>"], App(C::Close), "back to the job"),
    bind(P::Route, &["<enter>", "l", "<right>"], Route(R::Go), "to this job")
        .hint(0, "go to the job"),
    bind(P::Route, &["c"], Route(R::Compare), "compare this job with the one before it")
        .hint(10, "compare"),
    bind(P::Route, &["x"], Route(R::Turn), "turn round: the way back").hint(12, "turn round"),
    bind(P::Route, &["h", "<left>"], App(C::Close), "back to what was there"),
    bind(P::Find, &["<enter>"], App(C::KeepFind), "stay at what was found").hint(0, "stay here"),
    bind(P::Find, &["<esc>"], App(C::StepBack), "end the search where it began")
        .hint(10, "end search"),
    bind(P::Find, &["<down>", "<c-n>"], App(C::FindNext), "to the next place").hint(20, "next"),
    bind(P::Find, &["<up>", "<c-p>"], App(C::FindPrevious), "to the place before")
        .hint(30, "before"),
    bind(P::Palette, &["<enter>"], App(C::RunChosen), "run the command").hint(0, "run"),
    bind(P::Palette, &["<esc>"], App(C::StepBack), "clear the text, then close").hint(10, "close"),
    bind(P::Palette, &["<down>", "<c-n>", "<c-j>", "<tab>"], Move(Step::Down), "one command down"),
    bind(P::Palette, &["<up>", "<c-p>", "<c-k>", "<s-tab>"], Move(Step::Up), "one command up"),
    bind(P::Palette, &["<pgdn>"], Move(Step::PageDown), "a screen down"),
    bind(P::Palette, &["<pgup>"], Move(Step::PageUp), "a screen up"),
    bind(
        P::Listing,
        &["<enter>"],
        App(C::OpenListed),
        "edit what is wrong, or to the job that has changed",
    )
    .hint(0, "open"),
    bind(P::Listing, &["e"], App(C::Edit), "edit it: your editor, at its line").hint(5, "edit"),
    bind(
        P::Listing,
        &["o", "l", "<right>"],
        App(C::ToListed),
        "to the job, or to who asks for the competency",
    )
    .hint(15, "go to the job"),
    bind(P::Listing, &["j", "<down>"], Move(Step::Down), "one row down").hint(20, "next"),
    bind(P::Listing, &["k", "<up>"], Move(Step::Up), "one row up"),
    bind(P::Listing, &["<c-d>", "<pgdn>"], Move(Step::PageDown), "a screen down"),
    bind(P::Listing, &["<c-u>", "<pgup>"], Move(Step::PageUp), "a screen up"),
    bind(P::Listing, &["gg", "<home>"], Move(Step::Top), "to the first row"),
    bind(P::Listing, &["G", "<end>"], Move(Step::Bottom), "to the last row"),
    bind(P::Listing, &["<esc>", "h", "<left>"], App(C::StepBack), "close the list")
        .hint(10, "close"),
    bind(P::Listing, &["!"], App(C::Problems), "everything that is wrong in the folder"),
    bind(P::Listing, &["L"], App(C::Changes), "what changed since the start"),
    bind(P::Listing, &["$"], App(C::Pay), "show or hide every pay figure"),
    bind(P::Listing, &["q"], App(C::Close), "close the list"),
    bind(P::Listing, &["R", "<f5>"], App(C::Reload), "read the folder again")
        .hint(30, "read again"),
    bind(P::Listing, &["?", "<f1>", ":"], App(C::Palette), "all keys and commands")
        .hint(90, "all keys"),
    bind(P::Listing, &["<c-c>"], App(C::Quit), "quit at once"),
    bind(P::Listing, &["<c-z>"], App(C::Suspend), "suspend; fg brings it back"),
    bind(P::Save, &["<enter>"], App(C::SaveNamed), "save; again where there is such a file")
        .hint(0, "save"),
    bind(P::Save, &["<esc>"], App(C::StepBack), "save nothing").hint(10, "save nothing"),
    bind(P::Typing, &["<c-a>", "<home>"], Edit(E::Start), "to the start of the text"),
    bind(P::Typing, &["<c-e>", "<end>"], Edit(E::End), "to the end of the text"),
    bind(P::Typing, &["<left>"], Edit(E::Left), "one letter left"),
    bind(P::Typing, &["<right>"], Edit(E::Right), "one letter right"),
    bind(P::Typing, &["<bs>", "<c-h>"], Edit(E::DeleteBefore), "delete the letter before"),
    bind(P::Typing, &["<del>"], Edit(E::DeleteAfter), "delete the letter after"),
    bind(P::Typing, &["<c-w>"], Edit(E::DeleteWord), "delete the word before"),
    bind(P::Typing, &["<c-u>"], Edit(E::DeleteAll), "delete the text"),
    bind(P::Typing, &["<f1>"], App(C::Palette), "all keys and commands"),
    bind(P::Typing, &["<f5>"], App(C::Reload), "read the folder again"),
    bind(P::Typing, &["<c-c>"], App(C::Quit), "quit at once"),
    bind(P::Typing, &["<c-z>"], App(C::Suspend), "suspend; fg brings it back"),
];
