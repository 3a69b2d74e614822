/// The tables of the analysis sustainability: endings, standing of offers, funders and funded.
#ifndef LOTSE_ANALYSIS_SUSTAINABILITY_ROWS_HPP
#define LOTSE_ANALYSIS_SUSTAINABILITY_ROWS_HPP

#include <lotse/analysis/sustainability.hpp>

#include <span>

namespace lotse::analysis {

/// What ends within twelve months, by date, then what has ended, the latest first.
std::vector<Sustainability::EndingRow> ending_rows(const View& view);

/// Running offers of the view, the least secure first.
std::vector<Sustainability::OfferRow> standing_rows(const View& view);

/// Actors that existing ties `funds` lead to, the most concentrated first.
std::vector<Sustainability::FundedRow> funded_rows(const View& view);

/// Funders of these offers and actors, those first that most hangs on.
std::vector<Sustainability::FunderRow> funder_rows(
    const View& view, std::span<const Sustainability::OfferRow> offers,
    std::span<const Sustainability::FundedRow> funded);

/// Least and most the index can be for shares in 0..1 of different funders; nullopt for no share
/// and for more than the whole.
struct Concentration {
    double least = 0;
    double most = 0;
};
std::optional<Concentration> concentration(std::span<const double> shares);

/// Herfindahl-Hirschman index of the funders of offers, each offer shared equally by its own.
/// nullopt: no offer has a recorded funder.
std::optional<double> concentration(std::span<const Sustainability::OfferRow> offers);

}  // namespace lotse::analysis

#endif
