#![no_main]

libfuzzer_sys::fuzz_target!(init: portcullis_fuzzing::tell_panics(), |data: &[u8]| {
    portcullis_fuzzing::configuration(data);
});
