#include <lotse/io/render.hpp>

#include <catch2/catch.hpp>

using namespace lotse;

namespace {

Table table_of(std::vector<Value> row) {
    Table out{"t", {}, {}, {}};
    for (std::size_t i = 0; i < row.size(); ++i)
        out.columns.push_back({std::string(1, "abcdefgh"[i]), {}});
    out.rows.push_back(std::move(row));
    return out;
}

bool has_row(std::vector<Value> row, std::string_view json) {
    return io::page_data(std::vector{table_of(std::move(row))}).find(json) != std::string::npos;
}

}  // namespace

TEST_CASE("data of the page name columns once and hold typed cells") {
    CHECK(io::page_data(std::vector{table_of({true, std::int64_t{3}})})
              .find(R"("t": {"columns": ["a", "b"], "rows": [)") != std::string::npos);
    CHECK(has_row({true, std::int64_t{3}, 0.5, std::string{"x"}}, R"([true, 3, 0.5, "x")"));
    CHECK(has_row({std::vector<std::string>{"x", "y"}}, R"([["x", "y"])"));
}

TEST_CASE("data of the page say both languages, once where they agree") {
    CHECK(has_row({Message{"Ort", "Place"}}, R"([{"text": ["Ort", "Place"]})"));
    CHECK(has_row({Message{"Coaching", "Coaching"}}, R"([{"text": "Coaching"})"));
    CHECK(has_row({Choice{"x", {"A", "B"}}}, R"([{"key": "x", "text": ["A", "B"]})"));
}

TEST_CASE("data of the page keep back what is withheld or not recorded") {
    CHECK(has_row({Withheld{3}, std::monostate{}, Withheld{0}}, "[null, null, null"));
}

TEST_CASE("no element begins inside the data of the page") {
    const std::string text = io::page_data(
        std::vector{table_of({std::string{"</script><script>alert(1)</script><!--"}})});
    CHECK(text.find('<') == std::string::npos);
    CHECK(text.find(R"(\u003c/script>\u003cscript>)") != std::string::npos);
}
