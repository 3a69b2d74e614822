#include <lotse/base/uuid.hpp>

#include <catch2/catch.hpp>

using namespace lotse;

TEST_CASE("UUIDs of names are those of RFC 9562 and of other programs") {
    const char* dns = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
    const char* url = "6BA7B811-9DAD-11D1-80B4-00C04FD430C8";
    CHECK(uuid_v5(dns, "www.example.com") ==
          "2ed6657d-e927-568b-95e1-2665a8aea6a2");                                // RFC 9562, A.4
    CHECK(uuid_v5(dns, "python.org") == "886313e1-3b8a-5372-9b90-0c9aee199e5d");  // Python, uuid
    CHECK(uuid_v5(url, "http://www.example.com/") == "fcde3c85-2270-590f-9e7c-ee003d65e0e2");
}

TEST_CASE("a UUID has its groups") {
    CHECK(is_uuid("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    CHECK(is_uuid("2ED6657D-E927-568B-95E1-2665A8AEA6A2"));
    CHECK_FALSE(is_uuid("2ed6657de927568b95e12665a8aea6a2"));
    CHECK_FALSE(is_uuid("2ed6657d-e927-568b-95e1-2665a8aea6ag"));
    CHECK_FALSE(is_uuid("jc-bochum"));
    CHECK_FALSE(is_uuid(""));
}
