#include "sample.hpp"

#include <array>

namespace lotse::fuzz {
namespace {

using Keys = std::vector<std::string>;

/// Fills the columns of one row.
class Filler {
public:
    Filler(Choices& choices, const Keys& actors) : choices_{choices}, actors_{actors} {}

    template <class Row>
    void fill(Row& row) {
        for_each_column<Row>([&](const auto& column) {
            if (column.need == Need::key) return;
            if (column.need == Need::required || choices_.one_in(4))
                set(row.*column.member, column);
        });
        if (choices_.one_in(8)) row.extra.emplace_back("eigene Spalte", choices_.text() + "x");
    }

private:
    template <class Column>
    void set(std::string& out, const Column& column) {
        out = column.list.empty() ? choices_.text() + "t" : code_of(column.list);
    }
    template <class Column>
    void set(std::vector<std::string>& out, const Column& column) {
        for (std::size_t i = 0; i <= choices_.below(3); ++i) set(out.emplace_back(), column);
    }
    template <class Column>
    void set(std::optional<double>& out, const Column& column) {
        static constexpr std::array values{0.0, 1.0, 0.5, 7.25, 51.5, 1e-7, 1234.5, 1e9};
        const double value = choices_.any_of(values);
        if (column.range.contains(value)) out = value;
    }
    template <class Column>
    void set(std::optional<std::int64_t>& out, const Column& column) {
        static constexpr std::array<std::int64_t, 8> values{0, 1, 2, 3, 4, 7, 2024, 1'000'000};
        const std::int64_t value = choices_.any_of(values);
        if (column.range.contains(static_cast<double>(value))) out = value;
    }
    template <class Column>
    void set(std::optional<PartialDate>& out, const Column&) {
        static constexpr std::array dates{PartialDate{2019, 0, 0}, PartialDate{2024, 2, 29},
                                          PartialDate{2026, 6, 0}, PartialDate{1999, 12, 31}};
        out = choices_.any_of(dates);
    }
    template <class E, class Column>
    requires Enumerated<E>
    void set(E& out, const Column&) { out = choices_.any_of(all_enumerators<E>).value; }
    template <class E, class Column>
    requires Enumerated<E>
    void set(std::optional<E>& out, const Column& column) { set(out.emplace(), column); }
    template <class Column>
    void set(Ref<Actor>& out, const Column&) {
        out.key = key_of(actors_);
    }
    template <class Column>
    void set(Ref<Area>& out, const Column&) {
        static const Keys areas{"05", "05911", "05913", "kreis-a", "ort-1", "ort-2"};
        out.key = key_of(areas);
    }
    template <class Column>
    void set(Ref<Venue>& out, const Column&) {
        static const Keys venues{"v0", "v1"};
        out.key = key_of(venues);
    }
    template <class Entity, class Column>
    void set(std::vector<Ref<Entity>>& out, const Column& column) {
        for (std::size_t i = 0; i <= choices_.below(3); ++i) set(out.emplace_back(), column);
    }

    std::string code_of(std::string_view list) {
        const CodeList* codes = Codebook::built_in().list(list);
        return codes == nullptr || codes->codes().empty() ? "code"
                                                          : choices_.any_of(codes->codes()).code;
    }
    std::string key_of(const Keys& keys) {
        return keys.empty() || choices_.one_in(64) ? "fehlt" : choices_.any_of(keys);
    }

    Choices& choices_;
    const Keys& actors_;
};

}  // namespace

std::size_t Choices::below(std::size_t n) {
    if (bytes_.empty() || n < 2) return 0;
    const auto byte = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    return byte % n;
}

std::string Choices::text() {
    static constexpr std::array<std::string_view, 32> pieces{"a",
                                                             "Süd",
                                                             " ",
                                                             "=1+1",
                                                             "'",
                                                             "\"",
                                                             ";",
                                                             ",",
                                                             "|",
                                                             "\n",
                                                             "<b>",
                                                             "&",
                                                             "]]>",
                                                             "\\",
                                                             "-",
                                                             "+49",
                                                             "@",
                                                             "1,5",
                                                             "1.234",
                                                             "2024",
                                                             "#",
                                                             "_x0041_",
                                                             "\xEF\xBC\x9D",
                                                             "😀",
                                                             "nein",
                                                             "null",
                                                             "--",
                                                             "/",
                                                             ":",
                                                             "{}",
                                                             "https://x.example",
                                                             "\t"};
    std::string out;
    for (std::size_t n = below(8); n > 0; --n) out += any_of(pieces);
    return out;
}

NetworkTables sample_tables(Choices& choices) {
    NetworkTables out;
    Keys keys;
    for (std::size_t n = choices.below(10); n > 0; --n)
        keys.push_back(std::string(1, static_cast<char>('a' + keys.size())));
    Filler filler{choices, keys};
    for (const std::string& key : keys) {
        Actor& actor = out.actors.emplace_back();
        actor.key = key;
        filler.fill(actor);
    }
    const auto rows = [&](auto& table, std::size_t most, std::string_view letter) {
        const std::size_t count = keys.empty() ? 0 : choices.below(most);
        for (std::size_t i = 0; i < count; ++i) {
            auto& row = table.emplace_back();
            if constexpr (requires { row.key; }) row.key = std::string{letter} + std::to_string(i);
            filler.fill(row);
        }
    };
    rows(out.ties, 3 * keys.size() + 1, "");
    rows(out.offers, 6, "o");
    rows(out.venues, 3, "v");
    rows(out.areas, 3, "ort-");
    rows(out.contacts, 4, "");
    rows(out.agenda, 4, "");
    rows(out.findings, 4, "");
    rows(out.needs, 6, "");
    rows(out.sources, 3, "s");
    return out;
}

}  // namespace lotse::fuzz
