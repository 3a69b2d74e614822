/// Reading and writing, measured against other libraries.
#ifndef LOTSE_BENCH_FILES_HPP
#define LOTSE_BENCH_FILES_HPP

#include "measure.hpp"

#include <lotse/model/network.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lotse::bench {

/// A form that lotse and another library read or write. Texts lie in memory, so that no disk is
/// measured.
struct FileWay {
    std::string name;
    double goal = 0;  ///< how many times as fast as the peer
    /// Whether both give the same counts of what they read. Otherwise they give the bytes that they
    /// wrote.
    bool reads = true;
    std::size_t bytes = 0;  ///< of the text that is read, or that lotse writes
    std::function<Contender()> own;
    std::function<Contender()> peer;  ///< null: another program, see bench/peers.py
};
std::vector<FileWay> file_ways(const std::shared_ptr<const Network>& network);

/// What reading a file takes in this process, which has done nothing else yet.
struct Peak {
    std::size_t file = 0;  ///< bytes of the file
    std::size_t kept = 0;  ///< bytes that what was read holds in the end
    std::size_t peak = 0;  ///< growth of the resident set at its largest
};

/// `way`: lotse (any form that it reads), igraph (GraphML) or nlohmann/json (JSON, as a tree).
Peak reading_peak(std::string_view way, const std::filesystem::path& file);

}  // namespace lotse::bench

#endif
