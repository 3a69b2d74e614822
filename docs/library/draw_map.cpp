// Draws the map of partners as SVG. The drawing is data; lotse-render, a program of its own, sets
// it.
//
// usage: draw_map NETWORK > map.svg
#include <lotse/base/child_process.hpp>
#include <lotse/io/read_network.hpp>
#include <lotse/viz/partner_map.hpp>

#include <cstdio>

using namespace lotse;

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: draw_map NETWORK > map.svg\n", stderr);
        return 2;
    }
    const auto built = io::read_network(argv[1]);
    if (!built || built->has_errors()) {
        std::fputs("draw_map: lotse check says what is wrong with this network\n", stderr);
        return 1;
    }
    viz::PictureOptions options;
    options.language = Language::en;
    options.paper = viz::Paper::a3;
    const auto drawing = viz::partner_map(built->network, options);
    if (!drawing) {
        std::fprintf(stderr, "draw_map: %s\n", drawing.error().message.en.c_str());
        return 1;
    }
    // Beside this program, or where lotse is installed.
    const auto renderer = find_helper_program("lotse-render");
    if (!renderer) {
        std::fputs("draw_map: lotse-render is not installed\n", stderr);
        return 7;
    }
    const std::string data = viz::to_json(*drawing);
    const ChildOutcome outcome = run_child({*renderer, {"svg"}, data, 60});
    if (outcome.end != ChildEnd::exited || outcome.exit_code != 0) {
        std::fprintf(stderr, "draw_map: %s\n", outcome.messages.c_str());
        return 7;
    }
    std::fwrite(outcome.output.data(), 1, outcome.output.size(), stdout);
    return 0;
}
