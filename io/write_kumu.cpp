// Source of the rules: https://docs.kumu.io/guides/import/import and, for elements of one label,
// https://docs.kumu.io/frequently-asked-questions/how-do-i-avoid-duplicating-data
#include <lotse/base/unicode.hpp>
#include <lotse/io/export.hpp>

#include "graph_columns.hpp"
#include "kumu.hpp"
#include "network_credit.hpp"
#include "xlsx_book.hpp"

#include <algorithm>
#include <set>

namespace lotse::io {
namespace {

const XlsxLook heading_look{XlsxFill::heading, true, false, false, {}};

/// One sheet being filled row by row.
class Sheet {
public:
    Sheet(XlsxBook& book, std::string_view name, const std::vector<std::string>& headings)
        : book_{book}, sheet_{book.add_sheet(name)} {
        constexpr double width = 24;
        for (const std::string& heading : headings) {
            ++column_;
            book_.column(sheet_, column_, width);
            book_.text(sheet_, row_, column_, heading, heading_look);
        }
        book_.freeze(sheet_, 1, 1);
    }
    void next_row() {
        ++row_;
        column_ = 0;
    }
    /// The next cell; an empty one stays empty.
    void add(std::string_view text) {
        ++column_;
        if (!text.empty()) book_.text(sheet_, row_, column_, text);
    }
    void add(std::optional<std::int64_t> number) {
        ++column_;
        if (number) book_.number(sheet_, row_, column_, static_cast<double>(*number));
    }

private:
    XlsxBook& book_;
    int sheet_;
    int row_ = 1;
    int column_ = 0;
};

/// Columns of a table besides those that have a place of their own in Kumu.
struct FurtherColumns {
    GraphColumns columns;
    std::vector<std::size_t> shown;  ///< indices into columns.list

    FurtherColumns(GraphColumns all, const std::set<std::string, std::less<>>& placed)
        : columns{std::move(all)} {
        for (std::size_t i = 0; i < columns.list.size(); ++i)
            if (!placed.contains(columns.list[i].title)) shown.push_back(i);
    }
    void add_headings(std::vector<std::string>& headings) const {
        std::set<std::string> taken;
        for (const std::string& heading : headings) taken.insert(unicode::match_key(heading));
        for (const std::size_t i : shown) {
            std::string title = columns.list[i].title;
            while (!taken.insert(unicode::match_key(title)).second) title = kept_heading(title);
            headings.push_back(std::move(title));
        }
    }
};

class Writer {
public:
    Writer(const Network& network, const ExportOptions& options)
        : network_{network},
          options_{options},
          labels_{kumu_labels(network)},
          book_{network.info().name} {}

    Result<std::string> text() && {
        write_elements();
        write_connections();
        write_info();
        return std::move(book_).bytes();
    }

private:
    std::string label(std::string_view list, std::string_view code) const {
        return code.empty() ? std::string{}
                            : network_.codes().choice(list, code).label.in(options_.language);
    }
    /// Labels joined by `|`, each once.
    std::string joined(std::string_view list, const std::set<std::string>& codes) const {
        std::string out;
        for (const std::string& code : codes) out += (out.empty() ? "" : "|") + label(list, code);
        return out;
    }

    /// The topics of the offers that each actor provides.
    std::vector<std::set<std::string>> topics_offered() const {
        std::vector<std::set<std::string>> out(network_.actors().size());
        for (const Offer& offer : network_.offers())
            for (const auto& provider : offer.providers)
                out[(*provider).index()].insert(offer.topics.begin(), offer.topics.end());
        return out;
    }

    void write_elements() {
        const FurtherColumns further{actor_columns(network_, options_), {"kind", "sector", "note"}};
        std::vector<std::string> headings{"Label", "Type", "Description", "Tags", "Key", "Sector"};
        further.add_headings(headings);
        Sheet sheet{book_, "Elements", headings};
        const auto topics = topics_offered();
        for (std::size_t i = 0; i < network_.actors().size(); ++i) {
            const Actor& actor = network_.actors()[i];
            const auto sector = network_.sector_of(ActorId{i});
            sheet.next_row();
            sheet.add(labels_[i]);
            sheet.add(label("actor_kinds", actor.kind));
            sheet.add(actor.note);
            sheet.add(joined("topics", topics[i]));
            sheet.add(actor.key);
            sheet.add(sector ? enumerator(*sector).label.in(options_.language)
                             : std::string_view{});
            add_further(sheet, further, [&](auto&& visit) {
                for_each_attribute(further.columns, network_, ActorId{i}, options_, visit);
            });
        }
    }

    void write_connections() {
        const FurtherColumns further{tie_columns(network_, options_),
                                     {"kind", "level", "topics", "note"}};
        std::vector<std::string> headings{"From",  "To",       "Direction",   "Type",
                                          "Label", "Strength", "Description", "Tags"};
        further.add_headings(headings);
        Sheet sheet{book_, "Connections", headings};
        for (const Tie& tie : network_.ties()) {
            const std::string_view kind = enumerator(tie.kind).label.in(options_.language);
            sheet.next_row();
            sheet.add(labels_[(*tie.from).index()]);
            sheet.add(labels_[(*tie.to).index()]);
            sheet.add(is_directed(tie.kind) ? "directed" : "undirected");
            sheet.add(kind);
            sheet.add(kind);
            sheet.add(tie.level);
            sheet.add(tie.note);
            sheet.add(joined("topics", {tie.topics.begin(), tie.topics.end()}));
            add_further(sheet, further, [&](auto&& visit) {
                for_each_attribute(further.columns, tie, options_, visit);
            });
        }
    }

    template <class VisitCells>
    void add_further(Sheet& sheet, const FurtherColumns& further, VisitCells&& visit_cells) {
        std::vector<std::string> texts(further.columns.list.size());
        visit_cells([&](const GraphColumn& column, std::string_view text) {
            texts[static_cast<std::size_t>(&column - further.columns.list.data())] = text;
        });
        for (const std::size_t i : further.shown) sheet.add(texts[i]);
    }

    /// Kumu skips a sheet whose name ends so.
    void write_info() {
        const Language language = options_.language;
        Sheet sheet{book_,
                    Text{"Netz (ignore)", "Network (ignore)"}.in(language),
                    {std::string{Text{"Angabe", "Item"}.in(language)},
                     std::string{Text{"Wert", "Value"}.in(language)}}};
        const auto add = [&](Text name, std::string_view value) {
            sheet.next_row();
            sheet.add(name.in(language));
            sheet.add(value);
        };
        add({"Name", "Name"}, network_.info().name);
        add({"Lizenz", "Licence"}, network_.info().license);
        add({"Quellen", "Sources"}, source_list(network_));
        if (network_.info().fictional) add({"Fiktiv", "Fictional"}, Text{"ja", "yes"}.in(language));
    }

    const Network& network_;
    const ExportOptions& options_;
    std::vector<std::string> labels_;
    XlsxBook book_;
};

}  // namespace

std::vector<std::string> kumu_labels(const Network& network) {
    std::vector<std::string> labels;
    std::multiset<std::string> names;
    for (const Actor& actor : network.actors()) {
        std::string& label = labels.emplace_back(actor.name);
        std::ranges::replace(label, '|', '/');
        names.insert(unicode::match_key(label));
    }
    std::set<std::string> taken{names.begin(), names.end()};
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (names.count(unicode::match_key(labels[i])) < 2) continue;
        do labels[i] += " (" + network.actors()[i].key + ")";
        while (!taken.insert(unicode::match_key(labels[i])).second);
    }
    return labels;
}

Result<std::string> kumu_text(const Network& network, const ExportOptions& options) {
    return Writer{network, options}.text();
}

}  // namespace lotse::io
