// Reads a network and prints where an offer is missing, or where nobody has asked yet.
//
// usage: gaps NETWORK [AREA]
#include <lotse/analysis/coverage.hpp>
#include <lotse/io/read_network.hpp>

#include <cstdio>

using namespace lotse;

namespace {

int fail(const Error& error) {
    std::fprintf(stderr, "gaps: %s\n", error.message.en.c_str());
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("usage: gaps NETWORK [AREA]\n", stderr);
        return 2;
    }
    // Every problem of the input is an issue of the result; with errors the network is incomplete.
    const Result<BuildResult> built = io::read_network(argv[1]);
    if (!built) return fail(built.error());
    for (const Issue& issue : built->issues)
        if (issue.severity == Severity::error)
            std::fprintf(stderr, "%s\n", to_string(issue, Language::en).c_str());
    if (built->has_errors() || built->holds_client_data()) return 1;

    analysis::ViewOptions options;
    if (argc > 2) options.area = {argv[2]};
    const auto view = analysis::make_view(std::make_shared<const Network>(built->network), options);
    if (!view) return fail(view.error());
    const auto coverage = analysis::Coverage::run(*view, {});
    if (!coverage) return fail(coverage.error());

    for (const analysis::Coverage::Cell& cell : coverage->cells) {
        if (cell.state != CoverageState::none && cell.state != CoverageState::unknown) continue;
        const std::string& area = (*view->network)[cell.area].key;
        const std::string state{enumerator(cell.state).key};
        std::printf("%s %s %s\n", area.c_str(), cell.topic.key.c_str(), state.c_str());
    }
    return 0;
}
