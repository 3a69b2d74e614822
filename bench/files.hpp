/// Reading and writing, timed against other libraries.
#ifndef LOTSE_BENCH_FILES_HPP
#define LOTSE_BENCH_FILES_HPP

#include "measure.hpp"

#include <lotse/model/network.hpp>

#include <memory>
#include <string>
#include <vector>

namespace lotse::bench {

/// A form that lotse and another library read or write.
struct FileWay {
    std::string name;
    Contender own;
    Contender peer;
    double goal = 0;             ///< how many times as fast as the peer
    std::size_t own_bytes = 0;   ///< that lotse reads or writes
    std::size_t peer_bytes = 0;  ///< and the peer
};

/// Texts lie in memory, so that no disk is measured. Throws where the peer writes another graph.
std::vector<FileWay> file_ways(const std::shared_ptr<const Network>& network);

}  // namespace lotse::bench

#endif
