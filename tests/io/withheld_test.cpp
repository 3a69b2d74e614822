#include <lotse/io/render.hpp>

#include <catch2/catch.hpp>

using namespace lotse;

TEST_CASE("a withheld number is null for programs and never 0 or not recorded for people", "[io]") {
    Document document;
    document.id = "x";
    document.title = Text{"Ergebnis", "Result"};
    document.summary = {"summary", Text{"Überblick", "Summary"}, {}, {{}}};
    Table& table = document.tables.emplace_back();
    table.key = "t";
    table.title = Text{"Tabelle", "Table"};
    table.columns = {{"a", Text{"A", "A"}}, {"n", Text{"N", "N"}, Unit::persons}};
    table.rows = {{std::string{"one"}, Withheld{3}},
                  {std::string{"two"}, Withheld{}},
                  {std::string{"three"}, Value{}}};
    const std::string json = io::render_json(document, Language::de);
    CHECK(json.find(R"({"a": "one", "n": null})") != std::string::npos);
    CHECK(json.find(R"({"a": "two", "n": null})") != std::string::npos);
    CHECK(io::render_csv(document, Language::en) == "a,n\none,<3\ntwo,•\nthree,\n");
    const std::string html = io::render_html(document, Language::de);
    CHECK(html.find("&lt;3") != std::string::npos);
    CHECK(html.find("•") != std::string::npos);
    const std::string text = io::render_text(document, Language::de);
    CHECK(text.find("<3") != std::string::npos);
}
