#include <lotse/base/number.hpp>

#include <catch2/catch.hpp>

using namespace lotse;

namespace {
double value(std::string_view text, NumberRange range = {}) {
    return std::get<double>(parse_number(text, range));
}
NumberProblem problem(std::string_view text, NumberRange range = {}) {
    return std::get<NumberProblem>(parse_number(text, range));
}
}  // namespace

TEST_CASE("numbers in German and plain form") {
    CHECK(value("0,5") == 0.5);
    CHECK(value("0.5") == 0.5);
    CHECK(value("1.234,50") == 1234.5);
    CHECK(value("1,234.50") == 1234.5);
    CHECK(value("364 000") == 364000);
    CHECK(value("364\xC2\xA0"
                "000") == 364000);
    CHECK(value("-12") == -12);
    CHECK(value("51.482", {-90, 90}) == 51.482);
    CHECK(problem("1.234", {0, 1e9}) == NumberProblem::ambiguous);
    CHECK(problem("1,5", {0, 1}) == NumberProblem::out_of_range);
    for (const char* text : {"", "abc", "NaN", "inf", "0x10", "1e5", "1.2.3", "12,34,5", "1..2",
                             "+1", "٣", "1 2", "5-"})
        CHECK(problem(text) == NumberProblem::not_a_number);
    CHECK(std::get<std::int64_t>(parse_integer("1.234")) == 1234);
    CHECK(std::holds_alternative<NumberProblem>(parse_integer("1,5")));
    CHECK(std::get<NumberProblem>(parse_integer("1,500")) == NumberProblem::ambiguous);
    CHECK(std::get<std::int64_t>(parse_integer("1,234,567")) == 1234567);
    CHECK(std::get<std::int64_t>(parse_integer("9007199254740991")) == 9007199254740991);
    for (const char* text : {"9007199254740992", "9007199254740993", "-9007199254740993"}) {
        CHECK(std::get<NumberProblem>(parse_integer(text)) == NumberProblem::out_of_range);
        CHECK(problem(text) == NumberProblem::out_of_range);
    }
}

TEST_CASE("what is written reads back as the same number") {
    for (const double v : {0.0, 0.5, 1.234, 12.345, 51.48165, -7.125, 1234.5, 1e-7, 123456.789})
        CHECK(value(unambiguous_text(v)) == v);
}

TEST_CASE("numbers for people") {
    CHECK(rounded_text(1234567.891, 2, Language::de) == "1.234.567,89");
    CHECK(rounded_text(1234567.891, 2, Language::en) == "1,234,567.89");
    CHECK(rounded_text(-0.0001, 2, Language::en) == "0.00");
    CHECK(grouped_text(-1234, Language::de) == "-1.234");
}
