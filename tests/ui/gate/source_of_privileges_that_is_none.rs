struct Staff;

fn portcullis() -> portcullis::Builder {
    portcullis::Portcullis::builder().privileges(Staff)
}

fn main() {}
