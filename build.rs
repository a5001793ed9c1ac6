//! Builds again when a file of the sample library comes or goes, since the binary carries them all.

fn main() {
    println!("cargo::rerun-if-changed=profiles");
}
