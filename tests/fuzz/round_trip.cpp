#include "checks.hpp"
#include "sample.hpp"
#include "scratch.hpp"

#include <lotse/base/sha256.hpp>
#include <lotse/io/export.hpp>
#include <lotse/io/read_network.hpp>

#include <algorithm>

namespace lotse::fuzz {
namespace {

constexpr auto all = io::Mailboxes::include;

/// Forms that hold a network, by the name of the file or folder they are written to.
struct Form {
    std::string_view target;
    std::string_view as;
    enum class Holds { everything, actors_and_ties } holds;
};
constexpr std::array forms{
    Form{"netz.json", "", Form::Holds::everything},
    Form{"netz", "", Form::Holds::everything},
    Form{"hsds", "hsds", Form::Holds::everything},
    Form{"hsds.json", "hsds", Form::Holds::everything},
    Form{"netz.gexf", "", Form::Holds::actors_and_ties},
    Form{"netz.graphml", "", Form::Holds::actors_and_ties},
    Form{"gephi", "gephi-csv", Form::Holds::actors_and_ties},
};

std::string digest(const Network& network, Form::Holds holds) {
    if (holds == Form::Holds::everything) return network.identity().sha256;
    std::string text;
    for (const auto& file : io::csv_files(network, {all}))
        if (file.name == "actors.csv" || file.name == "ties.csv") text += file.bytes;
    return sha256_hex(text);
}

/// Where two networks part, as JSON.
std::string difference(const Network& a, const Network& b) {
    const std::string one = io::json_text(a, {all});
    const std::string other = io::json_text(b, {all});
    const auto at = std::ranges::mismatch(one, other).in1 - one.begin();
    const auto from = static_cast<std::size_t>(std::max<std::ptrdiff_t>(at - 200, 0));
    return "was " + one.substr(from, 400) + "\nis " +
           other.substr(std::min(from, other.size()), 400);
}

}  // namespace

/// A network as the reader of our own tables takes it, into a form and back.
void round_trip(std::string_view bytes) {
    static Scratch scratch;
    Choices choices{bytes};
    const Form& form = choices.any_of(forms);
    const Network made{{"Netz", "CC0-1.0", false}, sample_tables(choices)};
    Parts parts;
    for (const auto& file : io::csv_files(made, {all})) parts.emplace_back(file.name, file.bytes);
    const auto& folder = scratch.holding(parts);
    const auto given = io::read_network(folder);
    if (!given) fail(given.error().message.en);
    if (given->has_errors()) return;
    // HSDS in JSON lists what there is: without an organisation it does not say what it is.
    if (given->network.actors().empty() && form.as == "hsds") return;

    io::ExportOptions options;
    options.mailboxes = all;
    options.as = form.as;
    const auto target = folder / form.target;
    const auto written = io::export_network(given->network, target, options, {});
    if (!written) fail(written.error().message.en);
    const auto back = io::read_network(target);
    if (!back) fail(back.error().message.en);
    for (const Issue& issue : back->issues)
        if (issue.severity == Severity::error) fail(to_string(issue, Language::en));
    if (digest(back->network, form.holds) != digest(given->network, form.holds))
        fail("another network came back from " + std::string{form.target} + ": " +
             difference(given->network, back->network));
}

}  // namespace lotse::fuzz
