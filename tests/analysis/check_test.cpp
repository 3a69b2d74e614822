#include <lotse/analysis/check.hpp>

#include <typed_rows.hpp>

#include <catch2/catch.hpp>

using namespace lotse;

namespace {

Value summary(const Document& document, std::string_view key) {
    for (std::size_t i = 0; i < document.summary.columns.size(); ++i)
        if (document.summary.columns[i].key == key) return document.summary.rows.front()[i];
    return std::string{"missing"};
}

}  // namespace

TEST_CASE("the check lists every issue and counts every row") {
    NetworkBuilder builder;
    add(builder, "actors",
        {{"key", "name", "kind", "area"},
         {"a", "A", "sports_club", "5911"},
         {"b", "B", "sports_clubb", ""},
         {"c", "C", "sports_club", ""}});
    add(builder, "ties", {{"from", "to", "kind"}, {"a", "z", "cooperates"}});
    const BuildResult result = std::move(builder).finish();
    const Document document = analysis::check_document(result);

    CHECK(summary(document, "rows_read") == Value{std::int64_t{4}});
    CHECK(summary(document, "rows_used") == Value{std::int64_t{2}});
    CHECK(summary(document, "rows_rejected") == Value{std::int64_t{2}});
    CHECK(summary(document, "errors") == Value{std::int64_t{2}});
    CHECK(summary(document, "warnings") == Value{std::int64_t{1}});

    REQUIRE(document.tables.size() == 1);
    const Table& issues = document.tables.front();
    CHECK(issues.key == "issues");
    std::vector<std::string> keys;
    for (const Column& column : issues.columns) keys.push_back(column.key);
    CHECK(keys == std::vector<std::string>{"severity", "code", "file", "sheet", "row", "column",
                                           "message"});
    REQUIRE(issues.rows.size() == result.issues.size());
    CHECK(std::get<Choice>(issues.rows[0][0]).key == "warning");
    CHECK(issues.rows[0][1] == Value{std::string{"repaired-ags"}});
    CHECK(issues.rows[0][4] == Value{std::int64_t{2}});
    for (const Message& sentence : document.reading) {
        CHECK_FALSE(sentence.de.empty());
        CHECK_FALSE(sentence.en.empty());
    }
}

TEST_CASE("sound data are called usable, an issue of a whole file has no row") {
    NetworkBuilder builder;
    add(builder, "actors", {{"key", "name", "kind"}, {"a", "A", "sports_club"}});
    builder.report({Severity::note, "ignored-file", {"x.txt", "", 0, 0}, {"n", "n"}});
    const Document document = analysis::check_document(std::move(builder).finish());
    CHECK(document.reading[1].en == "The data can be used.");
    CHECK(summary(document, "notes") == Value{std::int64_t{1}});
    CHECK(document.tables.front().rows.front()[4].index() == 0);
}

TEST_CASE("leaving rows out is advised only where that helps") {
    NetworkBuilder builder;
    add(builder, "actors", {{"key", "name", "kind"}, {"a", "A", "sports_club"}});
    builder.report({Severity::error, "broken-file", {"ties.csv", "", 0, 0}, {"e", "e"}});
    const BuildResult result = std::move(builder).finish();
    const auto advice = [&](bool errors_concern_rows) {
        return analysis::check_document(result, errors_concern_rows).reading[1].en;
    };
    CHECK(advice(true).find("if --skip-bad-rows is given") != std::string::npos);
    CHECK(advice(false).find("--skip-bad-rows does not help") != std::string::npos);
}
