//! The few cryptographic operations the vault uses, each with one meaning.
//!
//! XChaCha20-Poly1305 wraps (RFC 8439, with the extended nonce), HKDF-SHA-256 derives (RFC 5869), HMAC-SHA-256
//! vouches, Argon2id stretches (RFC 9106), HPKE seals to a public key (RFC 9180: base mode, X25519-HKDF-SHA256,
//! ChaCha20-Poly1305).

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::error::Error;

/// A secret of 32 bytes, wiped when dropped.
pub type Secret = Zeroizing<[u8; 32]>;

type X25519 = hpke::kem::X25519HkdfSha256;
type Cipher = hpke::aead::ChaCha20Poly1305;
type Kdf = hpke::kdf::HkdfSha256;

/// Bytes of the random nonce before what is wrapped.
const NONCE_BYTES: usize = 24;

/// Returns random bytes of the operating system.
pub fn random<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Error::NoRandomness)?;
    Ok(bytes)
}

/// Returns a random secret.
pub fn random_secret() -> Result<Secret, Error> {
    let mut secret = Zeroizing::new([0; 32]);
    getrandom::fill(secret.as_mut_slice()).map_err(|_| Error::NoRandomness)?;
    Ok(secret)
}

/// Puts parts together so that no two lists of parts give the same bytes: each with its length before it.
pub fn bind(parts: &[&[u8]]) -> Vec<u8> {
    parts.iter().flat_map(|part| [&(part.len() as u64).to_be_bytes(), *part].concat()).collect()
}

/// Encrypts `plain` and binds it to `context`. The answer is a random nonce and the ciphertext.
pub fn wrap(key: &Secret, plain: &[u8], context: &[u8]) -> Result<Vec<u8>, Error> {
    let nonce: [u8; NONCE_BYTES] = random()?;
    let payload = Payload { msg: plain, aad: context };
    let sealed =
        XChaCha20Poly1305::new(&(**key).into()).encrypt(&nonce.into(), payload).map_err(|_| Error::NoRandomness)?;
    Ok([nonce.as_slice(), &sealed].concat())
}

/// Returns what [`wrap`] wrapped; `None` for a wrong key, a wrong context, or a single changed bit.
pub fn unwrap(key: &Secret, wrapped: &[u8], context: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, sealed) = wrapped.split_first_chunk::<NONCE_BYTES>()?;
    let payload = Payload { msg: sealed, aad: context };
    XChaCha20Poly1305::new(&(**key).into()).decrypt(&(*nonce).into(), payload).ok().map(Zeroizing::new)
}

/// Returns the secret that [`wrap`] wrapped.
pub fn unwrap_secret(key: &Secret, wrapped: &[u8], context: &[u8]) -> Option<Secret> {
    let plain = unwrap(key, wrapped, context)?;
    let mut secret = Zeroizing::new([0; 32]);
    (plain.len() == secret.len()).then(|| secret.copy_from_slice(&plain))?;
    Some(secret)
}

/// Derives a secret for one purpose from another secret.
pub fn derive(secret: &[u8], salt: &[u8], purpose: &str) -> Result<Secret, Error> {
    let mut derived = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(salt), secret)
        .expand(purpose.as_bytes(), derived.as_mut_slice())
        .map_err(|_| Error::NoRandomness)?;
    Ok(derived)
}

/// Returns the code that vouches for `message`.
pub fn code(key: &Secret, message: &[u8]) -> [u8; 32] {
    hmac_of(key, message).finalize().into_bytes().into()
}

/// Answers whether `code` vouches for `message`, in a time that does not depend on where they differ.
pub fn vouches(key: &Secret, message: &[u8], code: &[u8]) -> bool {
    hmac_of(key, message).verify_slice(code).is_ok()
}

/// Returns the first 64 bits of the code that vouches for `message`.
pub fn short_code(key: &Secret, message: &[u8]) -> [u8; 8] {
    let [a, b, c, d, e, f, g, h, ..] = code(key, message);
    [a, b, c, d, e, f, g, h]
}

/// As [`vouches`], of a [`short_code`].
pub fn vouches_short(key: &Secret, message: &[u8], code: &[u8; 8]) -> bool {
    hmac_of(key, message).verify_truncated_left(code).is_ok()
}

fn hmac_of(key: &Secret, message: &[u8]) -> Hmac<Sha256> {
    // A key of the block length is used as it is, so this construction needs no check of the length.
    let mut block = hmac::digest::Key::<Hmac<Sha256>>::default();
    block[..key.len()].copy_from_slice(key.as_slice());
    let mut mac = <Hmac<Sha256> as KeyInit>::new(&block);
    zeroize::Zeroize::zeroize(block.as_mut_slice());
    mac.update(message);
    mac
}

/// Makes a secret of a passphrase by Argon2id, version 1.3.
///
/// # Errors
/// [`Error::CostRefused`] if the numbers are none that Argon2 has.
pub fn stretch(passphrase: &[u8], salt: &[u8], kib: u32, passes: u32, lanes: u32) -> Result<Secret, Error> {
    let params = Params::new(kib, passes, lanes, Some(32)).map_err(|_| Error::CostRefused)?;
    let mut secret = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase, salt, secret.as_mut_slice())
        .map_err(|_| Error::CostRefused)?;
    Ok(secret)
}

/// Returns a new key pair: the private half, and the public one.
pub fn new_pair() -> Result<(Secret, [u8; 32]), Error> {
    let seed = random_secret()?;
    let (private, public) = X25519::derive_keypair(seed.as_slice());
    let mut secret = Zeroizing::new([0; 32]);
    private.write_exact(secret.as_mut_slice());
    Ok((secret, public.to_bytes().into()))
}

/// Seals `plain` to the owner of a public key: the encapsulated key (32 bytes) and the ciphertext.
pub fn seal_to(public: &[u8], plain: &[u8], context: &[u8]) -> Result<Vec<u8>, Error> {
    let public = <X25519 as Kem>::PublicKey::from_bytes(public).map_err(|_| Error::KeysDamaged)?;
    let (capsule, sealed) =
        hpke::single_shot_seal::<Cipher, Kdf, X25519>(&OpModeS::Base, &public, INFO, plain, context)
            .map_err(|_| Error::NoRandomness)?;
    Ok([capsule.to_bytes().as_slice(), &sealed].concat())
}

/// Returns what [`seal_to`] sealed, if it is a secret; `None` for another private key or a changed bit.
pub fn open_sealed(private: &Secret, sealed: &[u8], context: &[u8]) -> Option<Secret> {
    let (capsule, sealed) = sealed.split_first_chunk::<32>()?;
    let private = <X25519 as Kem>::PrivateKey::from_bytes(private.as_slice()).ok()?;
    let capsule = <X25519 as Kem>::EncappedKey::from_bytes(capsule).ok()?;
    let plain =
        hpke::single_shot_open::<Cipher, Kdf, X25519>(&OpModeR::Base, &private, &capsule, INFO, sealed, context)
            .ok()
            .map(Zeroizing::new)?;
    let mut secret = Zeroizing::new([0; 32]);
    (plain.len() == secret.len()).then(|| secret.copy_from_slice(&plain))?;
    Some(secret)
}

const INFO: &[u8] = b"kartotek vault key";

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_wrapped_opens_with_its_key_and_context_only() {
        let (key, other) = (random_secret().unwrap(), random_secret().unwrap());
        let wrapped = wrap(&key, b"plain", b"context").unwrap();
        assert_eq!(unwrap(&key, &wrapped, b"context").unwrap().as_slice(), b"plain");
        assert!(unwrap(&other, &wrapped, b"context").is_none());
        assert!(unwrap(&key, &wrapped, b"contexts").is_none());
        for place in 0..wrapped.len() {
            let mut changed = wrapped.clone();
            changed[place] ^= 1;
            assert!(unwrap(&key, &changed, b"context").is_none(), "byte {place}");
        }
        assert!(unwrap(&key, &wrapped[..10], b"context").is_none());
    }

    #[test]
    fn what_is_sealed_opens_with_the_private_half_only() {
        let (private, public) = new_pair().unwrap();
        let secret = random_secret().unwrap();
        let sealed = seal_to(&public, secret.as_slice(), b"slot").unwrap();
        assert_eq!(open_sealed(&private, &sealed, b"slot"), Some(secret.clone()));
        assert_eq!(open_sealed(&private, &sealed, b"slut"), None);
        assert_eq!(open_sealed(&new_pair().unwrap().0, &sealed, b"slot"), None);
        assert_ne!(seal_to(&public, secret.as_slice(), b"slot").unwrap(), sealed);
    }

    #[test]
    fn hmac_is_the_one_of_rfc_4231() {
        // Test case 2 has a key shorter than ours, so the key is padded with zeros, as HMAC itself does.
        let mut key = Zeroizing::new([0; 32]);
        key[..4].copy_from_slice(b"Jefe");
        let expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        let found = code(&key, b"what do ya want for nothing?");
        assert_eq!(data_encoding::HEXLOWER.encode(&found), expected);
        assert!(vouches(&key, b"what do ya want for nothing?", &found));
        let short = short_code(&key, b"what do ya want for nothing?");
        assert!(found.starts_with(&short) && vouches_short(&key, b"what do ya want for nothing?", &short));
        assert!(!vouches_short(&key, b"what do ya want for something?", &short));
        assert!(!vouches(&key, b"what do ya want for something?", &found));
    }

    #[test]
    fn bound_parts_cannot_be_shifted() {
        assert_ne!(bind(&[b"ab", b"c"]), bind(&[b"a", b"bc"]));
        assert_ne!(bind(&[b"ab"]), bind(&[b"ab", b""]));
    }
}
