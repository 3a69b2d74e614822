/// Prints what `paths` finds for every pair of actors and for every actor and topic: one JSON list
/// a line, [from, to, mandate, [[cost, legality, tie, tie, ...], ...], outside].
#include <lotse/analysis/paths.hpp>
#include <lotse/io/read_network.hpp>

#include <cmath>
#include <cstdio>

using namespace lotse;
using analysis::Paths;

namespace {

void print_line(const analysis::View& view, const Paths::Options& options) {
    const auto found = Paths::run(view, options);
    if (!found) return;  // no part of the layer, or no such topic
    std::string out = "[\"" + options.from + "\",\"" + options.to + "\"," +
                      (options.mandate == Flag::on ? "true" : "false") + ",[";
    for (const Paths::Path& path : found->paths) {
        out += path.rank == 1 ? "[" : ",[";
        out += std::to_string(std::llround(path.cost * 100)) + "," +
               std::to_string(static_cast<int>(path.legality));
        for (const Paths::Hop& hop : found->hops)
            if (hop.path == path.rank) out += ",\"" + hop.tie + "\"";
        out += "]";
    }
    out += "]," + std::to_string(found->outside.size()) + ",[";
    for (const std::string& link : found->missing_link)
        out += (&link == &found->missing_link.front() ? "\"" : ",\"") + link + "\"";
    std::puts((out + "]]").c_str());
}

}  // namespace

int main(int, char** arguments) {
    auto read = io::read_network(arguments[1], {});
    if (!read) return 1;
    const auto network = std::make_shared<const Network>(std::move(read->network));
    const analysis::View view = *analysis::make_view(network, {});
    for (const Flag mandate : {Flag::off, Flag::on})
        for (const Actor& from : network->actors()) {
            for (const Actor& to : network->actors())
                print_line(view, {from.key, to.key, 3, mandate});
            for (const Code& topic : network->codes().list("topics")->codes())
                print_line(view, {from.key, "topic=" + topic.code, 3, mandate});
        }
}
