#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kartotek_fuzz::criteria(bytes));
