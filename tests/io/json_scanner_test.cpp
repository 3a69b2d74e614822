#include "json.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cmath>
#include <random>

using namespace lotse;

namespace {

/// What happened, one line an event.
struct Recorder final : io::JsonVisitor {
    std::string events;

    void scalar(io::JsonType type, std::string_view text, io::JsonPlace) override {
        add(type == io::JsonType::number   ? "number "
            : type == io::JsonType::string ? "string "
                                           : "",
            text);
    }
    void begin(io::JsonType type, io::JsonPlace) override {
        add(type == io::JsonType::list ? "[" : "{", {});
    }
    void end(io::JsonType type) override { add(type == io::JsonType::list ? "]" : "}", {}); }
    void member(std::string_view name, io::JsonPlace) override { add("member ", name); }

    void add(std::string_view what, std::string_view text) {
        events += what;
        events += text;
        events += '\n';
    }
};

/// The same events from the library.
struct Library {
    Recorder out;
    bool null() { return take(io::JsonType::null, ""); }
    bool boolean(bool v) { return take(io::JsonType::boolean, v ? "yes" : "no"); }
    bool number_integer(std::int64_t v) {
        return take(io::JsonType::number, v == 0 ? "-0" : std::to_string(v));
    }
    bool number_unsigned(std::uint64_t v) { return take(io::JsonType::number, std::to_string(v)); }
    bool number_float(double v, const std::string& written) {
        return std::isfinite(v) && take(io::JsonType::number, written);
    }
    bool string(std::string& v) { return take(io::JsonType::string, v); }
    bool binary(std::vector<std::uint8_t>&) { return false; }
    bool start_object(std::size_t) { return out.begin(io::JsonType::object, {}), true; }
    bool end_object() { return out.end(io::JsonType::object), true; }
    bool start_array(std::size_t) { return out.begin(io::JsonType::list, {}), true; }
    bool end_array() { return out.end(io::JsonType::list), true; }
    bool key(std::string& name) { return out.member(name, {}), true; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) {
        return false;
    }
    bool take(io::JsonType type, std::string_view text) { return out.scalar(type, text, {}), true; }
};

class Texts {
public:
    std::string next() {
        std::string out = value(0);
        for (auto defects = roll(3); defects > 0; --defects) damage(out);
        return out;
    }

private:
    std::size_t roll(std::size_t sides) { return random_() % sides; }
    std::string_view any(std::initializer_list<std::string_view> of) {
        return of.begin()[roll(of.size())];
    }
    std::string blank() { return std::string{any({"", "", "", " ", "\n", "\r\n\t"})}; }
    std::string string() {
        std::string out = "\"";
        for (auto i = roll(4); i > 0; --i)
            out +=
                any({"a", "ä", "€", "𝄞", "\\n", "\\\"", "\\\\", "\\/", "\\u00e4", "\\ud834\\udd1e",
                     "\\ud834", "\\udd1e", "\\u0000", "\x7F", "\\x", "\\u12g4", "|"});
        return out + '"';
    }
    std::string number() {
        return std::string{any({"0",
                                "-0",
                                "7",
                                "-12",
                                "1.5",
                                "-0.0",
                                "1e5",
                                "1E-7",
                                "2.50",
                                "1e400",
                                "1e-400",
                                "9223372036854775807",
                                "-9223372036854775808",
                                "18446744073709551615",
                                "18446744073709551616",
                                "123456789012345678",
                                "00",
                                "01",
                                "-",
                                "1.",
                                ".5",
                                "1e",
                                "+1",
                                "0x1",
                                "NaN",
                                "1.0000000001"})};
    }
    std::string value(int depth) {
        const std::size_t kind = roll(depth > 4 ? 5 : 9);
        std::string out = blank();
        if (kind == 0)
            out += any({"true", "false", "null", "nul", "True"});
        else if (kind < 3)
            out += number();
        else if (kind < 5)
            out += string();
        else {
            const bool object = kind < 7;
            out += object ? '{' : '[';
            const auto count = roll(4);
            for (std::size_t i = 0; i < count; ++i) {
                if (i != 0) out += ',';
                if (object)
                    out += blank() + "\"" + std::to_string(members_++) + string().substr(1) +
                           blank() + ':';
                out += value(depth + 1);
            }
            out += blank();
            out += object ? '}' : ']';
        }
        return out + blank();
    }
    void damage(std::string& text) {
        if (text.empty()) return;
        const std::size_t at = roll(text.size());
        switch (roll(3)) {
            case 0: text.erase(at, 1 + roll(3)); break;
            case 1:
                text.insert(at, any({",", "}", "]", "\"", ":", "\\", "\n", "1", "x", "{"}));
                break;
            default: text.resize(at);
        }
    }

    std::mt19937_64 random_{20260101};
    int members_ = 0;  ///< no two names are the same: the library allows that, lotse does not
};

}  // namespace

TEST_CASE("JSON is read as the library reads it, whether whole or damaged") {
    Texts texts;
    int whole = 0;
    for (int i = 0; i < 20000; ++i) {
        const std::string text = texts.next();
        Library library;
        const bool accepted = nlohmann::json::sax_parse(text, &library);
        Recorder ours;
        const auto problem = io::visit_json(text, io::Limits{}, ours);
        if (problem && (problem->code == "unreadable-text" || problem->code == "duplicate-member"))
            continue;
        whole += accepted ? 1 : 0;
        INFO(text);
        REQUIRE(!problem == accepted);
        REQUIRE(ours.events == library.out.events);
    }
    CHECK(whole > 2000);
    CHECK(whole < 18000);
}

TEST_CASE("JSON events carry the place where they begin") {
    struct Places final : io::JsonVisitor {
        std::string found;
        void add(io::JsonPlace place) {
            found += std::to_string(place.line) + ':' + std::to_string(place.column) + ' ';
        }
        void scalar(io::JsonType, std::string_view, io::JsonPlace place) override { add(place); }
        void begin(io::JsonType, io::JsonPlace place) override { add(place); }
        void end(io::JsonType) override {}
        void member(std::string_view, io::JsonPlace place) override { add(place); }
    } places;
    CHECK_FALSE(
        io::visit_json("{\"ä€\": [1,\n  2 , \"\\u00e4ö\", true],\r\n \"b\":-1.5}", {}, places));
    CHECK(places.found == "1:1 1:2 1:8 1:9 2:3 2:7 2:18 3:2 3:6 ");
}
