#include "presence.hpp"

#include <lotse/model/phase.hpp>

namespace lotse::viz {
namespace {

/// Without a date asked for, a later start takes nothing away, as in the analyses.
template <class Row>
std::string_view why_out_of_time(const Row& row, const Moment& moment) {
    if (is_over(row.until, moment.date())) return "ended";
    return is_ahead(row.since, moment.at) ? "ahead" : "";
}

std::string label_of(const Network& network, std::string_view reason, Language language) {
    if (reason == "ahead")
        return std::string{Text{"noch nicht begonnen", "not yet begun"}.in(language)};
    if (reason == "end")
        return std::string{
            Text{"zu Akteuren, die nicht gezeichnet sind", "to actors that are not drawn"}.in(
                language)};
    return network.codes().choice("tie_statuses", std::string{reason}).label.in(language);
}

}  // namespace

std::string hidden_text(const Network& network, const Hidden& hidden, Language language) {
    std::string text;
    for (const auto& [reason, count] : hidden)
        text += (text.empty() ? "" : ", ") + std::to_string(count) + " " +
                label_of(network, reason, language);
    return text;
}

std::string_view why_absent(const Network& network, const Actor& actor,
                            const std::optional<PartialDate>& at) {
    const Moment moment{at, network.as_of()};
    return status_on(actor, moment) == "ended" ? "ended" : why_out_of_time(actor, moment);
}

std::string_view why_not_drawn(const Network& network, const Tie& tie,
                               const std::optional<PartialDate>& at) {
    const Moment moment{at, network.as_of()};
    for (const std::string_view status : {"planned", "proposed", "paused", "ended"})
        if (status_on(tie, moment) == status) return status;
    const std::string_view reason = why_out_of_time(tie, moment);
    if (!reason.empty()) return reason;
    const bool both_there = why_absent(network, network[*tie.from], at).empty() &&
                            why_absent(network, network[*tie.to], at).empty();
    return both_there ? "" : "end";
}

std::optional<TieClass> drawn_class(const Network& network, const Tie& tie,
                                    const std::optional<PartialDate>& at) {
    return why_not_drawn(network, tie, at).empty() ? tie_class(tie) : std::nullopt;
}

}  // namespace lotse::viz
