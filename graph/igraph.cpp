#include "igraph.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <new>

// From OpenMP's runtime, which igraph is linked with; clang finds no omp.h beside g++'s runtime.
extern "C" void omp_set_num_threads(int);

namespace lotse::graph {
namespace {

std::mutex one_caller;
std::array<char, 256> first_reason;  // of the running call; guarded by one_caller

extern "C" {

void remember_error(const char* reason, const char*, int, igraph_error_t) noexcept {
    if (reason && first_reason[0] == '\0')
        std::strncpy(first_reason.data(), reason, first_reason.size() - 1);
    IGRAPH_FINALLY_FREE();
}

/// Whatever a warning is about shows in the values, and those are checked.
void ignore_warning(const char*, const char*, int) noexcept {}

void end_process(const char* reason, const char*, int) noexcept {
    const auto say = [](const char* text) {
        if (::write(STDERR_FILENO, text, std::strlen(text)) < 0) return;
    };
    say("lotse: internal error in igraph: ");
    say(reason ? reason : "unknown");
    say("\n");
    ::_exit(1);
}
}

[[noreturn]] void refuse(Text words) {
    throw IgraphFailure{Error{ErrorKind::engine, message(words)}};
}

}  // namespace

IgraphSession::IgraphSession(igraph_uint_t seed)
    : lock_{one_caller},
      error_handler_{igraph_set_error_handler(remember_error)},
      warning_handler_{igraph_set_warning_handler(ignore_warning)},
      fatal_handler_{igraph_set_fatal_handler(end_process)},
      // A signal ends the whole process, and no output is half-written then: nothing to ask.
      interruption_handler_{igraph_set_interruption_handler(nullptr)} {
    first_reason.fill('\0');
    omp_set_num_threads(1);
    igraph_rng_seed(igraph_rng_default(), seed);
}

IgraphSession::~IgraphSession() {
    igraph_set_interruption_handler(interruption_handler_);
    igraph_set_fatal_handler(fatal_handler_);
    igraph_set_warning_handler(warning_handler_);
    igraph_set_error_handler(error_handler_);
}

void check(igraph_error_t code) {
    if (code == IGRAPH_SUCCESS) return;
    const std::string reason{first_reason.data()};
    first_reason.fill('\0');
    if (code == IGRAPH_ENOMEM) throw std::bad_alloc{};
    throw IgraphFailure{
        Error{ErrorKind::engine, message({"igraph meldet: {} ({})", "igraph reports: {} ({})"},
                                         {igraph_strerror(code), reason})}};
}

std::vector<std::size_t> Integers::values() const {
    std::vector<std::size_t> out(static_cast<std::size_t>(igraph_vector_int_size(&vector_)));
    std::transform(VECTOR(vector_), VECTOR(vector_) + out.size(), out.begin(),
                   [](igraph_integer_t v) { return static_cast<std::size_t>(v); });
    return out;
}

void check_ends(const EdgeList& edges) {
    for (const Edge& e : edges.edges)
        if (e.from >= edges.vertices || e.to >= edges.vertices)
            refuse({"Eine Kante führt zu einem Knoten, den es nicht gibt.",
                    "An edge leads to a vertex that does not exist."});
}

Graph::Graph(const EdgeList& edges) {
    check_ends(edges);
    std::vector<igraph_integer_t> ends;
    ends.reserve(2 * edges.edges.size());
    for (const Edge& e : edges.edges) {
        ends.push_back(static_cast<igraph_integer_t>(e.from));
        ends.push_back(static_cast<igraph_integer_t>(e.to));
    }
    igraph_vector_int_t view;
    igraph_vector_int_view(&view, ends.data(), static_cast<igraph_integer_t>(ends.size()));
    check(igraph_create(&graph_, &view, static_cast<igraph_integer_t>(edges.vertices),
                        edges.direction == Direction::directed));
}

Weights::Weights(const EdgeList& edges) : values_(edges.edges.size()), view_{} {
    std::ranges::transform(edges.edges, values_.begin(), &Edge::weight);
    if (!std::ranges::all_of(values_, [](double w) { return w >= 1e-9 && w <= 1e9; }))
        refuse({"Ein Kantengewicht liegt außerhalb von 1e-9 bis 1e9.",
                "The weight of an edge is outside 1e-9 to 1e9."});
    igraph_vector_view(&view_, values_.data(), static_cast<igraph_integer_t>(values_.size()));
}

}  // namespace lotse::graph
