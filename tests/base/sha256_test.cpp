#include <lotse/base/sha256.hpp>

#include <catch2/catch.hpp>

// FIPS 180-4 example: the message "abc".
TEST_CASE("SHA-256 of the standard's example") {
    CHECK(lotse::sha256_hex("abc") ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(lotse::sha256_base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}
