#include "presence.hpp"

#include <lotse/model/phase.hpp>

namespace lotse::viz {
namespace {

std::string_view why_out_of_time(const Network& network, const std::optional<PartialDate>& since,
                                 const std::optional<PartialDate>& until,
                                 const std::optional<PartialDate>& at) {
    if (is_over(until, at ? at : network.as_of())) return "ended";
    return is_ahead(since, at) ? "ahead" : "";
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
    if (actor.status == "ended") return "ended";
    return why_out_of_time(network, actor.since, actor.until, at);
}

std::string_view why_not_drawn(const Network& network, const Tie& tie,
                               const std::optional<PartialDate>& at) {
    for (const std::string_view status : {"planned", "proposed", "paused", "ended"})
        if (tie.status == status) return status;
    const std::string_view reason = why_out_of_time(network, tie.since, tie.until, at);
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
