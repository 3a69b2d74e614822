/// Result<T>: a value, or what went wrong in words for people. C++20 stand-in for std::expected.
#ifndef LOTSE_BASE_RESULT_HPP
#define LOTSE_BASE_RESULT_HPP

#include <lotse/base/text.hpp>

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace lotse {

/// Classes of failure; the driver maps each to one exit code.
enum class ErrorKind {
    usage,         ///< the call makes no sense: wrong option, unknown actor
    input,         ///< the input has errors
    privacy,       ///< refused: it holds data of persons
    limit,         ///< larger than a limit allows
    input_output,  ///< a file cannot be read or written
    renderer,      ///< the map renderer failed
    engine,        ///< a library failed where it must not: a defect of the program
};

struct Error {
    ErrorKind kind;
    Message message;
};

template <class T>
class [[nodiscard]] Result {
public:
    /// Success.
    Result(T value) : state_{std::in_place_index<0>, std::move(value)} {}
    /// Failure.
    Result(Error error) : state_{std::in_place_index<1>, std::move(error)} {}

    /// Whether there is a value.
    explicit operator bool() const noexcept { return state_.index() == 0; }

    /// The value. Precondition: there is one.
    /// @{
    T& operator*() & noexcept { return *value(); }
    const T& operator*() const& noexcept { return *std::get_if<0>(&state_); }
    T&& operator*() && noexcept { return std::move(*value()); }
    T* operator->() noexcept { return value(); }
    const T* operator->() const noexcept { return std::get_if<0>(&state_); }
    /// @}

    /// Precondition: there is no value.
    const Error& error() const noexcept {
        assert(!*this);
        return *std::get_if<1>(&state_);
    }

private:
    T* value() noexcept {
        assert(*this);
        return std::get_if<0>(&state_);
    }
    std::variant<T, Error> state_;
};

using Status = Result<std::monostate>;

}  // namespace lotse

#endif
