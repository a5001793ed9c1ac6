//! Opening and closing rows, and the moves that go along with it.

use super::{Scene, TreePane};
use crate::outline::{Base, RowId, outline};
use std::collections::HashSet;

impl TreePane {
    pub(super) fn toggle(&mut self, scene: Scene<'_>) {
        let rows = self.rows(scene);
        let Some(row) = rows.get(self.cursor(scene, &rows)) else { return };
        // Enter on a row inside a fold closes the fold, as it does on the fold's own row.
        let id = if row.open.is_some() { Some(row.id.clone()) } else { row.id.parent() };
        if let Some(id) = id {
            self.flip(scene, id.clone());
            self.move_to(scene, id);
        }
    }

    pub(super) fn expand(&mut self, scene: Scene<'_>) {
        let rows = self.rows(scene);
        let at = self.cursor(scene, &rows);
        match rows.get(at).map(|row| (row.open, row.id.clone())) {
            Some((Some(false), id)) => self.flip(scene, id),
            Some((Some(true), _)) => self.select(scene, &rows, at + 1),
            _ => {}
        }
    }

    /// Closes the row, or goes to the one it stands under; `false` where there is neither.
    pub(super) fn collapse(&mut self, scene: Scene<'_>) -> bool {
        let rows = self.rows(scene);
        let Some(row) = rows.get(self.cursor(scene, &rows)) else { return false };
        match (row.open, row.id.parent()) {
            (Some(true), Some(_)) => self.flip(scene, row.id.clone()),
            (_, Some(parent)) => self.move_to(scene, parent),
            // A group stays as it is: from there the way leads to the pane before.
            (_, None) => return false,
        }
        true
    }

    pub(super) fn step_sibling(&mut self, scene: Scene<'_>, down: bool) {
        let rows = self.rows(scene);
        let at = self.cursor(scene, &rows);
        let Some(depth) = rows.get(at).map(|row| row.depth) else { return };
        let same = |i: &usize| rows[*i].depth == depth;
        let to = if down { (at + 1..rows.len()).find(same) } else { (0..at).rfind(same) };
        if let Some(to) = to {
            self.select(scene, &rows, to);
        }
    }

    /// Closes every competency; where none is open, every group.
    pub(super) fn collapse_all(&mut self, scene: Scene<'_>) {
        let rows = self.rows(scene);
        let open = rows.iter().any(|row| row.depth > 0 && row.open == Some(true));
        self.set_base(if open { Base::Groups } else { Base::Nothing });
    }

    /// Opens every competency at one level alone, or puts everything back as it was before.
    pub(super) fn open_at(&mut self, digit: u8) {
        if self.base == Base::Level(digit) {
            let (base, mut folds) = self.before_level.take().unwrap_or_default();
            self.base = base;
            for (id, spot) in &mut self.spots {
                spot.toggled = folds.remove(id).unwrap_or_default();
            }
            return;
        }
        self.required_only = false;
        if !matches!(self.base, Base::Level(_)) {
            let folds = self.spots.iter().map(|(id, s)| (id.clone(), s.toggled.clone())).collect();
            self.before_level = Some((self.base, folds));
        }
        self.base = Base::Level(digit);
        self.spots.values_mut().for_each(|spot| spot.toggled.clear());
    }

    /// Shows required levels only, or all again. One level alone and this exclude each other.
    pub(super) fn toggle_required_only(&mut self) {
        if let Base::Level(digit) = self.base {
            self.open_at(digit);
        }
        self.required_only = !self.required_only;
    }

    pub(super) fn set_base(&mut self, base: Base) {
        self.base = base;
        self.before_level = None;
        self.spots.values_mut().for_each(|spot| spot.toggled.clear());
    }

    fn flip(&mut self, scene: Scene<'_>, id: RowId) {
        if let Some(spot) = self.spot_mut(scene)
            && !spot.toggled.remove(&id)
        {
            spot.toggled.insert(id);
        }
    }

    fn move_to(&mut self, scene: Scene<'_>, id: RowId) {
        let rows = self.rows(scene);
        if let Some(to) = rows.iter().position(|row| row.id == id) {
            self.select(scene, &rows, to);
        }
    }

    /// Opens what a row stands in and puts the cursor on it.
    pub(super) fn reveal(&mut self, scene: Scene<'_>, id: &RowId) {
        let Some(profile) = scene.profile() else { return };
        let mut view = self.view(scene);
        let mut above: Vec<RowId> = Vec::new();
        let mut next = id.parent();
        while let Some(parent) = next {
            next = parent.parent();
            above.push(parent);
        }
        let shows =
            |view: &_| outline(scene.library, profile, view).iter().any(|row| row.id == *id);
        let open = |view: &mut crate::outline::View, above: &[RowId]| {
            for parent in above {
                if !view.is_open(parent) && !view.toggled.remove(parent) {
                    view.toggled.insert(parent.clone());
                }
            }
        };
        open(&mut view, &above);
        if !shows(&view) {
            // One level alone, or required levels only, can hide the row for good.
            self.set_base(Base::Groups);
            self.required_only = false;
            view.base = Base::Groups;
            view.required_only = false;
            view.toggled = HashSet::new();
            open(&mut view, &above);
        }
        if let Some(spot) = self.spot_mut(scene) {
            spot.toggled = view.toggled;
        }
        self.move_to(scene, id.clone());
    }
}
