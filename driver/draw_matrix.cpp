#include "draw_matrix.hpp"

#include <lotse/analysis/coverage.hpp>
#include <lotse/viz/coverage_matrix.hpp>

#include <algorithm>
#include <set>

namespace lotse::driver {
namespace {

using analysis::Coverage;

std::string group_label(const Coverage::Cell& cell, Language language) {
    std::string label;
    for (const auto& part : {cell.target, cell.legal})
        if (part) label += (label.empty() ? "" : ", ") + part->label.in(language);
    return label;
}

bool online_only(const Coverage::Cell& cell) {
    return cell.reason && cell.reason->key.find("online_only") != std::string::npos;
}

/// Cells of one area and group are one row, in the order of the analysis.
class TableBuilder {
public:
    TableBuilder(const Network& network, Language language)
        : network_{network}, language_{language} {}

    void add(const Coverage::Cell& cell) {
        viz::CoverageRow& row = row_of(cell);
        const std::size_t column = column_of(cell.topic);
        row.cells.resize(std::max(row.cells.size(), column + 1));
        using Reach = viz::CoverageCell::Reach;
        row.cells[column] = {cell.state, online_only(cell) ? Reach::online_only : Reach::on_site,
                             cell.offers.size()};
        for (const Choice& offer : cell.offers) offers_.insert(offer.key);
    }

    viz::CoverageTable table() && {
        for (viz::CoverageRow& row : table_.rows) row.cells.resize(table_.columns.size());
        table_.offers = offers_.size();
        return std::move(table_);
    }

private:
    viz::CoverageRow& row_of(const Coverage::Cell& cell) {
        std::string group = group_label(cell, language_);
        const auto [found, is_new] =
            rows_.try_emplace({cell.area.index(), group}, table_.rows.size());
        if (is_new) table_.rows.push_back({network_[cell.area].name, std::move(group), {}});
        return table_.rows[found->second];
    }

    std::size_t column_of(const Choice& topic) {
        const auto [found, is_new] = columns_.try_emplace(topic.key, table_.columns.size());
        if (is_new) table_.columns.push_back(topic.label.in(language_));
        return found->second;
    }

    const Network& network_;
    Language language_;
    viz::CoverageTable table_;
    std::map<std::pair<std::size_t, std::string>, std::size_t> rows_;
    std::map<std::string, std::size_t> columns_;
    std::set<std::string> offers_;
};

std::vector<std::string> notes_of(const Coverage::Findings& found, Language language) {
    std::vector<std::string> notes;
    const auto add = [&](std::int64_t count, Text one, Text many) {
        if (count > 0)
            notes.push_back(viz::counted(static_cast<std::size_t>(count), one, many, language) +
                            ".");
    };
    add(found.offers_without_area,
        {"Angebot ohne Gebiet und Ort steht in keinem Feld",
         "offer without area and venue is in no cell"},
        {"Angebote ohne Gebiet und Ort stehen in keinem Feld",
         "offers without area and venue are in no cell"});
    add(static_cast<std::int64_t>(found.contradictions.size()),
        {"Feld, in dem eine Feststellung erfassten Angeboten widerspricht („lotse coverage“ nennt "
         "es)",
         "cell in which a finding contradicts recorded offers ('lotse coverage' names it)"},
        {"Felder, in denen eine Feststellung erfassten Angeboten widerspricht („lotse coverage“ "
         "nennt sie)",
         "cells in which a finding contradicts recorded offers ('lotse coverage' names them)"});
    return notes;
}

Result<viz::Drawing> draw(const ViewRequest& request) {
    const auto options = parse_options<Coverage::Options>(request.call.options);
    if (!options) return options.error();
    const auto found = Coverage::run(request.chosen, *options);
    if (!found) return found.error();
    const Language language = request.options.language;
    TableBuilder builder{*request.chosen.network, language};
    for (const Coverage::Cell& cell : found->cells) builder.add(cell);
    viz::CoverageTable table = std::move(builder).table();
    table.notes = notes_of(*found, language);
    if (!options->programme.empty()) table.asks = viz::CoverageTable::Asks::taking_part;
    viz::PictureOptions picture = request.options;
    picture.notes.clear();  // of actors that are not drawn
    return viz::coverage_matrix(*request.network, table, picture);
}

}  // namespace

ViewInfo matrix_view() {
    return {"matrix",
            {"Angebotsmatrix: welches Gebiet zu welchem Thema ein Angebot hat",
             "service matrix: which area has an offer for which topic"},
            1,
            option_infos<Coverage::Options>(),
            draw,
            heeds_all,
            never};
}

}  // namespace lotse::driver
