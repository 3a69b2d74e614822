/// Reads a shipped data set without the io module, so that analyses can be tested on it.
#ifndef LOTSE_TESTS_DATASET_HPP
#define LOTSE_TESTS_DATASET_HPP

#include <networks.hpp>

#include <string>

/// The tables of datasets/<name>; fails the test if a row has an error.
TestTables dataset(const std::string& name);

#endif
