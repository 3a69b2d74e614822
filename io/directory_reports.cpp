#include "directory_identity.hpp"
#include "directory_reading.hpp"

#include <algorithm>

namespace lotse::io {
namespace {

/// "5–22, 25, 27–30".
std::string ranges_text(const std::vector<int>& rows) {
    constexpr std::size_t most = 20;
    std::string out;
    std::size_t ranges = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (++ranges > most) return out + " …";
        out += (i == 0 ? "" : ", ") + std::to_string(rows[i]);
        const std::size_t first = i;
        while (i + 1 < rows.size() && rows[i + 1] == rows[i] + 1) ++i;
        if (i > first) out += (i == first + 1 ? ", " : "–") + std::to_string(rows[i]);
    }
    return out;
}

}  // namespace

void DirectoryReading::tally(Severity severity, std::string_view code, SourcePosition where,
                             const std::string& word, Text text) {
    const int row = where.row;
    tally(severity, code, std::move(where), Message{word, word}, text, row);
}

void DirectoryReading::report(Severity severity, std::string_view code, SourcePosition where,
                              Message text) {
    Issue issue{severity, code, std::move(where), std::move(text)};
    if (in_row_) return found_.push_back(std::move(issue));
    const std::string key =
        std::string{code} + '\x1f' + to_string(issue.where) + '\x1f' + issue.message.de;
    if (reported_.insert(key).second) builder_.report(std::move(issue));
}

void DirectoryReading::finish_row(bool used) {
    in_row_ = false;
    for (Issue& issue : std::exchange(found_, {}))
        if (used || issue.severity == Severity::error)
            report(issue.severity, issue.code, std::move(issue.where), std::move(issue.message));
    for (Counted& one : std::exchange(counted_, {}))
        if (used)
            tally(one.tally.severity, one.tally.code, std::move(one.tally.first), one.tally.word,
                  one.tally.text, one.row);
}

void DirectoryReading::tally(Severity severity, std::string_view code, SourcePosition where,
                             const Message& word, Text text, int row) {
    if (in_row_)
        return counted_.push_back({{severity, code, std::move(where), text, word, {}}, row});
    const auto [it, added] =
        tally_index_.try_emplace({code, cell_identity(word.de), text.de}, tallies_.size());
    if (added) tallies_.push_back({severity, code, std::move(where), text, word, {}});
    std::vector<int>& rows = tallies_[it->second].rows;
    if (rows.empty() || rows.back() != row) rows.push_back(row);
}

void DirectoryReading::finish() {
    for (const Tally& tally : tallies_) {
        const std::string rows = ranges_text(tally.rows);
        report(tally.severity, tally.code, tally.first,
               message(tally.text, {tally.word, Message{rows, rows}}));
    }
    if (!all_read_ || table_.counts.rejected != 0) return;
    report_unused_words();
    report_idle_fixed();
}

void DirectoryReading::report_unused_words() {
    struct Unused {
        SourcePosition first;
        Message words;
        std::vector<int> rows;
    };
    std::map<std::size_t, Unused> by_column;
    const auto add = [](Unused& unused, const ColumnMap::Word& word) {
        constexpr std::size_t most = 5;
        const std::string between = unused.rows.empty() ? "" : ", ";
        if (unused.rows.size() < most) {
            unused.words.de += between + "„" + word.typed + "“";
            unused.words.en += between + "'" + word.typed + "'";
        } else if (unused.rows.size() == most) {
            unused.words.de += " …";
            unused.words.en += " …";
        }
        unused.rows.push_back(word.where.row);
        if (unused.first.row == 0 || word.where.row < unused.first.row) unused.first = word.where;
    };
    for (const auto& [key, word] : map_.words)
        if (!used_words_.contains(&word.becomes)) add(by_column[std::get<0>(key)], word);
    for (auto& [column, unused] : by_column) {
        std::ranges::sort(unused.rows);
        const std::string rows = ranges_text(unused.rows);
        const std::string& heading = table_.headings[column];
        report(Severity::warning, "unused-word", unused.first,
               message({"Was die Zuordnung hier sagt, wirkt nicht: In der Spalte „{}“ steht "
                        "nirgends genau {} (Zeile {}). Bitte die Schreibweise vergleichen oder die "
                        "Zeile streichen.",
                        "What the map says here has no effect: in the column '{}' nothing is "
                        "written exactly as {} (row {}). Compare the spelling or delete the row."},
                       {Message{heading, heading}, unused.words, Message{rows, rows}}));
    }
}

}  // namespace lotse::io
