#include "split_offers.hpp"

#include <lotse/base/unicode.hpp>

#include "directory_values.hpp"

#include <algorithm>
#include <array>

namespace lotse::io {
namespace {

/// Trimmed lines of a cell, also blank ones between others.
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> out;
    for (std::string_view rest = unicode::trim(text);;) {
        const auto end = rest.find_first_of("\r\n");
        out.emplace_back(unicode::trim(rest.substr(0, end)));
        if (end == std::string_view::npos) return out;
        rest.remove_prefix(end + (rest.substr(end).starts_with("\r\n") ? 2 : 1));
    }
}

/// Length of a bullet and the blanks after it; 0: there is none.
std::size_t bullet_length(std::string_view line) {
    for (const std::string_view bullet : {"- ", "– ", "• ", "· ", "* ", "▪ "})
        if (line.starts_with(bullet))
            return line.size() - unicode::trim(line.substr(bullet.size())).size();
    return 0;
}

/// Fields of which each offer of a cell may have its own line. Addresses and remarks have lines of
/// other reasons.
bool is_of_offer(std::string_view field) {
    constexpr std::array<std::string_view, 19> fields{
        "topics",    "targets",   "form",      "delivery",  "legal",  "free",           "fee_eur",
        "open_to",   "voluntary", "start",     "end",       "period", "duration_weeks", "capacity",
        "vacancies", "routes",    "certified", "languages", "status"};
    return std::ranges::find(fields, field) != fields.end();
}

class OfferSplitter {
public:
    OfferSplitter(DirectoryTable& table, const ColumnMap& map, NetworkBuilder& builder)
        : table_{table}, map_{map}, builder_{builder} {}

    void split() {
        const auto offer = std::ranges::find(map_.columns, "offer", &ColumnMap::Column::field);
        if (offer == map_.columns.end()) return;
        offer_ = static_cast<std::size_t>(offer - map_.columns.begin());
        std::vector<DirectoryRow> out;
        for (DirectoryRow& row : table_.rows) {
            const std::vector<std::string> names = offers_in(row);
            if (names.size() < 2)
                out.push_back(std::move(row));
            else
                add_parts(row, names, out);
        }
        table_.rows = std::move(out);
    }

private:
    /// Several names, or none where the cell is one offer.
    std::vector<std::string> offers_in(DirectoryRow& row) {
        std::string& text = row.cells[offer_].text;
        const std::vector<std::string>& separators = map_.columns[offer_].separators;
        if (map_.word(offer_, text, "offer")) return {};
        if (!separators.empty()) return bounded(row, split_words(text, separators));
        std::vector<std::string> lines = lines_of(text);
        if (lines.size() < 2) return {};
        const bool listed = std::ranges::all_of(
            lines, [](const std::string& l) { return l.empty() || bullet_length(l) > 0; });
        if (listed || has_lines_for_each(row, lines.size())) return bounded(row, std::move(lines));
        stay_one(row);
        return {};
    }

    std::vector<std::string> bounded(DirectoryRow& row, std::vector<std::string> names) {
        constexpr std::size_t most = 100;
        if (names.size() <= most) return names;
        stay_one(row);
        return {};
    }

    void stay_one(DirectoryRow& row) {
        std::string& text = row.cells[offer_].text;
        builder_.report(
            {Severity::warning, "several-lines", table_.at(row.number, offer_),
             Text{"Die Zelle hat mehrere Zeilen und gilt als ein Angebot. Sind es mehrere, in der "
                  "Zuordnung als Trennzeichen \\n eintragen.",
                  "The cell has several lines and counts as one offer. If it names several, enter "
                  "\\n as the separator in the map."}});
        std::ranges::replace(text, '\r', ' ');
        std::ranges::replace(text, '\n', ' ');
    }

    bool has_lines_for_each(const DirectoryRow& row, std::size_t count) const {
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            if (is_of_offer(map_.columns[i].field) && lines_of(row.cells[i].text).size() == count)
                return true;
        return false;
    }

    void add_parts(const DirectoryRow& row, const std::vector<std::string>& names,
                   std::vector<DirectoryRow>& out) {
        int offers = 0;
        for (std::size_t n = 0; n < names.size(); ++n) {
            const std::string name = names[n].substr(bullet_length(names[n]));
            if (is_not_recorded(name) && !map_.word(offer_, name, "offer")) continue;
            ++offers;
            DirectoryRow part = row;
            part.cells[offer_].text = name;
            for (std::size_t i = 0; i < part.cells.size(); ++i) {
                if (!is_of_offer(map_.columns[i].field)) continue;
                const std::vector<std::string> lines = lines_of(part.cells[i].text);
                if (lines.size() == names.size()) part.cells[i].text = lines[n];
            }
            out.push_back(std::move(part));
        }
        builder_.report(
            {Severity::warning, "several-offers", table_.at(row.number, offer_),
             message({"Die Zelle nennt {} Angebote; jedes zählt für sich. Zellen zu Thema, Kosten, "
                      "Zeitraum und anderem, was je Angebot gilt, sind ihnen der Reihe nach "
                      "zugeordnet, wenn sie ebenso viele Zeilen haben; alle anderen, auch Notizen, "
                      "Anschriften und Zusatzspalten, gelten ganz für jedes.",
                      "The cell names {} offers; each counts. Cells on topic, fee, period and "
                      "what else holds for a single offer go to them one by one if they have as "
                      "many lines; all others, also notes, addresses and extra columns, hold as a "
                      "whole for each."},
                     {std::to_string(offers)})});
        if (offers == 0) out.push_back(row);
    }

    DirectoryTable& table_;
    const ColumnMap& map_;
    NetworkBuilder& builder_;
    std::size_t offer_ = 0;
};

}  // namespace

void split_offers(DirectoryTable& table, const ColumnMap& map, NetworkBuilder& builder) {
    OfferSplitter{table, map, builder}.split();
}

}  // namespace lotse::io
